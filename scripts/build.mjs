import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensure } from './ensure.mjs';
import { Refusal, runCommand, step } from './progress.mjs';
import { root, work } from './repository.mjs';
import { runProgram, tail } from './run-program.mjs';
import { everyGroup } from './targets.mjs';

await runCommand(async () => {
  await ensure(process.argv.includes('--publish') ? ['packages'] : everyGroup);
  if (process.argv.includes('--types') || process.argv.includes('--publish')) await emitTypes();
  if (process.argv.includes('--publish')) addPapers(process.cwd());
});

/** The licence and the pages of formulas beside the package that is packed: alone, it has no others. */
function addPapers(folder) {
  cpSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  cpSync(path.join(root, 'docs', 'methods'), path.join(folder, 'methods'), { recursive: true });
}

/** Writes the type declarations of the packages beside their code: for publishing; nothing in the clone needs them. */
async function emitTypes() {
  const out = path.join(work, 'types');
  const config = path.join(work, 'tsconfig.types.json');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const compilerOptions = {
    ...{ noEmit: false, declaration: true, emitDeclarationOnly: true, rewriteRelativeImportExtensions: true },
    ...{ rootDir: '../packages', outDir: './types', types: ['node'] },
  };
  writeFileSync(
    config,
    JSON.stringify({
      extends: '../tsconfig.base.json',
      compilerOptions,
      include: ['../packages/*/src'],
      exclude: ['../**/*.test.ts', '../**/testing/**'],
    }),
  );
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await step('Writing type declarations', () =>
    runProgram(process.execPath, [tsc, '-p', config], { cwd: root }),
  );
  if (code !== 0) throw new Refusal(`The type declarations could not be written:\n${tail(output)}`);
  for (const name of readdirSync(out)) {
    cpSync(path.join(out, name, 'src'), path.join(root, 'packages', name, 'dist'), { recursive: true });
  }
}
