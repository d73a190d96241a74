import { kernelBase64 } from './kernel-bytes.mjs';

/** What a kernel is made for. */
export interface KernelSizes {
  readonly reports: number;
  /** Words of the list; they and days of birth together; and the places of all these together. */
  readonly words: number;
  readonly lists: number;
  readonly entries: number;
  /** Places that are gathered at most. */
  readonly gathered: number;
  readonly buckets: number;
  /** Codes of places and weeks. */
  readonly places: number;
  readonly weeks: number;
  readonly groups: number;
  /** Codes of who, and bits of such a code that are its birth. */
  readonly whos: number;
  readonly birthBits: number;
  readonly groupWhos: number;
  readonly looks: number;
  readonly marks: number;
  readonly clothing: number;
  /** Kinds of which reports are looked up by what they say. */
  readonly kinds: number;
  /** Bytes of a code of a lead. */
  readonly leadBytes: 2 | 4;
}

/** The functions of assembly/kernel.ts; columns are told by their first byte. */
interface KernelFunctions {
  readonly touchLists: (words: number, told: number, length: number, from: number, bit: number, left: number, least: number, count: number) => number;
  readonly touchGathered: (begin: number, end: number, from: number, bit: number, left: number, least: number, count: number) => number;
  readonly boundTouched: (count: number, rest: number, restOfTold: number, isRead: number, always: number, readMost: number, readLeast: number, bits: number, disagreement: number) => number;
  readonly boundBuckets: (count: number) => number;
  readonly gather: (words: number, told: number, length: number, out: number) => number;
  readonly scanShort: (first: number, buckets: number, from: number, below: number, whoMost: number, besides: number, slack: number, things: number, least: number) => number;
  readonly scanWide: KernelFunctions['scanShort'];
  readonly scanHolders: (holders: number, first: number, last: number, slack: number, least: number) => number;
}

/** Numbers of a place of one word: the place, its bucket and its codes of who, marks and garments; of a gathered one also what is met there (`asMet`). */
export const askedWidth = 5;
export const gatheredWidth = askedWidth + 1;
/** Codes of a lead. */
export const leadWidth = 4;
/** Numbers of a holder: its place in the order of buckets, the bucket, the report, and its lead. */
export const leadAtHolder = 3;
export const holderWidth = leadAtHolder + leadWidth;

const pageBytes = 65_536;
/** A column begins with a line of the cache of its own. */
const lineBytes = 64;

/** A column of one memory: what it is made of, and how many. */
type Shape = readonly [new (memory: ArrayBuffer, at: number, length: number) => ArrayBufferView, number];
type Columns<Shapes extends Record<string, Shape>> = { readonly [Name in keyof Shapes]: InstanceType<Shapes[Name][0]> };

function shapesOf(sizes: KernelSizes) {
  const { reports, words, lists, entries, buckets, groups, whos } = sizes;
  return {
    /** The places of word w: entries `starts[w] .. starts[w + 1]` of `places`, `askedWidth` numbers each; days of birth follow the words. */
    starts: [Int32Array<ArrayBuffer>, lists + 1], places: [Int32Array<ArrayBuffer>, askedWidth * entries],
    /** Lists of gathered places, one after the other, `gatheredWidth` numbers a place. */
    gathered: [Int32Array<ArrayBuffer>, gatheredWidth * sizes.gathered],
    /** While places are gathered: a bit for each that is, where it stands, and what is met there. */
    isGathered: [Int32Array<ArrayBuffer>, (reports >> 5) + 1], gatheredAt: [Int32Array<ArrayBuffer>, reports], gatheredTold: [Int32Array<ArrayBuffer>, reports],
    /** What was met of a name (`CandidateSpace`), and one bit for each place that was. */
    met: [Int32Array<ArrayBuffer>, reports], isMet: [Int32Array<ArrayBuffer>, (reports >> 5) + 1],
    /** One bit for each report of which a thing that is not asked of each says much. */
    isTold: [Int32Array<ArrayBuffer>, (reports >> 5) + 1],
    /** Places touched, in the order in which they were met, with bucket, code of who and what is said besides words and days (log10). */
    touched: [Int32Array<ArrayBuffer>, reports], touchedBuckets: [Int32Array<ArrayBuffer>, reports], touchedWhos: [Int32Array<ArrayBuffer>, reports], besides: [Float64Array<ArrayBuffer>, reports],
    /** A bound for each of these. */
    reach: [Float32Array<ArrayBuffer>, reports],
    /** What is said besides words and days, log10: by bucket, code of who, marks and garments. */
    byBucket: [Float32Array<ArrayBuffer>, buckets], byWho: [Float64Array<ArrayBuffer>, whos], marks: [Float32Array<ArrayBuffer>, sizes.marks], clothing: [Float32Array<ArrayBuffer>, sizes.clothing],
    /** What was read, by birth and by sex of the report. */
    read: [Float32Array<ArrayBuffer>, 1 << sizes.birthBits], readSex: [Float64Array<ArrayBuffer>, 3],
    /** Place, week and sex of the buckets, and what these say. */
    bucketPlaces: [Int32Array<ArrayBuffer>, buckets], bucketWeeks: [Int32Array<ArrayBuffer>, buckets], sexes: [Uint8Array<ArrayBuffer>, buckets],
    placeWeights: [Float32Array<ArrayBuffer>, sizes.places], weekWeights: [Float32Array<ArrayBuffer>, sizes.weeks], bySex: [Float64Array<ArrayBuffer>, 3],
    /** What says against a place by the bits of its roles, of the words taken so far; by role the bit of its word (-1: none) and what it says (`UnmetRoles`). */
    againstRoles: [Float64Array<ArrayBuffer>, 8], roleBits: [Int32Array<ArrayBuffer>, 3], disagreement: [Float64Array<ArrayBuffer>, 3],
    /** The order of buckets: leads; the groups with what who is asked for begins with; and the groups of each bucket. */
    leads: [sizes.leadBytes === 2 ? Uint16Array<ArrayBuffer> : Int32Array<ArrayBuffer>, leadWidth * reports], groupStarts: [Int32Array<ArrayBuffer>, groups + 1], groupWhos: [Int32Array<ArrayBuffer>, groups], bucketGroups: [Int32Array<ArrayBuffer>, buckets + 1],
    holders: [Int32Array<ArrayBuffer>, sizes.kinds * holderWidth * reports],
    /** The most that sex, height, place and week say by bucket; what who is asked for says, also by groups of codes; and what looks say. */
    body: [Float32Array<ArrayBuffer>, buckets], whoWeights: [Float64Array<ArrayBuffer>, whos], groupWeights: [Float64Array<ArrayBuffer>, sizes.groupWhos], looks: [Float64Array<ArrayBuffer>, sizes.looks],
    /** What a scan found, and what leads say of it; and from which bucket it goes on. */
    nextBucket: [Int32Array<ArrayBuffer>, 1], found: [Int32Array<ArrayBuffer>, reports], saidOfFound: [Float64Array<ArrayBuffer>, reports],
    /** Words of one search, with what each says. */
    words: [Int32Array<ArrayBuffer>, words], told: [Int32Array<ArrayBuffer>, words],
  } as const satisfies Record<string, Shape>;
}

/**
 * The memory and the innermost loops of searches through one list, as WebAssembly (assembly/kernel.ts): they come to hundreds
 * of millions of places and rows, and take a half to two thirds of the time that they take otherwise. Weights are log10.
 */
export class SearchKernel {
  readonly columns: Columns<ReturnType<typeof shapesOf>>;
  readonly touchLists: KernelFunctions['touchLists'];
  readonly touchGathered: KernelFunctions['touchGathered'];
  readonly gather: KernelFunctions['gather'];
  readonly boundTouched: KernelFunctions['boundTouched'];
  readonly boundBuckets: KernelFunctions['boundBuckets'];
  readonly scan: KernelFunctions['scanShort'];
  readonly scanHolders: KernelFunctions['scanHolders'];

  constructor(sizes: KernelSizes) {
    const shapes: Record<string, Shape> = shapesOf(sizes);
    let end = lineBytes;
    const places = Object.entries(shapes).map(([name, [kind, length]]) => {
      const at = end;
      end = Math.ceil((at + bytesOf(kind) * length) / lineBytes) * lineBytes;
      return { name, kind, length, at };
    });
    const memory = new WebAssembly.Memory({ initial: Math.ceil(end / pageBytes) });
    const { exports } = new WebAssembly.Instance(compiled(), { env: { memory } });
    for (const { name, at } of places) {
      const address = exports[name];
      if (address instanceof WebAssembly.Global) address.value = at;
    }
    (exports.birthBits as WebAssembly.Global).value = sizes.birthBits;
    // Names, kinds and lengths are those of the shapes; the functions those of our own source, compiled beside it.
    this.columns = Object.fromEntries(places.map(({ name, kind, length, at }) => [name, new kind(memory.buffer, at, length)])) as unknown as SearchKernel['columns'];
    const functions = exports as unknown as KernelFunctions;
    this.touchLists = functions.touchLists;
    this.touchGathered = functions.touchGathered;
    this.gather = functions.gather;
    this.boundTouched = functions.boundTouched;
    this.boundBuckets = functions.boundBuckets;
    this.scan = sizes.leadBytes === 2 ? functions.scanShort : functions.scanWide;
    this.scanHolders = functions.scanHolders;
  }
}

function bytesOf(kind: Shape[0]): number {
  return (kind as unknown as { readonly BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
}

let module: WebAssembly.Module | null = null;

function compiled(): WebAssembly.Module {
  return (module ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBase64), (c) => c.charCodeAt(0))));
}
