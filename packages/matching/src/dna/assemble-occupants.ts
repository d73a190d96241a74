import { compareNames, namesMayAgree, prepareName, type PreparedName } from '@imena/names';
import { agreedValue, type Subject } from '@imena/record';
import { groundErrors, type IdentityGround } from '../audit/audit-settings.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { defaultSettings } from '../evidence/parameters.ts';
import { nameModelOf } from '../match/open-matching.ts';
import { readJournalName } from '../reconciliation/read-journal-name.ts';
import { readNameText } from '../records/name-text.ts';
import type { StatedDate } from '../records/types.ts';
import { standingIdentities } from '../subjects/audit-subjects.ts';
import { reportOfPerson } from '../subjects/from-subjects.ts';
import { prepareReportName, reportNamesOf } from '../weigh/name-weight.ts';
import { jointPriorVersion, type RunInput, type RunOccupancy, type RunOccupant } from './types.ts';

/** Where the register says that somebody is already found, buried or called a name. */
export interface OccupancySubjects {
  /** Missing persons of the families compared. */
  readonly persons: readonly Subject[];
  /** Remains of which somebody presumed who they are, or that an identification covers. */
  readonly remains: readonly Subject[];
  readonly identifications: readonly Subject[];
  /** Lines of burial journals. */
  readonly burials: readonly Subject[];
  /** Remains by the grave that they were recovered from. */
  readonly lying: ReadonlyMap<string, readonly string[]>;
  /** Sites from which any remains were recovered: a body listed there may be one of them. */
  readonly opened: ReadonlySet<string>;
}

/** A name that is less probably this person's than another's does not name them. */
const leastNameShare = 0.5;
/** A lone year before it is a year of birth. */
const latestYear = 2100;

/**
 * Earlier identifications and burials by others that concern a run, each with its documented error. An identity on DNA
 * alone between remains and a person that the run compares takes no part: its DNA is weighed there, and not twice. A line
 * of a journal names the person whose name and birth date fit it, where that is more probable than anybody else of the
 * name (each person of the run 1 : (N - 1) before); its body is one of the remains of the grave that a person placed it
 * in, or none that was recovered, where that grave or the whole site gave none. A line that nobody placed, at a site that
 * was opened, takes no part: which body it speaks of is what the reconciliation is for.
 */
export function assembleOccupants(subjects: OccupancySubjects, run: Pick<RunInput, 'remains' | 'families' | 'parameters'>): RunOccupancy {
  const compared = { remains: new Set(run.remains.map((one) => one.of)), persons: new Set(run.families.flatMap((family) => family.missing.map(({ person }) => person))) };
  const occupants = [...identitiesOf(subjects, compared), ...burialsOf(subjects, { compared, expectedMissing: run.parameters.expectedMissing })]
    .filter(({ remains, person }) => compared.persons.has(person) || (remains !== null && compared.remains.has(remains)));
  const key = ({ kind, burial, remains, person }: RunOccupant): string => `${kind} ${burial ?? ''} ${remains ?? ''} ${person}`;
  return { prior: jointPriorVersion, occupants: occupants.sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

interface Compared {
  readonly remains: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

function identitiesOf({ remains, identifications }: OccupancySubjects, compared: Compared): RunOccupant[] {
  return standingIdentities({ remains, identifications }).flatMap((identity): RunOccupant[] => {
    const isCompared = compared.remains.has(identity.remains) && compared.persons.has(identity.report);
    const grounds = isCompared ? identity.grounds.filter((ground) => ground !== 'dna') : identity.grounds;
    const surest = surestOf(grounds);
    if (surest === null) return [];
    return [{ kind: identity.standing, burial: null, remains: identity.remains, among: 1, person: identity.report, grounds, ...surest, nameShare: 1 }];
  });
}

/** The ground that errs least, with its declared error. */
function surestOf(grounds: readonly IdentityGround[]): Pick<RunOccupant, 'surest' | 'error' | 'source' | 'verified'> | null {
  const [surest] = [...grounds].sort((a, b) => groundErrors[a].value - groundErrors[b].value);
  return surest === undefined ? null : { surest, ...errorOf(surest) };
}

function errorOf(ground: IdentityGround): Pick<RunOccupant, 'error' | 'source' | 'verified'> {
  const { value, source, verified } = groundErrors[ground];
  return { error: value, source, verified };
}

function burialsOf(subjects: OccupancySubjects, { compared, expectedMissing }: { readonly compared: Compared; readonly expectedMissing: number }): RunOccupant[] {
  const persons = subjects.persons.filter(({ id }) => compared.persons.has(id)).map((person) => {
    const report = reportOfPerson(person);
    return { id: person.id, names: reportNamesOf(report).filter(({ words }) => words.length > 0), birth: report.birth, main: prepareReportName(report) };
  });
  const model = nameModelOf(persons.map(({ main }) => main));
  const { birthDayError, birthYearReportError, birthYearFoundError } = defaultSettings();
  return subjects.burials.flatMap((burial): RunOccupant[] => {
    const [written, born] = [agreedValue(burial, 'name'), agreedValue(burial, 'birthDate')];
    const { name } = readJournalName(typeof written === 'string' ? written : null);
    const bodies = name === null ? null : bodiesOf(burial, subjects);
    if (name === null || bodies === null) return [];
    const read = readNameText(`${name} ${typeof born === 'string' ? born : ''}`, latestYear);
    const prepared = prepareName(read.rest);
    const odds = persons.map(({ id, names, birth }) => {
      const bornLog10 = birthdayWeight(read.birth, birth, birthDayError) + yearWeight(read.birth, birth, birthYearReportError + birthYearFoundError);
      return { id, odds: (nameRatio(prepared, names, model) * 10 ** bornLog10) / (expectedMissing - 1) };
    });
    const sum = odds.reduce((total, one) => total + one.odds, 1);
    const best = odds.reduce<{ id: string; odds: number } | null>((most, one) => (most === null || one.odds > most.odds ? one : most), null);
    const nameShare = (best?.odds ?? 0) / sum;
    if (best === null || nameShare < leastNameShare) return [];
    return bodies.map((remains) => ({ kind: 'burial', burial: burial.id, remains, among: bodies.length, person: best.id, grounds: ['journal'], surest: 'journal', ...errorOf('journal'), nameShare }));
  });
}

/** The remains that a line may speak of; one null where the body is none that was recovered; null where nobody knows. */
function bodiesOf(burial: Subject, { lying, opened }: OccupancySubjects): readonly (string | null)[] | null {
  const verdicts = (burial.lists['placements'] ?? []).map(({ value }) => value);
  const graves = verdicts.filter((one) => one['verdict'] === 'lies_here').flatMap((one) => (typeof one['grave'] === 'string' ? [one['grave']] : []));
  const refused = verdicts.filter((one) => one['verdict'] !== 'lies_here').map((one) => one['grave']);
  const [grave, another] = [...new Set(graves)].filter((one) => !refused.includes(one));
  // Two people who placed it differently: software takes neither side.
  if (another !== undefined) return null;
  if (grave === undefined) return opened.has(burial.scope) ? null : [null];
  const remains = lying.get(grave) ?? [];
  return remains.length === 0 ? [null] : [...remains].sort();
}

/** P(name written | this person) / P(name written | another): the mean over the names of the report. */
function nameRatio(written: PreparedName, names: readonly PreparedName[], model: Parameters<typeof compareNames>[2]): number {
  const possible = names.filter((name) => namesMayAgree(written, name));
  return possible.reduce((sum, name) => sum + 10 ** compareNames(written, name, model).log10Lr, 0) / Math.max(1, names.length);
}

/** Years over which births of a list of missing persons are taken as even. */
const birthYearSpan = 80;

/** log10 LR of the years of birth, where both sides give one: within a year, or apart by an error of either side. */
function yearWeight(a: StatedDate | null, b: StatedDate | null, error: number): number {
  if (a === null || b === null) return 0;
  const byChance = 3 / birthYearSpan;
  return Math.abs(a.year - b.year) <= 1 ? Math.log10((1 - error) / byChance) : Math.log10(error / (1 - byChance));
}
