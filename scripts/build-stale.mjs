import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { buildKernels } from './build-kernels.mjs';
import { Refusal, step } from './progress.mjs';
import { root } from './repository.mjs';
import { runProgram, tail } from './run-program.mjs';
import { makeSourceHasher, readStamps, writeStamps } from './stamps.mjs';
import { findTargets } from './targets.mjs';

/**
 * Builds the targets of these groups whose sources changed since they were last built.
 *
 * @param {readonly import('./targets.mjs').Group[]} groups
 */
export async function buildStale(groups) {
  await buildKernels(); // a source of what follows
  const stamps = readStamps();
  const hash = makeSourceHasher();
  // A change of the rules of building, or of any package, makes everything stale.
  const rules = ['scripts', 'package-lock.json', 'tsconfig.base.json'].map((name) => path.join(root, name));
  for (const target of findTargets(groups)) {
    const stamp = hash([...rules, ...target.sources]);
    if (stamps[target.name] === stamp && isBuilt(target)) continue;
    await step(`Building ${target.name}`, () => (target.kind === 'vite' ? buildPages(target) : bundle(target)));
    writeStamps({ ...readStamps(), [target.name]: stamp });
  }
}

function isBuilt({ kind, folder, entries }) {
  const files = kind === 'vite' ? ['index.html'] : Object.keys(entries);
  return files.every((file) => existsSync(path.join(folder, 'dist', file)));
}

/** One file for each entry, and for `cli` what several share or read later in files beside it. Packages of npm stay outside; our own are built into programs and imported by packages. */
async function bundle({ name, group, folder, entries, inline }) {
  // What a command of the command line does not need is not read.
  const isSplit = group === 'cli';
  const { build } = await import('esbuild');
  const outside = {
    name: 'outside',
    setup: (b) => b.onResolve({ filter: /^[^./]/ }, (found) => resolveBare(found, inline)),
  };
  const entryPoints = Object.entries(entries).map(([file, source]) => ({ in: source, out: file.replace(/\.js$/, '') }));
  try {
    // Parts of an earlier build have other names and would stay for ever.
    if (isSplit) rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
    await build({
      entryPoints,
      outdir: path.join(folder, 'dist'),
      bundle: true,
      splitting: isSplit,
      // Packages run in node and browsers alike; only programs may assume node.
      platform: inline ? 'node' : 'neutral',
      target: inline ? 'node20' : 'es2023',
      format: 'esm',
      conditions: ['imena-source'],
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [outside],
    });
  } catch (error) {
    throw new Refusal(`${name} could not be built:\n${error instanceof Error ? error.message : String(error)}`);
  }
}

function resolveBare({ path: specifier, kind }, inline) {
  if (kind === 'entry-point') return undefined;
  return inline && specifier.startsWith('@imena/') ? undefined : { path: specifier, external: true };
}

/** The pages, by vite in a process of its own: its configuration belongs to its folder. */
async function buildPages({ name, folder }) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await runProgram(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder });
  if (code !== 0) throw new Refusal(`${name} could not be built (vite ended with code ${code}):\n${tail(output)}`);
}
