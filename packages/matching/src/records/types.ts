import { codeLists } from '@imena/record';
import type { EyeColour, HairColour } from '../evidence/colouring.ts';
import type { NumberedThing } from '../evidence/numbers.ts';
import type { ToothChart } from '../evidence/tooth-chart.ts';

export type Sex = 'M' | 'F';

/** Why there is no value: five different things (design, invariants). Only `absent` says anything: looked for, and not there. */
export const { absences } = codeLists;
/** `not_recorded`: the register's field is empty and nobody said why. */
export type Absence = (typeof absences)[number] | 'not_recorded';

/** Lists of described things. */
export const traitKinds = ['marks', 'clothing', 'belongings'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** What reports and remains can both say. An empty list without an entry in `absences` is partly "not asked". */
interface Described {
  readonly isMilitary: boolean | null;
  readonly hair: HairColour | null;
  readonly eyes: EyeColour | null;
  /** Scars, tattoos, operations, implants, in words. */
  readonly marks: readonly string[];
  readonly clothing: readonly string[];
  readonly belongings: readonly string[];
  /** Numbers on implants, documents and devices. */
  readonly numbers: readonly NumberedThing[];
  readonly teeth: ToothChart | null;
  readonly absences: Readonly<Partial<Record<TraitKind, Absence>>>;
}

/** What one informant reported about one missing person, as the matching reads it. Null or empty = not reported. */
export interface MissingReport extends Described {
  readonly id: string;
  readonly surname: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  /** The name as written, order of parts unknown. */
  readonly name: string | null;
  /** Maiden, earlier and other names, each as written. */
  readonly otherNames: readonly string[];
  readonly lang: string | null;
  readonly sex: Sex | null;
  readonly birth: StatedDate | null;
  /** Years of birth where no single one is stated, or the one is in doubt; it goes before `birth`. */
  readonly birthYears: YearSpan | null;
  readonly age: number | null;
  /** Days since 1970-01-01; of a short span its middle. */
  readonly lastSeen: number | null;
  /** Days between which it was, where no single one is stated; it goes before `lastSeen`. */
  readonly lastSeenSpan: DaySpan | null;
  readonly place: string | null;
  readonly street: string | null;
  readonly heightCm: number | null;
  /** Relation or name of the informant, as written. */
  readonly informant: string | null;
}

/** A date of which month and day may be unknown. */
export interface StatedDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Whole years, both ends inside; null = open on that side. */
export interface YearSpan {
  readonly from: number | null;
  readonly to: number | null;
  /** Stated as uncertain or approximate. */
  readonly isDoubtful: boolean;
}

/** Days since 1970-01-01, both ends inside; null = open on that side. */
export interface DaySpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** What was found and read of one individual. Null or empty = not observed. */
export interface FoundRemains extends Described {
  readonly id: string;
  readonly source: string | null;
  /** The name as read, without number, years and age. */
  readonly name: string | null;
  /** Other names read for the same individual: in papers, a journal, on a second marker. At most one of all is right. */
  readonly otherNames: readonly string[];
  readonly lang: string | null;
  readonly birth: StatedDate | null;
  /** As of reports. */
  readonly birthYears: YearSpan | null;
  readonly statedAge: number | null;
  /** Bounds of death; they hold the stated day of death where there is one. */
  readonly death: DaySpan | null;
  readonly place: string | null;
  readonly street: string | null;
  readonly sex: Sex | null;
  /** The examiner says so with doubt (`M?`). */
  readonly isSexInDoubt: boolean;
  readonly age: { readonly low: number; readonly high: number } | null;
  readonly stature: { readonly cm: number; readonly sdCm: number | null } | null;
}

/** What was found, by place in its list: an array, or records that are read when they are first asked for. */
export interface FoundList extends Iterable<FoundRemains> {
  readonly length: number;
  at(place: number): FoundRemains | undefined;
}

/** Who is on both lists, in their order. */
export interface ListIds {
  readonly reports: readonly string[];
  readonly remains: readonly string[];
}

const nothingDescribed = { isMilitary: null, hair: null, eyes: null, marks: [], clothing: [], belongings: [], numbers: [], teeth: null, absences: {} } as const;

/** A report that says nothing yet. */
export function emptyReport(id: string): MissingReport {
  return {
    id, surname: null, given: null, patronymic: null, name: null, otherNames: [], lang: null, sex: null, birth: null, birthYears: null, age: null,
    lastSeen: null, lastSeenSpan: null, place: null, street: null, heightCm: null, informant: null, ...nothingDescribed,
  };
}

/** Remains of which nothing is known yet. */
export function emptyRemains(id: string): FoundRemains {
  return {
    id, source: null, name: null, otherNames: [], lang: null, birth: null, birthYears: null, statedAge: null, death: null, place: null, street: null,
    sex: null, isSexInDoubt: false, age: null, stature: null, ...nothingDescribed,
  };
}
