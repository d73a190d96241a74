import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensure } from './ensure.mjs';
import { findBrowser } from './find-browser.mjs';
import { Refusal, runCommand, step } from './progress.mjs';
import { root, work } from './repository.mjs';
import { runProgram } from './run-program.mjs';

const results = path.join(work, 'test-results.json');
const args = process.argv.slice(2);
const whole = args.length === 0;
let closing = '0 passed, 1 failed'; // what stands when the tests cannot even begin

await runCommand(async () => {
  await ensure(['packages', 'examples', 'server', 'cli', 'web']);
  const broken = whole ? await checkSources() : [];
  if (!whole) process.stderr.write('Types and style are checked when all tests run (npm test without a name).\n');
  const browser = await browserFor();
  const code = await runTests(browser === null ? process.env : { ...process.env, CHROMIUM_PATH: browser });
  closing = count({ code, broken });
});
process.stdout.write(`${closing}\n`);

/** Types and style, both at once: each keeps one core busy. Returns the names of those that failed. */
async function checkSources() {
  const tool = (...parts) => path.join(root, 'node_modules', ...parts);
  const tsc = tool('typescript', 'bin', 'tsc');
  const info = (name) => ['--incremental', '--tsBuildInfoFile', path.join(work, `${name}.tsbuildinfo`)];
  const checks = [
    ['types', tsc, ['-p', 'tsconfig.json', ...info('types')]],
    ...(existsSync(path.join(root, 'apps/web/src'))
      ? [['types of the pages', tsc, ['-p', 'apps/web/tsconfig.json', ...info('web')]]]
      : []),
    [
      'style (eslint)',
      tool('eslint', 'bin', 'eslint.js'),
      ['.', '--max-warnings', '0', '--cache', '--cache-location', path.join(work, 'eslintcache')],
    ],
  ];
  const answers = await step('Checking types and style', () =>
    Promise.all(
      checks.map(async ([name, program, list]) => ({
        name,
        ...(await runProgram(process.execPath, [program, ...list], { cwd: root })),
      })),
    ),
  );
  const failed = answers.filter(({ code }) => code !== 0);
  for (const { name, output } of failed) process.stdout.write(`\nThe check of ${name} failed:\n${output}\n`);
  return failed.map(({ name }) => name);
}

/** Only tests that may need a browser have to wait for one to be found or installed. */
async function browserFor() {
  if (!whole && !args.some((arg) => /e2e|web/.test(arg))) return null;
  return findBrowser();
}

function runTests(env) {
  rmSync(results, { force: true });
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], { cwd: root, env, stdio: 'inherit' });
  // Ctrl-C reaches vitest from the terminal by itself; we only stay to tell its end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** The closing line counts what ran; nothing ran, or anything beside the tests failed, is a failure too. */
function count({ code, broken }) {
  if (!existsSync(results)) throw new Refusal('The tests did not run to their end: vitest left no results.');
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  // A file that does not even load has no tests to count.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((t) => t.status === 'failed'),
  );
  const lines = broken.map((name) => `The check of ${name} failed (see above).`);
  for (const { name } of unloaded) lines.push(`${path.relative(root, name)} could not be loaded (see above).`);
  if (numPendingTests > 0) lines.push(`Skipped tests: ${numPendingTests}; each says why.`);
  if (numPassedTests + numFailedTests === 0) lines.push('No test was executed.');
  let failed = numFailedTests + unloaded.length + broken.length;
  if (failed === 0 && code !== 0) {
    lines.push(`vitest ended with code ${code}: an error outside the tests (see above).`);
    failed = 1;
  }
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
  return `${numPassedTests} passed, ${failed} failed`;
}
