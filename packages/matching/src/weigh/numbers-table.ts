import { numberKey, numberKinds, numbersWeight, type NumberedThing } from '../evidence/numbers.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { placesByKeys, type LaidOutPlaces } from '../candidates/place-lists.ts';

type Numbers = readonly NumberedThing[];

/** Lists of numbers by what any number that is the same or one character off shares with one of theirs. */
interface NumberIndex {
  /** One bit for each kind that is in a list. */
  readonly kinds: Int32Array;
  /** The lists of each hash, as far as its bits tell hashes apart. */
  readonly byHash: LaidOutPlaces;
}

const indexed = new WeakMap<readonly Numbers[], NumberIndex>();

/**
 * What the numbers of one individual say for each list of numbers, log10 (`numbersWeight`). Hardly any two lists share a
 * number, and all that do not say the same; those that may are found by their hashes and compared.
 * Cost: the lists are laid out once; then one walk over them.
 */
export function numbersTable(found: Numbers, lists: readonly Numbers[], settings: EvidenceSettings): Float32Array {
  let index = indexed.get(lists);
  if (index === undefined) indexed.set(lists, (index = layOut(lists)));
  const { kinds, byHash: { starts, places } } = index;
  const [seen, different] = [kindsOf(found), weightOfOthers(settings)];
  const table = Float32Array.from(kinds, (said) => ((said & seen) === 0 ? 0 : different));
  const alike = new Set<number>();
  for (const one of found) for (const hash of hashesOf(one)) {
    const bucket = hash & (starts.length - 2);
    for (let at = starts[bucket] as number; at < (starts[bucket + 1] as number); at++) alike.add(places[at] as number);
  }
  for (const list of alike) table[list] = numbersWeight(lists[list] ?? [], found, settings);
  return table;
}

function layOut(lists: readonly Numbers[]): NumberIndex {
  const [hashes, listOf]: [number[], number[]] = [[], []];
  lists.forEach((numbers, list) => {
    for (const one of numbers) for (const hash of hashesOf(one)) {
      hashes.push(hash);
      listOf.push(list);
    }
  });
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length)));
  return { kinds: Int32Array.from(lists, kindsOf), byHash: placesByKeys(buckets, (visit) => { hashes.forEach((hash, at) => { visit(listOf[at] as number, hash & (buckets - 1)); }); }) };
}

function kindsOf(numbers: Numbers): number {
  return numbers.reduce((bits, { kind }) => bits | (1 << numberKinds.indexOf(kind)), 0);
}

/** What numbers say that are neither the same nor one character off: the same whatever they are. */
function weightOfOthers(settings: EvidenceSettings): number {
  const [kind] = numberKinds;
  return numbersWeight([{ kind, number: '0000' }], [{ kind, number: '9999' }], settings);
}

/** Of a number as it is known again, of it whole, and of it without each of its characters: two that are one slip apart share one of these. */
function hashesOf({ kind, number }: NumberedThing): number[] {
  const of = numberKinds.indexOf(kind);
  const shorter = Array.from({ length: number.length }, (_, at) => `${number.slice(0, at)}${number.slice(at + 1)}`);
  return [`${of}=${numberKey(number)}`, ...[number, ...shorter].map((one) => `${of} ${one}`)].map(hashOf);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
