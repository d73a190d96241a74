import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{cwd: string, env?: NodeJS.ProcessEnv, logFile?: string, onStart?: (pid: number) => void}} options
 *   `logFile` receives the output as it comes
 * @returns {Promise<{code: number, output: string}>} code 127 when the program does not exist
 */
export function runProgram(program, args, { cwd, env = process.env, logFile, onStart }) {
  return new Promise((resolve) => {
    if (logFile !== undefined) mkdirSync(path.dirname(logFile), { recursive: true });
    const log = logFile === undefined ? null : createWriteStream(logFile);
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) onStart?.(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        log?.write(text);
      });
    }
    const finish = (code, extra = '') => {
      const end = () => resolve({ code, output: output + extra });
      if (log === null) end();
      else log.end(end);
    };
    child.once('error', (error) => finish(127, String(error)));
    child.once('close', (code, signal) => finish(code ?? 1, signal === null ? '' : `\nended by ${signal}`));
  });
}

/** The last lines of a long output. */
export function tail(output, lines = 30) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
