import { describe, expect, it } from 'vitest';
import { ProblemError } from '@imena/problem';
import { encodeUtf8, noteSigner, openNote, parseVkey, signNote, vkeyOf } from './index.ts';
import { fromHex, hasCases, readCases, vectorBytes, type VectorText } from './testing/shared-cases.ts';

interface NoteCase {
  readonly id: string; readonly why: string; readonly note: VectorText; readonly trustedVkeys: readonly string[];
  readonly valid: boolean; readonly verifiedSignatures?: number; readonly text?: string;
}
interface NoteKey { readonly name: string; readonly vkey: string; readonly seedHex: string; readonly publicKeyHex: string; readonly skey: string }
interface NoteFile {
  readonly keys: readonly NoteKey[];
  readonly cases: readonly NoteCase[];
  readonly signing: readonly { readonly skey: string; readonly text: string; readonly signatureLine: string }[];
  readonly verifierKeys: readonly { readonly vkey: string; readonly why?: string; readonly valid: boolean }[];
}

describe.skipIf(!hasCases)('a signed note opens exactly when a trusted key has signed its text', () => {
  const published = readCases<Partial<NoteFile>>('ledger/signed-notes.json');
  const generated = readCases<Partial<NoteFile>>('ledger/signed-notes-generated.json');
  const cases = [...(published.cases ?? []), ...(generated.cases ?? [])];
  const keys = [...(published.keys ?? []), ...(generated.keys ?? [])];

  it.each(cases)('$id: $why', (one) => {
    const note = vectorBytes(one.note);
    if (!one.valid) {
      expect(() => openNote(note, one.trustedVkeys)).toThrow(ProblemError);
      return;
    }
    const opened = openNote(note, one.trustedVkeys);
    expect(opened.verifiedSignatures).toBe(one.verifiedSignatures);
    if (one.text !== undefined) expect(opened.text).toEqual(encodeUtf8(one.text));
    if ('utf8' in one.note) expect(openNote(one.note.utf8, one.trustedVkeys)).toEqual(opened);
  });

  it.each(published.verifierKeys ?? [])('verifier key $vkey, $why', ({ vkey, valid }) => {
    if (valid) expect(parseVkey(vkey).name).toBe(vkey.split('+')[0]);
    else expect(() => parseVkey(vkey)).toThrow('ledger.verifier_key');
  });

  it.each(keys)('the key $name gives its verifier key', ({ name, vkey, publicKeyHex, seedHex }) => {
    expect(vkeyOf(name, fromHex(publicKeyHex))).toBe(vkey);
    expect(noteSigner({ name, seed: fromHex(seedHex) }).publicKey).toEqual(fromHex(publicKeyHex));
  });

  it.each(published.signing ?? [])('signing with $skey gives the published line', ({ skey, text, signatureLine }) => {
    const key = keys.find((one) => one.skey === skey);
    if (key === undefined) throw new Error('the vectors name a key they do not hold');
    expect(signNote(text, [noteSigner({ name: key.name, seed: fromHex(key.seedHex) })])).toBe(`${text}\n${signatureLine}`);
  });
});

describe('signing refuses what no reader could open', () => {
  const signer = noteSigner({ name: 'log.example/test', seed: new Uint8Array(32).fill(7) });
  it.each(['no newline at the end', '', 'tab\there\n', 'carriage\r\n', 'half \ud800\n'])('%j', (text) => {
    expect(() => signNote(text, [signer])).toThrow('ledger.note_format');
  });
  it('a note nobody signs', () => expect(() => signNote('text\n', [])).toThrow('ledger.note_format'));
  it.each(['', 'two words', 'plus+sign', 'no-break\u00a0space', 'line\u2028'])('the key name %j', (name) => {
    expect(() => noteSigner({ name, seed: new Uint8Array(32) })).toThrow('ledger.key_name');
    expect(() => vkeyOf(name, signer.publicKey)).toThrow('ledger.key_name');
  });
  it('what is signed opens, and any changed byte of it does not', () => {
    const note = encodeUtf8(signNote('Могила 12\n\nline\n', [signer]));
    const vkey = vkeyOf(signer.name, signer.publicKey);
    expect(openNote(note, [vkey]).verifiedSignatures).toBe(1);
    note.forEach((_, i) => {
      const changed = note.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => openNote(changed, [vkey])).toThrow(ProblemError);
    });
  });
});
