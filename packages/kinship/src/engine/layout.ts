import { countTransmissions, isFounder, trimFamily, type Frame, type Lineage, type Marks } from '../pedigree/frame.ts';
import { divisionsOf } from './divisions.ts';
import { linesOf } from './lines.ts';

/** Where an allele comes from: one of the two alleles of somebody whose state is walked through, of the person asked for, or a draw of a founder. */
export type Origin =
  | { readonly kind: 'person'; readonly at: number }
  | { readonly kind: 'target' }
  | { readonly kind: 'founder'; readonly at: number; readonly slot: number };

/** One allele of one person: through these parents ('f' or 'm', eldest first) from that origin. */
export interface Descent {
  readonly path: string;
  readonly origin: Origin;
}

/** Somebody whose ordered genotypes are walked through one by one; parents stand before children. */
export interface Walked {
  readonly person: number;
  readonly founder: boolean;
  readonly haploid: boolean;
  readonly inbreeding: number;
  /** Of the first (paternal, or only) allele and the second; empty for a founder. */
  readonly alleles: readonly Descent[];
  /** Whether both orders of a heterozygote mean the same. */
  readonly unordered: boolean;
}

/** How an untyped founder's slots share draws: bit masks of the slots of each draw, and which of the asked alleles it is too. */
export interface Draw {
  readonly mask: number;
  readonly asksFirst: boolean;
  readonly asksSecond: boolean;
}

export interface LayoutFounder {
  /** Path of each slot that leads to somebody walked through or to a child of the person asked for. */
  readonly paths: readonly string[];
  readonly divisions: readonly { readonly weight: number; readonly draws: readonly Draw[] }[];
}

/** A founder of one draw, of which something is seen or not, and which may be an asked allele. */
export function oneDraw(isSeen: boolean, asks: Pick<Draw, 'asksFirst' | 'asksSecond'>): LayoutFounder {
  return { paths: isSeen ? [''] : [], divisions: [{ weight: 1, draws: [{ mask: isSeen ? 1 : 0, ...asks }] }] };
}

/** The person asked for: where their alleles come from. */
export interface LayoutTarget {
  readonly haploid: boolean;
  readonly first: Descent;
  readonly second: Descent | null;
}

/** One way in which the alleles of people who pass on one only run, with its probability. */
export interface Layout {
  readonly weight: number;
  readonly walked: readonly Walked[];
  readonly founders: readonly LayoutFounder[];
  readonly target: LayoutTarget | null;
}

// A memo, not state: what is laid out depends on the family and on who is typed, not on the marker.
const layouts = new WeakMap<Frame, Map<string, readonly Layout[] | null>>();

/** A founder's transmissions are divided between its two alleles in 2^(n - 1) ways, each written out. */
const maxTransmissions = 12;

/** All layouts of a family; their likelihoods add up. Null where an untyped founder has more children than are laid out. */
export function layoutsOf(frame: Frame, marks: Marks): readonly Layout[] | null {
  const memo = layouts.get(frame) ?? new Map<string, readonly Layout[] | null>();
  layouts.set(frame, memo);
  const key = `${typedKey(marks.typed)} ${String(marks.target)} ${marks.mutates ? 'm' : ''}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = isTooWide(frame, marks) ? null : linesOf(frame, marks).map(({ lineage, weight }) => layOut(lineage, marks, weight));
  memo.set(key, made);
  return made;
}

function isTooWide(frame: Frame, marks: Marks): boolean {
  const lineage = trimFamily(frame, marks);
  return countTransmissions(lineage).some((n, i) => n > maxTransmissions && marks.typed[i] !== true && isFounder(lineage, i));
}

function typedKey(typed: readonly boolean[]): string {
  // A sum of powers of two is exact up to the 53rd person, and much sooner made than a text of as many digits.
  if (typed.length > 53) return typed.map((t) => (t ? '1' : '0')).join('');
  let sum = 0;
  for (let i = 0; i < typed.length; i++) if (typed[i] === true) sum += 2 ** i;
  return String(sum);
}

function layOut(lineage: Lineage, marks: Marks, weight: number): Layout {
  const { frame, father, mother, needed, single } = lineage;
  const { typed, target } = marks;
  const passed = countTransmissions(lineage);
  const isWalked = (i: number): boolean => needed[i] === 1 && i !== target && (typed[i] === true || (!isFounder(lineage, i) && !isFollowed(i)));
  const isFollowed = (i: number): boolean => typed[i] !== true && i !== target && !isFounder(lineage, i) && ((single[i] ?? 0) > 0 || (frame.haploid[i] === 1 && passed[i] === 1));
  const order: number[] = [];
  const place = new Map<number, number>();
  const visited = new Uint8Array(needed.length);
  const visit = (i: number): void => {
    if (i < 0 || visited[i] === 1 || needed[i] !== 1) return;
    visited[i] = 1;
    visit(father[i] ?? -1);
    visit(mother[i] ?? -1);
    if (isWalked(i)) place.set(i, order.push(i) - 1);
  };
  for (let i = 0; i < needed.length; i++) visit(i);
  const founderAt = new Map<number, number>();
  const slotPaths: string[][] = [];
  const founderOf = (i: number): number => {
    const known = founderAt.get(i);
    if (known !== undefined) return known;
    const at = slotPaths.push([]) - 1;
    founderAt.set(i, at);
    return at;
  };
  const from = (child: number, fromFather: boolean): { parent: number; path: string } => {
    let parent = (fromFather ? father : mother)[child] ?? -1;
    let path = fromFather ? 'm' : 'f';
    while (isFollowed(parent)) {
      const up = single[parent] === 1;
      path = (up ? 'm' : 'f') + path;
      parent = (up ? father : mother)[parent] ?? -1;
    }
    return { parent, path };
  };
  const descent = (child: number, fromFather: boolean): Descent => {
    const { parent, path } = from(child, fromFather);
    const at = place.get(parent);
    if (parent === target) return { path, origin: { kind: 'target' } };
    if (at !== undefined) return { path, origin: { kind: 'person', at } };
    const founder = founderOf(parent);
    const slots = slotPaths[founder] ?? [];
    return { path, origin: { kind: 'founder', at: founder, slot: slots.push(path) - 1 } };
  };
  const descents = (i: number): Descent[] => ((father[i] ?? -1) < 0 ? [descent(i, false)] : [descent(i, true), descent(i, false)]);
  const walked = order.map((person): Walked => {
    const founder = isFounder(lineage, person);
    return { person, founder, haploid: frame.haploid[person] === 1, inbreeding: frame.inbreeding[person] ?? 0, alleles: founder ? [] : descents(person), unordered: founder };
  });
  const asked = target < 0 ? null : askedOf(target);
  const founders = slotPaths.map((paths, at): LayoutFounder => {
    const person = [...founderAt].find((entry) => entry[1] === at)?.[0] ?? -1;
    if (person === target) return foundingTarget(frame.haploid[person] === 1, frame.inbreeding[person] ?? 0);
    const how = { haploid: frame.haploid[person] === 1, inbreeding: frame.inbreeding[person] ?? 0 };
    // The slots of the person asked for are no slots with a known allele: they ask for the draw itself.
    const asks = [asked?.first, asked?.second].map((d) => (d?.origin.kind === 'founder' && d.origin.at === at ? d.origin.slot : -1));
    const kept = paths.map((_, s) => s).filter((s) => !asks.includes(s));
    const divisions = divisionsOf(paths.length, how).map(({ weight: w, groups }) => ({
      weight: w,
      draws: groups.map((group): Draw => {
        let mask = 0;
        kept.forEach((s, bit) => {
          if (group.includes(s)) mask |= 1 << bit;
        });
        return { mask, asksFirst: group.includes(asks[0] ?? -1), asksSecond: group.includes(asks[1] ?? -1) };
      }),
    }));
    return { paths: kept.map((s) => paths[s] ?? ''), divisions };
  });
  return { weight, walked: renumberSlots(walked, asked), founders, target: asked };

  function askedOf(i: number): LayoutTarget {
    const haploid = frame.haploid[i] === 1;
    if (!isFounder(lineage, i)) {
      const [first, second] = descents(i);
      return { haploid, first: first ?? { path: '', origin: { kind: 'target' } }, second: second ?? null };
    }
    const at = founderOf(i);
    const own = (slot: number): Descent => ({ path: '', origin: { kind: 'founder', at, slot } });
    return { haploid, first: own(0), second: haploid ? null : own(1) };
  }
}

/** A founder who is asked for: two draws, or by inbreeding one; one draw for one allele. */
function foundingTarget(haploid: boolean, inbreeding: number): LayoutFounder {
  if (haploid) return { paths: [], divisions: [{ weight: 1, draws: [{ mask: 0, asksFirst: true, asksSecond: false }] }] };
  const apart = { weight: 1 - inbreeding, draws: [{ mask: 0, asksFirst: true, asksSecond: false }, { mask: 0, asksFirst: false, asksSecond: true }] };
  const same = { weight: inbreeding, draws: [{ mask: 0, asksFirst: true, asksSecond: true }] };
  return { paths: [], divisions: inbreeding > 0 ? [apart, same] : [apart] };
}

/** Slot numbers without those that the person asked for took among a founder's transmissions. */
function renumberSlots(walked: readonly Walked[], asked: LayoutTarget | null): Walked[] {
  const taken = [asked?.first, asked?.second].flatMap((d) => (d?.origin.kind === 'founder' ? [d.origin] : []));
  return walked.map((w) => ({
    ...w,
    alleles: w.alleles.map((d) => {
      const { origin } = d;
      if (origin.kind !== 'founder') return d;
      const before = taken.filter((t) => t.at === origin.at && t.slot < origin.slot).length;
      return { ...d, origin: { ...origin, slot: origin.slot - before } };
    }),
  }));
}
