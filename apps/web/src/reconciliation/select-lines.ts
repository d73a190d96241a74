import type { Mismatch, MismatchKind, ReconciledLine, Reconciliation } from './reconciliation-api.ts';

export interface LineFilter {
  readonly shows: 'open' | 'explained' | 'all';
  readonly kind: MismatchKind | null;
  /** A number, code or name. */
  readonly text: string;
}

/** The tables by which a line finds what it names. */
export interface Lookup {
  readonly names: ReadonlyMap<string, Reconciliation['names'][number]>;
  readonly journal: ReadonlyMap<string, Reconciliation['journal'][number]>;
  readonly markers: ReadonlyMap<string, Reconciliation['markers'][number]>;
  readonly individuals: ReadonlyMap<string, readonly string[]>;
  readonly mismatches: ReadonlyMap<string, Mismatch>;
}

export function lookupOf({ names, journal, markers, individuals, mismatches }: Reconciliation): Lookup {
  return {
    names: new Map(names.map((one) => [one.id, one])), journal: new Map(journal.map((one) => [one.id, one])), markers: new Map(markers.map((one) => [one.id, one])),
    individuals: new Map(individuals.map((one) => [one.id, one.remains])), mismatches: new Map(mismatches.map((one) => [one.key, one])),
  };
}

/** Who lies where and who they were first; what only lacks a line or a number last. */
const gravestFirst: readonly MismatchKind[] = [
  'more_found_than_listed', 'marker_names_another', 'papers_name_another', 'sex_differs', 'dates_differ', 'markers_swapped', 'individual_without_grave', 'fewer_found_than_listed', 'nobody_found', 'markers_disagree',
  'numbers_differ', 'marker_number_differs', 'number_twice', 'number_not_read', 'journal_without_grave', 'marker_without_grave', 'grave_without_journal', 'number_missing',
];

/** Lines that pass the filter, those with the gravest mismatch first; every line, mismatch or none, in the order given. */
export function selectLines(lines: readonly ReconciledLine[], { shows, kind, text }: LineFilter, lookup: Lookup): ReconciledLine[] {
  const wanted = text.trim().toLocaleLowerCase('uk');
  const selected = lines.flatMap((line) => {
    const kinds = kindsOf(line, shows, lookup);
    if (kind === null ? kinds.length === 0 && shows !== 'all' : !kinds.includes(kind)) return [];
    if (wanted !== '' && !textsOf(line, lookup).some((one) => one.toLocaleLowerCase('uk').includes(wanted))) return [];
    return [{ line, gravity: Math.min(gravestFirst.length, ...kinds.map((one) => gravestFirst.indexOf(one))) }];
  });
  return (shows === 'all' ? selected : selected.sort((a, b) => a.gravity - b.gravity)).map(({ line }) => line);
}

/** The kinds of the mismatches of a line that are shown. */
function kindsOf(line: ReconciledLine, shows: LineFilter['shows'], { mismatches }: Lookup): MismatchKind[] {
  const own = line.mismatches.flatMap((key) => mismatches.get(key) ?? []);
  return own.filter(({ explained }) => shows === 'all' || (explained === null) === (shows === 'open')).map(({ kind }) => kind);
}

/** Everything by which a person looks for a line. */
function textsOf(line: ReconciledLine, { names, journal, markers, individuals }: Lookup): string[] {
  const ids = [line.grave ?? '', ...line.individuals.flatMap((id) => individuals.get(id) ?? [id])];
  return [
    ...ids.flatMap((id) => { const one = names.get(id); return one === undefined ? [] : [one.code, one.title]; }),
    ...line.journal.flatMap((id) => { const one = journal.get(id); return [one?.number, one?.name].filter((value) => typeof value === 'string'); }),
    ...line.markers.flatMap((id) => { const one = markers.get(id); return [one?.number, one?.name].filter((value) => typeof value === 'string'); }),
  ];
}

/** Graves with a mismatch that nobody has explained yet, with its words. */
export function openByGrave(lines: readonly ReconciledLine[], { mismatches }: Lookup): ReadonlyMap<string, readonly Mismatch[]> {
  return new Map(lines.flatMap(({ grave, mismatches: keys }) => {
    const open = keys.flatMap((key) => mismatches.get(key) ?? []).filter(({ explained }) => explained === null);
    return grave === null || open.length === 0 ? [] : [[grave, open] as const];
  }));
}

/** In how many lines each kind of mismatch stands, the gravest first; mismatches of a whole series stand in no line. */
export function countKinds(lines: readonly ReconciledLine[], shows: LineFilter['shows'], lookup: Lookup): { readonly kind: MismatchKind; readonly count: number }[] {
  const kinds = lines.map((line) => kindsOf(line, shows, lookup));
  return gravestFirst.map((kind) => ({ kind, count: kinds.filter((own) => own.includes(kind)).length })).filter(({ count }) => count > 0);
}
