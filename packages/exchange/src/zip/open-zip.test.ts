import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '@imena/problem';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip, readTable } from '../index.ts';

const own = join(import.meta.dirname, '../../../../../shared/cases/badinput/own/zip');

function outcome(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'accepted';
}

function readAll(bytes: Uint8Array): string[] {
  const archive = openZip(bytes);
  return archive.names.map((name) => `${name} ${archive.read(name)?.length ?? 'missing'}`);
}

/** What the case list asks of each file, as this reader answers it. */
const answers: Readonly<Record<string, string>> = {
  'ok.zip': 'accepted',
  'traversal-dotdot.zip': 'exchange.zip_name',
  'traversal-backslash.zip': 'exchange.zip_name',
  'symlink.zip': 'exchange.zip_link',
  'duplicate-names.zip': 'exchange.zip_duplicate',
  'case-collision.zip': 'exchange.zip_duplicate',
  'nfc-nfd-collision.zip': 'exchange.zip_duplicate',
  'nul-in-name.zip': 'exchange.zip_name',
  'newline-in-name.zip': 'exchange.zip_name',
  'bidi-name.zip': 'exchange.zip_name',
  'bomb-ratio.zip': 'exchange.zip_ratio',
  'bomb-overlap.zip': 'exchange.zip_overlap',
  'size-lie.zip': 'exchange.zip_size',
  'bad-crc.zip': 'exchange.zip_damaged',
  'truncated.zip': 'exchange.zip_damaged',
  'prefix-garbage.zip': 'exchange.zip_ambiguous',
  'comment-eocd.zip': 'exchange.zip_ambiguous',
  'encrypted-flag.zip': 'exchange.zip_encrypted',
};

describe.skipIf(!existsSync(own))('the project’s bad archives (skipped only where shared/ is absent)', () => {
  const names = existsSync(own) ? readdirSync(own) : [];

  it('each file of the case list has an answer', () => {
    expect(names.sort()).toEqual(Object.keys(answers).sort());
  });

  it.each(names)('%s is answered as the case list asks', (name) => {
    expect(outcome(() => readAll(readFileSync(join(own, name))))).toBe(answers[name]);
  });

  it.each(names)('%s given as a table is refused in words', (name) => {
    expect(outcome(() => readTable(readFileSync(join(own, name)), { fileName: name }))).toMatch(/^exchange\./);
  });

  it('a name with a hidden direction sign is shown with the sign visible', () => {
    try {
      openZip(readFileSync(join(own, 'bidi-name.zip')));
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect(error.problem.details['name']).toContain('U+202E');
    }
  });
});

describe('archives', () => {
  it('a zip written by another program is read byte for byte', () => {
    const files = {
      'a.txt': strToU8('text'),
      'b/c.txt': new Uint8Array(70_000).map((_, index) => index * 7),
      'empty.txt': new Uint8Array(),
    };
    const archive = openZip(zipSync(files));
    expect(archive.names).toEqual(Object.keys(files));
    for (const [name, bytes] of Object.entries(files)) expect(archive.read(name)).toEqual(bytes);
    expect(archive.read('d.txt')).toBe(null);
  });

  it('one changed byte gives the same content or a refusal, never other content', () => {
    const text = strToU8('The same words again and again, the same words again and again.');
    const zip = zipSync({ 'a.txt': text });
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = zip.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        const result = outcome(() => {
          const archive = openZip(changed);
          const [name = ''] = archive.names;
          expect(archive.read(name)).toEqual(text);
        });
        expect(result).toMatch(/^(accepted|exchange\.zip_)/);
      }),
      { numRuns: 2000 },
    );
  });
});
