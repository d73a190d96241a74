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

/** Lines that pass the filter, those with most open mismatches first, else in the order given. */
export function selectLines(lines: readonly ReconciledLine[], { shows, kind, text }: LineFilter, lookup: Lookup): ReconciledLine[] {
  const wanted = text.trim().toLocaleLowerCase('uk');
  return lines.filter((line) => {
    const own = line.mismatches.flatMap((key) => lookup.mismatches.get(key) ?? []);
    const fitting = own.filter((one) => (kind === null || one.kind === kind) && (shows === 'all' || (one.explained === null) === (shows === 'open')));
    if (fitting.length === 0 && !(shows === 'all' && kind === null)) return false;
    return wanted === '' || textsOf(line, lookup).some((one) => one.toLocaleLowerCase('uk').includes(wanted));
  });
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

/** How many mismatches of each kind wait, most first. */
export function countKinds(mismatches: readonly Mismatch[], shows: LineFilter['shows']): { readonly kind: MismatchKind; readonly count: number }[] {
  const counts = new Map<MismatchKind, number>();
  for (const { kind, explained } of mismatches) if (shows === 'all' || (explained === null) === (shows === 'open')) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
