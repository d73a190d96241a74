import { edtfOverlaps, type Edtf } from '@imena/problem';
import { linkParameters } from './link-settings.ts';
import { makeMismatch } from './make-mismatch.ts';
import type { Mismatch } from './types.ts';
import { nameWeight, type PreparedGrave, type PreparedMarker, type PreparedRow } from './weigh-link.ts';

/** Everything that does not fit in one grave and the journal lines linked to it; numbers of people apart. */
export function checkLine(grave: PreparedGrave, linked: readonly PreparedRow[], rows: readonly PreparedRow[]): Mismatch[] {
  const sameNumber = rows.filter(({ number }) => number !== null && grave.numbers.some(({ key }) => key === number.key));
  const strangers = grave.markers.filter((marker) => namesAnother(marker, linked, sameNumber));
  return [
    ...checkNumbers(grave, linked),
    ...strangers.map((marker) => markerNamesAnother(marker, grave, { linked, sameNumber, rows })),
    ...checkPapers(grave, linked, rows),
    ...checkMarkers(grave, linked),
    ...checkSex(grave, linked),
    // The dates of a marker that names another person are that person's.
    ...checkDates(grave, linked, grave.markers.filter((marker) => !strangers.includes(marker))),
  ];
}

function checkNumbers({ grave, numbers }: PreparedGrave, linked: readonly PreparedRow[]): Mismatch[] {
  if (numbers.length === 0) return [];
  return linked.flatMap(({ row, number }) =>
    number === null || numbers.some(({ key }) => key === number.key) ? [] : [makeMismatch('numbers_differ', { journal: [row.id], graves: [grave.id] }, { journal: row.number, grave: numbers.map(({ key }) => key).join(', ') })]);
}

/** Against the lines of its number; where there are none, against those linked. */
function namesAnother({ name }: PreparedMarker, linked: readonly PreparedRow[], sameNumber: readonly PreparedRow[]): boolean {
  const named = (sameNumber.length > 0 ? sameNumber : linked).filter((line) => line.name !== null);
  const weights = named.flatMap((line) => nameWeight(line.name, name) ?? []);
  return weights.length > 0 && Math.max(...weights) <= linkParameters.nameOfAnother.value;
}

function markerNamesAnother({ marker, name }: PreparedMarker, { grave }: PreparedGrave, { linked, sameNumber, rows }: { linked: readonly PreparedRow[]; sameNumber: readonly PreparedRow[]; rows: readonly PreparedRow[] }): Mismatch {
  const against = (sameNumber.length > 0 ? sameNumber : linked).filter((line) => line.name !== null);
  return makeMismatch('marker_names_another', { journal: against.map(({ row }) => row.id), markers: [marker.id], graves: [grave.id] },
    { journal: against.map(({ row }) => row.name).join(' / '), marker: marker.name, fits: bestFit(name, rows) });
}

function checkPapers({ grave, individuals }: PreparedGrave, linked: readonly PreparedRow[], rows: readonly PreparedRow[]): Mismatch[] {
  const named = linked.filter(({ name }) => name !== null);
  return individuals.flatMap(({ individual, name }) => {
    const weights = named.flatMap((line) => nameWeight(line.name, name) ?? []);
    if (weights.length === 0 || Math.max(...weights) > linkParameters.nameOfAnother.value) return [];
    return [makeMismatch('papers_name_another', { journal: named.map(({ row }) => row.id), graves: [grave.id], individuals: [individual.id] },
      { journal: named.map(({ row }) => row.name).join(' / '), papers: individual.papersName, fits: bestFit(name, rows) })];
  });
}

/** The journal line whose name fits best, where one clearly does. */
function bestFit(name: PreparedMarker['name'], rows: readonly PreparedRow[]): string | null {
  let best: { id: string; weight: number } | null = null;
  for (const line of rows) {
    const weight = nameWeight(line.name, name) ?? -Infinity;
    if (weight >= linkParameters.leastLog10Lr.value && weight > (best?.weight ?? -Infinity)) best = { id: line.row.id, weight };
  }
  return best?.id ?? null;
}

function checkMarkers({ grave, markers }: PreparedGrave, linked: readonly PreparedRow[]): Mismatch[] {
  // Several people listed in one grave may each have a marker.
  if (linked.reduce((sum, { row }) => sum + row.people, 0) > 1) return [];
  return markers.flatMap((a, i) => markers.slice(i + 1).flatMap((b) => {
    const weight = nameWeight(a.name, b.name);
    if (weight === null || weight > linkParameters.nameOfAnother.value) return [];
    return [makeMismatch('markers_disagree', { markers: [a.marker.id, b.marker.id], graves: [grave.id] }, { first: a.marker.name, second: b.marker.name })];
  }));
}

/** As many pairs of listed and found as sexes allow, unknown fitting either, must reach the smaller of both numbers. */
function checkSex({ grave, individuals }: PreparedGrave, linked: readonly PreparedRow[]): Mismatch[] {
  const listed = { M: 0, F: 0, open: 0 };
  for (const { row } of linked) listed[row.sex ?? 'open'] += row.people;
  const found = { M: 0, F: 0, open: 0 };
  for (const { individual } of individuals) found[individual.sex ?? 'open']++;
  const [people, bodies] = [listed.M + listed.F + listed.open, individuals.length];
  const same = Math.min(listed.M, found.M) + Math.min(listed.F, found.F);
  const listedLeft = listed.M + listed.F - same;
  const foundLeft = found.M + found.F - same;
  const toOpenFound = Math.min(found.open, listedLeft);
  const fitting = same + toOpenFound + Math.min(listed.open, foundLeft + found.open - toOpenFound);
  if (fitting >= Math.min(people, bodies)) return [];
  return [makeMismatch('sex_differs', { journal: linked.map(({ row }) => row.id), graves: [grave.id], individuals: individuals.map(({ individual }) => individual.id) },
    { listedMen: listed.M, listedWomen: listed.F, foundMen: found.M, foundWomen: found.F })];
}

function checkDates({ grave, individuals }: PreparedGrave, linked: readonly PreparedRow[], markers: readonly PreparedMarker[]): Mismatch[] {
  const dated = [
    ...markers.map(({ marker: { id, birth, death } }) => ({ about: { markers: [id] }, birth, death })),
    ...individuals.map(({ individual: { id, birth, death } }) => ({ about: { individuals: [id] }, birth, death })),
  ];
  return dated.flatMap(({ about, ...dates }) => (['birth', 'death'] as const).flatMap((field) => {
    const other = dates[field];
    const known = linked.filter(({ row }) => row[field] !== null);
    if (other === null || known.length === 0 || known.some(({ row }) => mayMeet(row[field], other))) return [];
    return [makeMismatch('dates_differ', { journal: known.map(({ row }) => row.id), graves: [grave.id], ...about },
      { field, journal: known.map(({ row }) => row[field]?.text ?? '').join(' / '), other: other.text }, field)];
  }));
}

function mayMeet(a: Edtf | null, b: Edtf): boolean {
  return a === null || edtfOverlaps(a, b) !== 'no';
}
