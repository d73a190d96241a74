import { compareFamilies, KinshipError, readMissingPersonCase, writeNumber, type FamilyComparison, type Marker, type MissingPersonCase } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { alignRows } from './kinship-advise.ts';
import type { CaseFile } from './case-file.ts';
import type { Call } from '../command.ts';

interface ReadFamily {
  readonly file: string;
  readonly given: MissingPersonCase;
}

interface Pair {
  readonly a: ReadFamily;
  readonly b: ReadFamily;
  readonly result: FamilyComparison;
}

/** `imena kinship families CASE.json CASE.json ...`: are the missing persons of two cases one person? Every two of the cases, strongest first. */
export function compareCases(cases: readonly CaseFile[], call: Call): void {
  const families = cases.map(({ file, json }) => ({ file, given: refusing(file, () => readMissingPersonCase(json)) }));
  const pairs: Pair[] = [];
  families.forEach((a, i) => {
    for (const b of families.slice(i + 1)) pairs.push({ a, b, result: refusing(`${a.file}, ${b.file}`, () => comparePair(a.given, b.given)) });
  });
  pairs.sort((x, y) => y.result.lnLr - x.result.lnLr);
  if (call.isJson) for (const pair of pairs) call.out(JSON.stringify(rowOf(pair)));
  else for (const line of tableOf(pairs, call.language)) call.out(line);
}

function refusing<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
    throw error;
  }
}

function comparePair(a: MissingPersonCase, b: MissingPersonCase): FamilyComparison {
  const side = ({ pedigree, missing, profiles, typing }: MissingPersonCase): Parameters<typeof compareFamilies>[0]['a'] => ({ pedigree, person: missing, profiles, typing });
  const markers = commonMarkers(a.markers, b.markers);
  const own = new Set(a.linkage.flatMap((group) => group.markers));
  const linkage = [...a.linkage, ...b.linkage.filter((group) => group.markers.every((name) => !own.has(name)))].filter((group) => group.markers.every((name) => markers.some((m) => m.name === name)));
  if (JSON.stringify(a.policies) !== JSON.stringify(b.policies)) throw new KinshipError('kinship.families.policies');
  return compareFamilies({ a: side(a), b: side(b), markers, linkage, policies: a.policies, theta: thetaOf(a, b) });
}

/** Of two declared corrections the larger: it is the more careful one. */
function thetaOf(a: MissingPersonCase, b: MissingPersonCase): number {
  return Math.max(a.theta, b.theta);
}

/** Markers that one case describes and the other does not: they bear on no number. */
function onlyInOne(first: readonly Marker[], second: readonly Marker[]): string[] {
  const names = [first, second].map((markers) => new Set(markers.map(({ name }) => name)));
  return [...first, ...second].map(({ name }) => name).filter((name) => !names.every((set) => set.has(name)));
}

/** Markers of both cases; one that the two describe differently is refused, because one of the tables would be passed over; so are cases without any in common. */
function commonMarkers(first: readonly Marker[], second: readonly Marker[]): Marker[] {
  const others = new Map(second.map((marker) => [marker.name, marker]));
  const common = first.filter((marker) => {
    const other = others.get(marker.name);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(marker)) throw new KinshipError('kinship.families.markers', { marker: marker.name });
    return other !== undefined;
  });
  if (common.length === 0) throw new KinshipError('kinship.families.no_markers');
  return common;
}

function rowOf({ a, b, result }: Pair): object {
  return {
    a: a.given.id, b: b.given.id, lnLr: writeNumber(result.lnLr), theta: thetaOf(a.given, b.given), policies: a.given.policies, identified: result.identified,
    perMarker: result.perMarker.map(({ marker, lnLr, notes }) => ({ marker, lnLr: writeNumber(lnLr), ...(notes.length > 0 && { notes }) })),
    ...(result.linked.length > 0 && { linked: result.linked.map((group) => ({ markers: group.markers, lnLr: writeNumber(group.lnLr) })) }), dropped: onlyInOne(a.given.markers, b.given.markers),
  };
}

const heads = { en: ['family', 'family', 'markers', 'log10 LR', 'also one person'], uk: ['родина', 'родина', 'маркерів', 'log10 LR', 'тоді також одна особа'] } as const;

function tableOf(pairs: readonly Pair[], language: Call['language']): string[] {
  const rows = pairs.map(({ a, b, result }) => [a.given.id, b.given.id, String(result.perMarker.length), (result.lnLr / Math.LN10).toFixed(2), result.identified.slice(1).map((two) => two.map((id) => id.slice(2)).join(' = ')).join(', ')]);
  return alignRows([[...heads[language]], ...rows]);
}
