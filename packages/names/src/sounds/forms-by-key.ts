/** Forms, numbered from 0 on, and what is asked of each. */
export interface KeyedForms {
  readonly count: number;
  /** The keys of a form, maybe some of them twice; they are read before the next are asked for. */
  readonly keysOf: (form: number) => Int32Array;
  /** How many words have a form. */
  readonly wordsOf: (form: number) => number;
}

/** What remains of words with sounds left out and more than so many words share tells too little: енко. */
const mostSharing = 48;
/** Keys are first dealt into 2^8 parts by the beginning of their hash, and each part is sorted where it lies near in memory. */
const partBits = 8;
const partCount = 1 << partBits;
const fewestBits = 12;

/** The forms of each key, laid out once in two walks over all keys: those of one key beside each other, the newest first. */
export class FormsByKey {
  readonly #wordsOf: KeyedForms['wordsOf'];
  readonly #shift: number;
  /** A key and a form each; those of hash h from `starts[h]` up to `starts[h + 1]`. */
  readonly #entries: Int32Array;
  readonly #starts: Int32Array;
  #kept = 0;
  /** Forms of keys that too many words share. */
  readonly #shared = new Map<number, Int32Array>();
  /** The forms of the key being laid out. */
  readonly #ofKey: number[] = [];

  constructor(forms: KeyedForms) {
    this.#wordsOf = forms.wordsOf;
    const { entries, parts } = deal(forms);
    const bits = Math.max(fewestBits, 32 - Math.clz32(entries.length >> 1));
    this.#shift = 32 - bits;
    this.#starts = new Int32Array((1 << bits) + 1);
    this.#entries = entries;
    const longest = 2 * parts.reduce((most, end, part) => Math.max(most, end - (parts[part - 1] ?? 0)), 0);
    const sorted = new Int32Array(longest);
    const dealt = new Int32Array(longest);
    const places = new Int32Array((this.#starts.length >> partBits) + 2);
    for (let part = 0; part < partCount; part++) {
      const [from, to] = [2 * (parts[part] as number), 2 * (parts[part + 1] as number)];
      dealt.set(entries.subarray(from, to));
      this.#layOut(part, { dealt, sorted, starts: places.fill(0), length: to - from });
    }
  }

  /**
   * Forms that have one of these keys, each as often as it has one, into an array that holds until the next call, and how
   * many. What a key tells that too many words share is left out but of the last, which is that of the whole word.
   */
  of(keys: Int32Array): { readonly forms: Int32Array; readonly count: number } {
    const [starts, entries, shift] = [this.#starts, this.#entries, this.#shift];
    if (froms.length < keys.length) [froms, ends] = [grown(froms, keys.length), grown(ends, keys.length)];
    // In a walk of its own: the memory is asked for many places at once.
    for (let asked = 0; asked < keys.length; asked++) {
      const hash = hashOf(keys[asked] as number) >>> shift;
      froms[asked] = starts[hash] as number;
      ends[asked] = starts[hash + 1] as number;
    }
    let count = 0;
    for (let asked = 0; asked < keys.length; asked++) {
      const [key, from, end] = [keys[asked] as number, froms[asked] as number, ends[asked] as number];
      if (count + end - from > found.length) found = grown(found, count + end - from);
      for (let at = from; at < end; at++) if (entries[2 * at] === key) found[count++] = entries[2 * at + 1] as number;
    }
    const shared = this.#shared.get(keys.at(-1) ?? 0) ?? none;
    if (count + shared.length > found.length) found = grown(found, count + shared.length);
    found.set(shared, count);
    return { forms: found, count: count + shared.length };
  }

  /** Sorts a part by hash, then moves what is kept of it to the end of the parts before it. */
  #layOut(part: number, { dealt, sorted, starts, length }: PartTables): void {
    const hashes = this.#starts.length >> partBits;
    for (let at = 0; at < length; at += 2) {
      const place = this.#placeOf(dealt[at] as number, hashes) + 2;
      starts[place] = (starts[place] as number) + 2;
    }
    for (let place = 1; place < hashes; place++) starts[place + 2] = (starts[place + 2] as number) + (starts[place + 1] as number);
    // Each start moves on to the end of its own, which is the start of the next.
    for (let at = 0; at < length; at += 2) {
      const place = this.#placeOf(dealt[at] as number, hashes) + 1;
      const to = starts[place] as number;
      starts[place] = to + 2;
      sorted[to] = dealt[at] as number;
      sorted[to + 1] = dealt[at + 1] as number;
    }
    for (let place = 0; place < hashes; place++) {
      for (let at = starts[place] as number; at < (starts[place + 1] as number); at += 2) if (sorted[at + 1] !== taken) this.#keep(sorted, at, starts[place + 1] as number);
      this.#starts[part * hashes + place + 1] = this.#kept;
    }
  }

  #placeOf(key: number, hashes: number): number {
    return (hashOf(key) >>> this.#shift) & (hashes - 1);
  }

  /** Keeps the forms of the key at `from`; each is taken once. */
  #keep(sorted: Int32Array, from: number, to: number): void {
    const key = sorted[from] as number;
    let [count, words] = [0, 0];
    for (let at = from; at < to; at += 2) {
      if (sorted[at] !== key) continue;
      const form = sorted[at + 1] as number;
      sorted[at + 1] = taken;
      if (count > 0 && this.#ofKey[count - 1] === form) continue;
      this.#ofKey[count++] = form;
      words += this.#wordsOf(form);
    }
    if (words > mostSharing) {
      this.#shared.set(key, Int32Array.from(this.#ofKey.slice(0, count).reverse()));
      return;
    }
    while (count > 0) {
      this.#entries[2 * this.#kept] = key;
      this.#entries[2 * this.#kept + 1] = this.#ofKey[--count] as number;
      this.#kept++;
    }
  }
}

/** Filled anew for each part. */
interface PartTables {
  readonly dealt: Int32Array;
  readonly sorted: Int32Array;
  readonly starts: Int32Array;
  readonly length: number;
}

let found = new Int32Array(1 << 12);
/** Where the entries of each key asked for stand. */
let froms = new Int32Array(1 << 9);
let ends = new Int32Array(1 << 9);
const none = new Int32Array();
const taken = -1;

export function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}

function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1);
}

/** All keys with their forms, dealt into the parts: part p from entry `parts[p]` up to `parts[p + 1]`, in the order of forms. */
function deal(forms: KeyedForms): { readonly entries: Int32Array; readonly parts: Int32Array } {
  const partOf = (key: number): number => hashOf(key) >>> (32 - partBits);
  const parts = new Int32Array(partCount + 1);
  for (let form = 0; form < forms.count; form++) for (const key of forms.keysOf(form)) parts[partOf(key) + 1] = (parts[partOf(key) + 1] as number) + 1;
  for (let part = 0; part < partCount; part++) parts[part + 1] = (parts[part + 1] as number) + (parts[part] as number);
  const entries = new Int32Array(2 * (parts[partCount] as number));
  const next = parts.slice();
  for (let form = 0; form < forms.count; form++) {
    for (const key of forms.keysOf(form)) {
      const at = next[partOf(key)] as number;
      next[partOf(key)] = at + 1;
      entries[2 * at] = key;
      entries[2 * at + 1] = form;
    }
  }
  return { entries, parts };
}
