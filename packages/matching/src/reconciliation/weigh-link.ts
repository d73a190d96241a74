import { edtfOverlaps, type Edtf } from '@imena/problem';
import { defaultNameModel, namesMayAgree, nameLog10Lr, prepareName, type PreparedName } from '@imena/names';
import type { Sex } from '../records/types.ts';
import { sexRatio } from '../evidence/sex.ts';
import { isMisreading, readGraveNumber, type GraveNumber } from './grave-number.ts';
import { linkParameters } from './link-settings.ts';
import type { FoundIndividual, Grave, JournalRow, LinkWeight, Marker, ReconciliationInput } from './types.ts';

/** A journal line with number and name read once. */
export interface PreparedRow {
  readonly row: JournalRow;
  readonly number: GraveNumber | null;
  readonly name: PreparedName | null;
}

export interface PreparedMarker {
  readonly marker: Marker;
  readonly number: GraveNumber | null;
  readonly name: PreparedName | null;
}

export interface PreparedIndividual {
  readonly individual: FoundIndividual;
  readonly name: PreparedName | null;
}

/** A grave with what stands on it and who was found in it. */
export interface PreparedGrave {
  readonly grave: Grave;
  readonly markers: readonly PreparedMarker[];
  readonly individuals: readonly PreparedIndividual[];
  /** Its own number and those of its markers. */
  readonly numbers: readonly GraveNumber[];
}

export interface PreparedLists {
  readonly rows: readonly PreparedRow[];
  readonly graves: readonly PreparedGrave[];
  /** Days between the earliest and the latest date of each kind, for the chance that two dates meet. */
  readonly days: Readonly<Record<'birth' | 'death', number>>;
}

/** Reads all numbers and names once. */
export function prepareLists({ journal, markers, graves, individuals }: ReconciliationInput): PreparedLists {
  const named = (name: string | null, sex: Sex | null): PreparedName | null => (name === null ? null : prepareName(name, { language: null, sex: sex === null ? null : sex === 'M' ? 'male' : 'female' }));
  const readMarkers = markers.map((marker): PreparedMarker => ({ marker, number: readGraveNumber(marker.number), name: named(marker.name, null) }));
  const all = [...journal, ...markers, ...individuals];
  return {
    rows: journal.map((row) => ({ row, number: readGraveNumber(row.number), name: named(row.name, row.sex) })),
    graves: graves.map((grave) => {
      const own = readMarkers.filter(({ marker }) => marker.grave === grave.id);
      return {
        grave, markers: own, numbers: [readGraveNumber(grave.number), ...own.map(({ number }) => number)].filter((number) => number !== null),
        individuals: individuals.filter((one) => one.grave === grave.id).map((individual) => ({ individual, name: named(individual.papersName, individual.sex) })),
      };
    }),
    days: { birth: window(all.map(({ birth }) => birth)), death: window(all.map(({ death }) => death)) },
  };
}

/**
 * What speaks for and against a journal line being about a grave: number, name on its markers and in the papers found, sex, dates;
 * each the best of several, because one of several buried together is enough. Source of the models: the method page.
 */
export function weighLink(line: PreparedRow, grave: PreparedGrave, lists: PreparedLists): LinkWeight[] {
  const weights: LinkWeight[] = [];
  const add = (kind: LinkWeight['kind'], values: readonly (number | null)[]): void => {
    const known = values.filter((value) => value !== null);
    if (known.length > 0) weights.push({ kind, log10Lr: Math.max(...known) });
  };
  add('number', grave.numbers.map((number) => numberWeight(line.number, number, lists.graves.length)));
  add('marker_name', grave.markers.map(({ name }) => nameWeight(line.name, name)));
  add('papers_name', grave.individuals.map(({ name }) => nameWeight(line.name, name)));
  add('sex', grave.individuals.map(({ individual }) => sexWeight(line.row.sex, individual.sex)));
  const dated = [...grave.markers.map(({ marker }) => marker), ...grave.individuals.map(({ individual }) => individual)];
  add('birth', dated.map(({ birth }) => dateWeight(line.row.birth, birth, lists.days.birth)));
  add('death', dated.map(({ death }) => dateWeight(line.row.death, death, lists.days.death)));
  return weights;
}

/** Equal: (1 - e) n; one slip: e m over the 9 digits of each place and n graves; otherwise e (1 - m). Null = not both known. */
export function numberWeight(a: GraveNumber | null, b: GraveNumber, graves: number): number | null {
  if (a === null) return null;
  const { numberError: { value: error }, numberMisread: { value: misread } } = linkParameters;
  const count = Math.max(2, graves);
  if (a.key === b.key) return Math.log10((1 - error) * count);
  if (isMisreading(a, b)) return Math.log10((error * misread) / Math.min(0.5, (9 * Math.max(a.key.length, b.key.length)) / count));
  return Math.log10(error * (1 - misread));
}

/** log10 LR of two names; names that share no sounds are looked at no longer. Null = not both known. */
export function nameWeight(a: PreparedName | null, b: PreparedName | null): number | null {
  if (a === null || b === null || a.words.length === 0 || b.words.length === 0) return null;
  // Not when the module is read: making the model takes as long as all else at the start of a command.
  const nameModel = defaultNameModel();
  return namesMayAgree(a, b) ? nameLog10Lr(a, b, nameModel) : Math.log10(nameModel.rates.nameOfAnother);
}

/** Even shares of both sexes: the journal's own would count the unnamed dead as known. */
function sexWeight(a: Sex | null, b: Sex | null): number | null {
  return a === null || b === null ? null : Math.log10(sexRatio(a, b, { errorRate: linkParameters.sexError.value, population: { M: 0.5, F: 0.5 } }));
}

/** Two dates meet, or may, against the chance that they would by accident; dates without bounds say nothing. */
function dateWeight(a: Edtf | null, b: Edtf | null, days: number): number | null {
  const chance = a === null || b === null ? null : chanceToMeet(a, b, days);
  if (a === null || b === null || chance === null) return null;
  const { value: error } = linkParameters.dateError;
  const meets = edtfOverlaps(a, b);
  if (meets === 'perhaps') return 0;
  return meets === 'yes' ? Math.log10((1 - error) / chance) : Math.log10(error / (1 - chance));
}

function chanceToMeet(a: Edtf, b: Edtf, days: number): number | null {
  const [x, y] = [spanDays(a), spanDays(b)];
  return x === null || y === null ? null : Math.min(0.9, Math.max(1 / 365, (x + y - 1) / days));
}

function spanDays({ earliest, latest }: Edtf): number | null {
  return earliest === null || latest === null ? null : (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1;
}

function window(dates: readonly (Edtf | null)[]): number {
  let first = Infinity;
  let last = -Infinity;
  for (const date of dates) {
    if (date === null || date.earliest === null || date.latest === null) continue;
    first = Math.min(first, Date.parse(date.earliest));
    last = Math.max(last, Date.parse(date.latest));
  }
  return last > first ? (last - first) / 86_400_000 + 1 : 1;
}
