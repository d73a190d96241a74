import { open, rename, rm, stat } from 'node:fs/promises';
import { refuse } from '@imena/problem';

/**
 * Refuses a result file that cannot take the result before hours are spent on it: one of the inputs, which would be lost, or a folder.
 * @throws Problem screen.out_is_input, screen.out_unwritable
 */
export async function checkResultFile(file: string, inputs: readonly string[]): Promise<void> {
  const there = await stat(file).catch(() => null);
  if (there === null) return;
  if (there.isDirectory()) refuse('screen.out_unwritable', { file, reason: 'EISDIR' });
  for (const input of inputs) {
    const other = await stat(input).catch(() => null);
    if (other?.ino === there.ino && other.dev === there.dev) refuse('screen.out_is_input', { file });
  }
}

/** Writes lines under another name first: a crash or a full disk leaves the result of an earlier run as it was. */
export async function writeResultFile(file: string, lines: Iterable<string>): Promise<void> {
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    let held = '';
    for (const line of lines) {
      held += `${line}\n`;
      if (held.length < 1 << 20) continue;
      await handle.writeFile(held);
      held = '';
    }
    await handle.writeFile(held);
    await handle.sync();
    await handle.close();
    await rename(fresh, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(fresh, { force: true });
    throw error;
  }
}

/** A refusal of the operating system that is about writing the result, in words; anything else goes on. @throws Problem screen.out_unwritable */
export function refuseUnwritable(error: unknown, file: string): void {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return;
  const isResult = 'path' in error && typeof error.path === 'string' && error.path.startsWith(file);
  if (isResult || error.code === 'ENOSPC' || error.code === 'EDQUOT') refuse('screen.out_unwritable', { file, reason: error.message });
}
