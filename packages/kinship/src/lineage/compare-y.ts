import { canonicalMarkerName } from '../frequencies/marker-names.ts';
import { KinshipError } from '../kinship-error.ts';
import { lnWalk } from './repeat-walk.ts';
import rates from './y-mutation-rates.json' with { type: 'json' };
import type { YComparison, YHaplotype, YLocus } from './types.ts';

const observed: ReadonlyMap<string, number> = new Map(Object.entries(rates.loci).map(([locus, { mutations, meioses }]) => [locus, mutations / meioses]));
/** For a locus without own figures: all mutations seen over all transmissions seen. */
const general = sumOf(Object.values(rates.loci).map((l) => l.mutations)) / sumOf(Object.values(rates.loci).map((l) => l.meioses));
/** Copies are matched in every order; commercial kits hold two at most, some laboratories report four. */
const copyLimit = 6;

/** Where the mutation rates come from; none of the figures was checked against its source. */
export const yRatesSource = { source: rates.source, verified: rates.verified } as const;

/**
 * Two Y-STR haplotypes as two men of one paternal line, `transmissions` births apart: steps of repeats and the probability of the second given the first.
 * Loci mutate independently, up and down alike. DYS389II holds DYS389I: where both profiles have both, the rest of DYS389II is compared.
 * @param transmissions births between the two, 0 for one man
 * @throws KinshipError kinship.lineage.repeats {locus, allele}, kinship.lineage.copies {locus, limit}, kinship.lineage.locus_twice {locus}
 */
export function compareYHaplotypes(first: YHaplotype, second: YHaplotype, transmissions: number): YComparison {
  const [a, b] = withoutNesting(readHaplotype(first), readHaplotype(second));
  const loci: YLocus[] = [];
  const notCompared: YComparison['notCompared'][number][] = [];
  for (const locus of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    const [x, y] = [a.get(locus), b.get(locus)];
    if (x === undefined || y === undefined) notCompared.push({ locus, reason: 'oneProfileOnly' });
    else if (x.length !== y.length) notCompared.push({ locus, reason: 'differentCopies' });
    else loci.push(compareLocus(locus, [x, y], transmissions));
  }
  return {
    loci,
    differing: loci.filter(({ steps }) => steps !== 0).map(({ locus }) => locus),
    notCompared,
    expectedMutations: sumOf(loci.map(({ rate, seen }) => rate * seen[0].length)) * transmissions,
    lnTransmission: sumOf(loci.map(({ lnTransmission }) => lnTransmission)),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Tenths of repeats by canonical locus, ascending; loci without any repeat seen are left out. */
function readHaplotype(haplotype: YHaplotype): Map<string, number[]> {
  const out = new Map<string, number[]>();
  for (const [name, repeats] of Object.entries(haplotype)) {
    const locus = canonicalMarkerName(name);
    if (out.has(locus)) throw new KinshipError('kinship.lineage.locus_twice', { locus });
    if (repeats.length > copyLimit) throw new KinshipError('kinship.lineage.copies', { locus, limit: copyLimit });
    if (repeats.length === 0) continue;
    out.set(locus, repeats.map((allele) => tenthsOf(allele, locus)).sort((x, y) => x - y));
  }
  return out;
}

function tenthsOf(allele: string, locus: string): number {
  if (!/^\d{1,3}(?:\.\d)?$/.test(allele)) throw new KinshipError('kinship.lineage.repeats', { locus, allele });
  return Math.round(Number(allele) * 10);
}

function withoutNesting(a: Map<string, number[]>, b: Map<string, number[]>): [Map<string, number[]>, Map<string, number[]>] {
  const nested = [a, b].every((h) => h.get('DYS389I')?.length === 1 && h.get('DYS389II')?.length === 1);
  if (!nested) return [a, b];
  const rest = (h: Map<string, number[]>): Map<string, number[]> => new Map(h).set('DYS389II', [(h.get('DYS389II')?.[0] ?? 0) - (h.get('DYS389I')?.[0] ?? 0)]);
  return [rest(a), rest(b)];
}

function compareLocus(locus: string, [x, y]: readonly [readonly number[], readonly number[]], transmissions: number): YLocus {
  const own = observed.get(locus);
  const rate = own ?? general;
  let steps: number | null = null;
  let likelihood = 0;
  // The copies stand at different places whose order is not seen: every distinct order of the second profile is another way.
  for (const order of distinctOrders(y)) {
    const changes = order.map((value, i) => (value - (x[i] ?? 0)) / 10);
    if (!changes.every(Number.isInteger)) continue;
    const total = sumOf(changes.map(Math.abs));
    steps = steps === null ? total : Math.min(steps, total);
    likelihood += Math.exp(sumOf(changes.map((change) => lnWalk(change, transmissions, rate))));
  }
  const seen = [x.map(labelOf), y.map(labelOf)] as const;
  return { locus, seen, steps, rate, rateFrom: own === undefined ? 'default' : 'observed', lnTransmission: Math.log(likelihood) };
}

function labelOf(tenths: number): string {
  return String(tenths / 10);
}

function distinctOrders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return [...new Set(values)].flatMap((value) => {
    const at = values.indexOf(value);
    return distinctOrders([...values.slice(0, at), ...values.slice(at + 1)]).map((rest) => [value, ...rest]);
  });
}
