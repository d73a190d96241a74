import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Refusal, step } from './progress.mjs';
import { root, work } from './repository.mjs';

const flags = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

/** Each begins in `kernel.ts` of the folder `assembly` of its package. */
const kernels = [
  { name: 'screening kernel', pack: 'kinship', part: 'screening' },
  { name: 'kernel of searches', pack: 'matching', part: 'candidates' },
];

/**
 * Compiles the kernels to WebAssembly and writes the bytes of each as base64 into a module beside the code that uses it: so
 * they reach node, bundles and browser workers alike, without a file to fetch. The modules are made, never committed.
 */
export async function buildKernels() {
  const manifest = readFileSync(path.join(root, 'node_modules', 'assemblyscript', 'package.json'), 'utf8');
  for (const { name, pack, part } of kernels) {
    const folder = path.join(root, 'packages', pack);
    const sources = path.join(folder, 'assembly');
    const target = path.join(folder, 'src', part, 'kernel-bytes.mjs');
    const hash = createHash('sha256').update(JSON.stringify([JSON.parse(manifest).version, flags]));
    for (const file of readdirSync(sources).sort()) hash.update(readFileSync(path.join(sources, file)));
    const stamp = hash.digest('hex');
    if (existsSync(target) && readFileSync(target, 'utf8').includes(stamp)) continue;
    await step(`Compiling the ${name}`, () => compile({ name, source: path.join(sources, 'kernel.ts'), target, stamp }));
  }
}

async function compile({ name, source, target, stamp }) {
  const asc = await import('assemblyscript/asc');
  mkdirSync(work, { recursive: true });
  const out = path.relative(root, path.join(work, `kernel-${process.pid}.wasm`));
  const input = path.relative(root, source);
  const { error, stderr } = await asc.main([input, '--outFile', out, '--baseDir', root, ...flags]);
  if (error !== null) throw new Refusal(`The ${name} could not be compiled:\n${stderr.toString()}`);
  const bytes = readFileSync(path.join(root, out)).toString('base64');
  // Written beside and renamed: another process may be reading it.
  const fresh = `${target}.${process.pid}`;
  writeFileSync(fresh, `// Made from assembly; ${stamp}\nexport const kernelBase64 =\n  '${bytes}';\n`);
  renameSync(fresh, target);
}

/** For vitest, which runs the sources without a build. */
export async function setup() {
  await buildKernels();
}
