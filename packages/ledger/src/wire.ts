import { parseStrictJson, refuse } from '@imena/problem';
import { decodeBase64, decodeUtf8, encodeBase64, encodeUtf8 } from './codecs.ts';
import type { EntryBody, EntryFile, SignedEntry, WireEntry, WireFile } from './envelope-types.ts';

/** An entry in the form in which it travels. @throws Problem `ledger.utf8` when the body is no text */
export function encodeWireEntry(entry: SignedEntry): WireEntry {
  return {
    envelope: encodeBase64(entry.envelope),
    signature: encodeBase64(entry.signature),
    body: entry.body === undefined ? null : decodeUtf8(entry.body.bytes),
    salt: entry.body === undefined ? null : encodeBase64(entry.body.salt),
    files: (entry.files ?? []).map(encodeFile),
  };
}

function encodeFile(file: EntryFile): WireFile {
  const { salt, ...rest } = file;
  return { ...rest, salt: encodeBase64(salt) };
}

/**
 * Reads an entry as it came over a wire or from a file: exactly the known members, strict base64. Says nothing
 * about its truth; `checkSignedEntry` does.
 * @param value parsed JSON of anybody, or its text.
 * @throws Problem `ledger.wire_format` naming the member, `ledger.base64`, `json.*`
 */
export function decodeWireEntry(value: unknown): SignedEntry {
  const entry = membersOf(typeof value === 'string' ? parseStrictJson(value) : value, '');
  checkNames(entry, { required: ['envelope', 'signature', 'body', 'salt', 'files'], optional: [], at: '' });
  const body = bodyOf(entry['body'], entry['salt']);
  const files = entry['files'];
  if (!Array.isArray(files)) refuseAt('files');
  const decoded = files.map((file: unknown, i) => decodeFile(file, `files[${i}]`));
  return {
    envelope: bytesOf(entry['envelope'], 'envelope'),
    signature: bytesOf(entry['signature'], 'signature'),
    ...(body === null ? {} : { body }),
    ...(decoded.length === 0 ? {} : { files: decoded }),
  };
}

function bodyOf(body: unknown, salt: unknown): EntryBody | null {
  if (body === null && salt === null) return null;
  if (typeof body !== 'string' || /\p{Surrogate}/u.test(body)) refuseAt('body');
  return { salt: bytesOf(salt, 'salt'), bytes: encodeUtf8(body) };
}

function decodeFile(value: unknown, at: string): EntryFile {
  const file = membersOf(value, at);
  checkNames(file, { required: ['sha256', 'salt', 'size'], optional: ['name', 'mediaType'], at });
  const { sha256, size, name, mediaType } = file;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) refuseAt(`${at}.sha256`);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) refuseAt(`${at}.size`);
  return {
    salt: bytesOf(file['salt'], `${at}.salt`),
    sha256,
    size,
    ...(name === undefined ? {} : { name: textOf(name, `${at}.name`) }),
    ...(mediaType === undefined ? {} : { mediaType: textOf(mediaType, `${at}.mediaType`) }),
  };
}

function membersOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuseAt(at === '' ? '{}' : at);
  return value as Readonly<Record<string, unknown>>;
}

function checkNames(
  members: Readonly<Record<string, unknown>>,
  names: { readonly required: readonly string[]; readonly optional: readonly string[]; readonly at: string },
): void {
  const prefix = names.at === '' ? '' : `${names.at}.`;
  for (const name of names.required) if (!Object.hasOwn(members, name)) refuseAt(prefix + name);
  for (const name of Object.keys(members)) {
    if (!names.required.includes(name) && !names.optional.includes(name)) refuseAt(prefix + name);
  }
}

function bytesOf(value: unknown, at: string): Uint8Array {
  if (typeof value !== 'string') refuseAt(at);
  return decodeBase64(value);
}

function textOf(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.length > 1024 || /\p{Surrogate}/u.test(value)) refuseAt(at);
  return value;
}

function refuseAt(field: string): never {
  refuse('ledger.wire_format', { field });
}
