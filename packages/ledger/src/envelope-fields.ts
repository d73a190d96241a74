import { refuse, type Json } from '@imena/problem';
import { entryKinds, type Envelope, type EnvelopeFile, type EntryKind, type SeenCheckpoint } from './envelope-types.ts';
import { isRoundedFileSize } from './salted-hash.ts';
import { isUuid, isUuidV7 } from './uuid.ts';

type Members = Readonly<Record<string, Json>>;

const required = ['v', 'id', 'scope', 'device', 'seq', 'prev', 'by', 'at', 'kind', 'subject', 'seen', 'body'];
const optional = ['supersedes', 'files'];
const hashPattern = /^[0-9a-f]{64}$/;
const decimalPattern = /^(?:0|[1-9][0-9]{0,19})$/;
const largestSize = (1n << 64n) - 1n;
const timePattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * Checks every field of an envelope and refuses unknown ones.
 * @throws Problem `ledger.envelope_unknown_field`, `ledger.envelope_field`
 */
export function checkEnvelopeFields(value: Json): Envelope {
  const members = objectOf(value, 'envelope');
  checkNames(members, { required, optional, at: '' });
  if (members['v'] !== 1) refuseField('v', '1');
  const seq = members['seq'];
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0 || Object.is(seq, -0)) refuseField('seq', '0, 1, 2 ...');
  const id = uuidOf(members, 'id', isUuidV7);
  return {
    v: 1,
    id,
    scope: uuidOf(members, 'scope', isUuid),
    device: hashOf(members, 'device'),
    seq,
    prev: previousOf(members['prev'], seq),
    by: uuidOf(members, 'by', isUuid),
    at: timeOf(members['at']),
    kind: kindOf(members['kind']),
    subject: uuidOf(members, 'subject', isUuid),
    ...(Object.hasOwn(members, 'supersedes') ? { supersedes: supersedesOf(members['supersedes'], id) } : {}),
    seen: seenOf(members['seen']),
    body: hashOf(members, 'body'),
    ...(Object.hasOwn(members, 'files') ? { files: filesOf(members['files']) } : {}),
  };
}

/** Whether `text` is a real moment in RFC 3339 with a known offset (not `-00:00`), without leap seconds. */
export function isTimeWithOffset(text: string): boolean {
  const match = timePattern.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  const [sign, offsetHour, offsetMinute] = match.slice(7, 10);
  if (sign === undefined) return true;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return false;
  return !(sign === '-' && offsetHour === '00' && offsetMinute === '00');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function objectOf(value: Json | undefined, field: string): Members {
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) refuseField(field, '{...}');
  // `Array.isArray` does not narrow a readonly array away; the check above has.
  return value as Members;
}

function listOf(value: Json | undefined, field: string): readonly Json[] {
  if (!Array.isArray(value) || value.length === 0) refuseField(field, '[..., ...]');
  return value as readonly Json[];
}

function checkNames(
  members: Members,
  names: { readonly required: readonly string[]; readonly optional: readonly string[]; readonly at: string },
): void {
  for (const name of Object.keys(members)) {
    if (!names.required.includes(name) && !names.optional.includes(name)) refuse('ledger.envelope_unknown_field', { field: names.at + name });
  }
  for (const name of names.required) if (!Object.hasOwn(members, name)) refuseField(names.at + name, name);
}

function uuidOf(members: Members, field: string, accepts: (text: string) => boolean): string {
  const value = members[field];
  if (typeof value !== 'string' || !accepts(value)) refuseField(field, accepts === isUuidV7 ? 'UUID v7' : 'UUID');
  return value;
}

function hashOf(members: Members, field: string, at = ''): string {
  const value = members[field];
  if (typeof value !== 'string' || !hashPattern.test(value)) refuseField(at + field, 'SHA-256');
  return value;
}

function previousOf(value: Json | undefined, seq: number): string | null {
  if (seq === 0) {
    if (value !== null) refuseField('prev', 'null');
    return null;
  }
  if (typeof value !== 'string' || !hashPattern.test(value)) refuseField('prev', 'SHA-256');
  return value;
}

function timeOf(value: Json | undefined): string {
  if (typeof value !== 'string' || !isTimeWithOffset(value)) refuseField('at', 'RFC 3339');
  return value;
}

function kindOf(value: Json | undefined): EntryKind {
  const kind = entryKinds.find((known) => known === value);
  return kind ?? refuseField('kind', entryKinds.join(' | '));
}

function supersedesOf(value: Json | undefined, ownId: string): readonly string[] {
  const ids = listOf(value, 'supersedes').map((id) => {
    if (typeof id !== 'string' || !isUuidV7(id) || id === ownId) refuseField('supersedes', 'UUID v7');
    return id;
  });
  if (new Set(ids).size !== ids.length) refuseField('supersedes', 'UUID v7');
  return ids;
}

function seenOf(value: Json | undefined): SeenCheckpoint | null {
  if (value === null) return null;
  const members = objectOf(value, 'seen');
  checkNames(members, { required: ['size', 'root'], optional: [], at: 'seen.' });
  const size = members['size'];
  if (typeof size !== 'string' || !decimalPattern.test(size) || BigInt(size) > largestSize) refuseField('seen.size', '0, 1, 2 ...');
  return { size, root: hashOf(members, 'root', 'seen.') };
}

function filesOf(value: Json | undefined): readonly EnvelopeFile[] {
  return listOf(value, 'files').map((file, i) => {
    const at = `files[${i}].`;
    const members = objectOf(file, `files[${i}]`);
    checkNames(members, { required: ['ref', 'size'], optional: [], at });
    const size = members['size'];
    if (typeof size !== 'number' || !isRoundedFileSize(size)) refuseField(`${at}size`, 'n × 65536');
    return { ref: hashOf(members, 'ref', at), size };
  });
}

function refuseField(field: string, expected: string): never {
  refuse('ledger.envelope_field', { field, expected });
}
