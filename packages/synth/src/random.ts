/** A stream of pseudo-random numbers, fixed by its seed. Never for keys or salts. */
export interface Random {
  /** A number in [0, 1) with 32 random bits. */
  readonly next: () => number;
  /** A whole number, `low` and `high` included. */
  readonly int: (low: number, high: number) => number;
  /** True with the given probability, 0..1. */
  readonly chance: (probability: number) => boolean;
  /** One element; the list must not be empty. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** A normally distributed number (Box and Muller 1958). */
  readonly normal: (mean: number, standardDeviation: number) => number;
  /** A new list in random order (Fisher and Yates). */
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** `count` different elements, in the order of the list. */
  readonly sample: <T>(items: readonly T[], count: number) => T[];
  readonly bytes: (length: number) => Uint8Array;
  /** An independent stream: what one part of a plan draws does not move what another part draws. */
  readonly fork: (label: string) => Random;
}

/**
 * Makes a stream of pseudo-random numbers: sfc32 (Doty-Humphrey, PractRand, public domain; period at least 2^32),
 * seeded by SplitMix-style mixing and twelve discarded rounds. The same seed gives the same stream on every machine.
 * @param seed - a whole number 0 .. 2^32-1, or a text
 */
export function makeRandom(seed: number | string): Random {
  const key = typeof seed === 'string' ? hashText(seed) : seed >>> 0;
  const next = sfc32(key);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = int(0, i);
      const held = result[i] as T;
      result[i] = result[j] as T;
      result[j] = held;
    }
    return result;
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[int(0, items.length - 1)] as T;
    },
    normal: (mean, standardDeviation) => mean + standardDeviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle,
    sample: (items, count) => {
      const chosen = new Set(shuffle(items.map((_, index) => index)).slice(0, count));
      return items.filter((_, index) => chosen.has(index));
    },
    bytes: (length) => Uint8Array.from({ length }, () => int(0, 255)),
    fork: (label) => makeRandom(hashText(`${String(key)}/${label}`)),
  };
}

function sfc32(seed: number): () => number {
  let mixed = seed;
  const word = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  let a = word();
  let b = word();
  let c = word();
  let counter = 1;
  const step = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) step();
  return step;
}

/** FNV-1a over UTF-16 units: only to turn a label into a seed. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A UUID of version 4 (RFC 9562) out of the stream: unique within one seed, and the same for the same seed. */
export function makeUuidV4(random: Random): string {
  const bytes = random.bytes(16);
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  return formatUuid(bytes);
}

/** A UUID of version 7 with a given time. @param timeMs - milliseconds since 1970, 0 .. 2^48-1 */
export function makeUuidV7(random: Random, timeMs: number): string {
  const bytes = new Uint8Array(16);
  for (let i = 0, rest = timeMs; i < 6; i++, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256;
  bytes.set(random.bytes(10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  return formatUuid(bytes);
}

function formatUuid(bytes: Uint8Array): string {
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
