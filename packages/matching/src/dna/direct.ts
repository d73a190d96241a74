import { directComparison, type DirectInput, type Observation, type Profile, type TypingModel } from '@imena/kinship';
import { policiesOf, type DirectPair, type RunInput, type RunProfile } from './types.ts';

/**
 * Compares profiles of remains with each other and with missing persons' own references: one person in two bags, or a
 * person known by a sample of their own. Where neither is stated to be low-template, one marker that differs excludes.
 * @param threshold ln LR below which a pair is not listed
 */
export async function compareDirectly(input: RunInput, threshold: number, advance: () => Promise<void>): Promise<DirectPair[]> {
  const settings = { markers: input.markers, theta: input.parameters.theta, policies: policiesOf(input.parameters) };
  const names = input.markers.map((marker) => marker.name);
  const found: DirectPair[] = [];
  const compareLossy = lossyComparer(settings);
  const compare = (a: RunProfile, b: RunProfile, kind: DirectPair['kind']): void => {
    const isCertain = a.typing === undefined && b.typing === undefined;
    // Exact and much cheaper: any marker that differs makes the ratio 0, which no threshold lets through.
    if (isCertain ? !canBeOnePerson(a.genotypes, b.genotypes, names) : !mayBeOneThroughDropOut(a, b, names)) return;
    const score = isCertain ? directComparison({ a: a.genotypes, b: b.genotypes, ...settings }) : a.typing === undefined ? compareLossy(b, a) : compareLossy(a, b);
    if (score.lnLr >= threshold && score.markersUsed > 0) found.push({ a: a.of, b: b.of, kind, lnLr: score.lnLr, markersUsed: score.markersUsed });
  };
  for (const [index, a] of input.remains.entries()) {
    for (const b of input.remains.slice(index + 1)) compare(a, b, 'remains');
    for (const person of input.persons) compare(a, person, 'person');
    await advance();
  }
  return found.sort((x, y) => y.lnLr - x.lnLr || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/**
 * Compares low-template profiles. The genotypes of one are summed at every marker, so each marker is computed once for
 * every observation that it is set beside; the digits are those of `directComparison`.
 */
function lossyComparer(settings: Omit<DirectInput, 'a' | 'b' | 'typing'>): (lossy: RunProfile, other: RunProfile) => { readonly lnLr: number; readonly markersUsed: number } {
  const memos = new Map<RunProfile, Map<string, number | null>>();
  return (lossy, other) => {
    const memo = memos.get(lossy) ?? new Map<string, number | null>();
    memos.set(lossy, memo);
    let [lnLr, markersUsed] = [0, 0];
    for (const marker of settings.markers) {
      const [a, b] = [lossy.genotypes[marker.name], other.genotypes[marker.name]];
      if (a === undefined || b === undefined) continue;
      const [modelA, modelB] = [modelAt(lossy, marker.name), modelAt(other, marker.name)];
      const key = JSON.stringify([marker.name, b, modelB]);
      let one = memo.get(key);
      if (one === undefined) {
        const [alone] = directComparison({ ...settings, a: { [marker.name]: a }, b: { [marker.name]: b }, markers: [marker], typing: { ...(modelA && { a: modelA }), ...(modelB && { b: modelB }) } }).perMarker;
        one = alone?.lnLr ?? null;
        memo.set(key, one);
      }
      if (one === null) continue;
      lnLr += one;
      markersUsed += 1;
    }
    return { lnLr, markersUsed };
  };
}

/** Whether at every marker that both have some genotype explains both observations. */
export function canBeOnePerson(a: Profile, b: Profile, markers: readonly string[]): boolean {
  return markers.every((marker) => {
    const one = known(a[marker]);
    const other = known(b[marker]);
    if (one.length === 0 || other.length === 0) return true;
    const [more, fewer] = one.length >= other.length ? [one, other] : [other, one];
    if (fewer.length === 2) return sameGenotype(more, fewer);
    return more.length === 1 || fewer.every((allele) => more.includes(allele));
  });
}

/**
 * The same where a sample may have lost alleles: false only where no genotype can have left both, at whatever drop-out.
 * Where an allele may have dropped in, everything is possible.
 */
function mayBeOneThroughDropOut(a: RunProfile, b: RunProfile, markers: readonly string[]): boolean {
  return markers.every((marker) => {
    const models = [modelAt(a, marker), modelAt(b, marker)];
    if (models.some((model) => (model?.dropIn ?? 0) > 0)) return true;
    const one = known(a.genotypes[marker]);
    const other = known(b.genotypes[marker]);
    const [lossy, whole] = models[0] === undefined ? [other, one] : [one, other];
    // Both lost something, or the one that did not shows a single allele and may have another: two alleles explain both.
    if (models.every((model) => model !== undefined) || whole.length < 2) return new Set([...one, ...other]).size <= 2;
    return lossy.every((allele) => whole.includes(allele));
  });
}

function modelAt({ typing }: RunProfile, marker: string): TypingModel | undefined {
  return typing?.markers?.[marker] ?? typing;
}

function known(observation: Observation | undefined): string[] {
  return (observation ?? []).filter((allele) => allele !== null);
}

function sameGenotype(a: readonly string[], b: readonly string[]): boolean {
  return (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);
}
