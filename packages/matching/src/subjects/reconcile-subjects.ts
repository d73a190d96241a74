import { parseEdtf, ProblemError, type Edtf, type Json } from '@imena/problem';
import { agreedValue, readingText, shownValue, type ListItem, type Subject } from '@imena/record';
import { readGraveNumber } from '../reconciliation/grave-number.ts';
import { readJournalName } from '../reconciliation/read-journal-name.ts';
import { reconcileBurials } from '../reconciliation/reconcile-burials.ts';
import type { FoundIndividual, Grave, JournalRow, Marker, Reconciliation, ReconciliationDecision } from '../reconciliation/types.ts';
import { readNameText } from '../records/name-text.ts';
import type { Sex, StatedDate } from '../records/types.ts';
import { sexesFound } from './from-subjects.ts';
import { groupRemains } from './group-remains.ts';

export interface SiteSubjects {
  readonly site: Subject;
  readonly burials: readonly Subject[];
  readonly graves: readonly Subject[];
  readonly remains: readonly Subject[];
}

/** A decision with the entry that states it, so that it can be shown and taken back. */
export interface StatedDecision {
  readonly decision: ReconciliationDecision;
  readonly entry: string;
  /** The subject the entry is about. */
  readonly on: string;
  readonly at: string;
  /** False where another decision that stands says the opposite: then neither is followed, and both are shown. */
  readonly followed: boolean;
}

export interface SiteReconciliation extends Reconciliation {
  readonly decisions: readonly StatedDecision[];
  readonly markers: readonly Marker[];
  /** Each individual with the bags it was brought together from. */
  readonly individuals: readonly { readonly id: string; readonly remains: readonly string[] }[];
}

/**
 * Journal, markers, graves and individuals of a site of the register laid over each other, with what people decided.
 * Remains that were re-associated are one individual. Every different reading of a marker counts as a marker of its
 * own, so that two readings which name two people are a mismatch. The register's own number of a grave belongs to
 * another series wherever markers carry numbers; it counts only at a site where none does.
 * @throws Problem of `reconcileBurials`
 */
export function reconcileSubjects({ site, burials, graves, remains }: SiteSubjects): SiteReconciliation {
  const markers = graves.flatMap(markersOf);
  const isNumbered = markers.some(({ number }) => readGraveNumber(number) !== null);
  const individuals = groupRemains(remains);
  const decisions = withoutContradictions([...burials.flatMap(placementsOf), ...explanationsOf(site)]);
  const journal = burials.map(journalRow);
  const result = reconcileBurials(
    { journal, markers, graves: graves.map((grave) => graveOf(grave, isNumbered)), individuals: individuals.map((one) => individualOf(one.id, one.remains)) },
    decisions.filter(({ followed }) => followed).map(({ decision }) => decision),
  );
  const lines = new Map(burials.map((burial, place) => [burial.id, lineLabel(journal[place], burial)]));
  return {
    ...result,
    // People know a line of the journal by what is written there, not by its id.
    mismatches: result.mismatches.map((mismatch) => (typeof mismatch.details['fits'] === 'string' ? { ...mismatch, details: { ...mismatch.details, fits: lines.get(mismatch.details['fits']) ?? null } } : mismatch)),
    decisions, markers, individuals: individuals.map(({ id, remains: bags }) => ({ id, remains: bags.map((bag) => bag.id) })),
  };
}

function lineLabel(row: JournalRow | undefined, burial: Subject): string {
  return [row?.number ?? null, text(shownValue(burial, 'name'))].filter((part) => part !== null).join(' ');
}

function journalRow(burial: Subject): JournalRow {
  const written = readJournalName(text(agreedValue(burial, 'name')));
  const stated = agreedValue(burial, 'sex');
  const people = agreedValue(burial, 'people');
  return {
    id: burial.id, number: text(agreedValue(burial, 'number')), name: written.name, sex: sexOf(stated) ?? written.sex,
    birth: edtfOf(text(agreedValue(burial, 'birthDate'))), death: edtfOf(text(agreedValue(burial, 'deathDate'))), people: typeof people === 'number' ? people : 1,
  };
}

/** One marker a different reading; what says nothing is no marker. */
function markersOf(grave: Subject): Marker[] {
  const seen = new Set<string>();
  return (grave.lists['readings'] ?? []).flatMap(({ entry, value }): Marker[] => {
    const [name, number, dates] = [readingText(value['markerName']), readingText(value['markerNumber']), readingText(value['markerDates'])];
    const key = JSON.stringify([name, number, dates]);
    if (name + number + dates === '' || seen.has(key)) return [];
    seen.add(key);
    const read = readNameText(`${name} ${dates}`, latestYear);
    return [{ id: entry, number: number === '' ? read.number : number, name: readJournalName(read.rest).name, birth: stated(read.birth), death: stated(read.death), grave: grave.id }];
  });
}

/** A lone year before it is a year of birth. */
const latestYear = 2100;

function graveOf(grave: Subject, isNumbered: boolean): Grave {
  const stages = (grave.lists['stages'] ?? []).map((item) => item.value['stage']);
  return { id: grave.id, number: isNumbered ? null : text(shownValue(grave, 'number')), emptied: stages.includes('emptied') || stages.includes('found_empty') };
}

function individualOf(id: string, bags: readonly Subject[]): FoundIndividual {
  const sexes = new Set(bags.flatMap((remains) => sexesFound({ remains, amelogenin: null })));
  const papers = bags.flatMap((bag) => (bag.lists['presumptions'] ?? []).filter((item) => item.value['ground'] === 'papers').flatMap((item) => text(item.value['name']) ?? []));
  const grave = bags.map((bag) => text(shownValue(bag, 'grave'))).find((one) => one !== null) ?? null;
  return { id, grave, sex: sexes.size === 1 ? ([...sexes][0] ?? null) : null, papersName: papers[0] ?? null, birth: null, death: null };
}

function placementsOf(burial: Subject): Omit<StatedDecision, 'followed'>[] {
  return (burial.lists['placements'] ?? []).map((item) => ({
    ...statedBy(item, burial.id),
    decision: { kind: item.value['verdict'] === 'lies_here' ? 'link' : 'apart', journal: burial.id, grave: text(item.value['grave']) ?? '', by: item.by, reason: text(item.value['explanation']) ?? '' },
  }));
}

function explanationsOf(site: Subject): Omit<StatedDecision, 'followed'>[] {
  return (site.lists['mismatchExplanations'] ?? []).map((item) => ({
    ...statedBy(item, site.id),
    decision: { kind: 'explained', mismatch: text(item.value['mismatch']) ?? '', by: item.by, reason: text(item.value['explanation']) ?? '' },
  }));
}

function statedBy({ entry, at }: ListItem, on: string): { readonly entry: string; readonly at: string; readonly on: string } {
  return { entry, at, on };
}

/** Two people who decided the opposite of one line and one grave: software takes neither side. */
function withoutContradictions(decisions: readonly Omit<StatedDecision, 'followed'>[]): StatedDecision[] {
  const verdicts = new Map<string, Set<string>>();
  const keyOf = ({ decision }: Omit<StatedDecision, 'followed'>): string | null => (decision.kind === 'explained' ? null : JSON.stringify([decision.journal, decision.grave]));
  for (const one of decisions) {
    const key = keyOf(one);
    if (key !== null) verdicts.set(key, (verdicts.get(key) ?? new Set<string>()).add(one.decision.kind));
  }
  return decisions.map((one) => ({ ...one, followed: (verdicts.get(keyOf(one) ?? '')?.size ?? 1) === 1 }));
}

function sexOf(value: Json | undefined): Sex | null {
  return value === 'male' ? 'M' : value === 'female' ? 'F' : null;
}

function stated(date: StatedDate | null): Edtf | null {
  if (date === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return edtfOf(`${date.year}${date.month === null ? '' : `-${two(date.month)}${date.day === null ? '' : `-${two(date.day)}`}`}`);
}

/** A marker can carry the 31st of a short month; such a date says nothing here and stays as it was read. */
function edtfOf(written: string | null): Edtf | null {
  try {
    return written === null ? null : parseEdtf(written);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
