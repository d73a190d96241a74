import type { Edtf } from '@imena/problem';
import type { Sex } from '../records/types.ts';

/** A line of a cemetery journal or of a funeral service's list. */
export interface JournalRow {
  readonly id: string;
  /** As written: `398`, `№ 398-а`; null = none. */
  readonly number: string | null;
  /** Null = not named ("unidentified man"). */
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly birth: Edtf | null;
  readonly death: Edtf | null;
  /** How many people this line lists, at least 1. */
  readonly people: number;
}

/** A cross, plate or board as transcribed. */
export interface Marker {
  readonly id: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly birth: Edtf | null;
  readonly death: Edtf | null;
  /** Id of the grave it stands on; null = lies loose or its grave is not known. */
  readonly grave: string | null;
}

export interface Grave {
  readonly id: string;
  /** The grave's number in the series of the journal, where it has one besides its markers'. */
  readonly number: string | null;
  /** Whether it was emptied; in a grave that was not, nothing can be missing. */
  readonly emptied: boolean;
}

/** One individual found, after parts were brought together. */
export interface FoundIndividual {
  readonly id: string;
  readonly grave: string | null;
  readonly sex: Sex | null;
  /** Name read in papers or on belongings found with the individual; presumed, never established. */
  readonly papersName: string | null;
  readonly birth: Edtf | null;
  readonly death: Edtf | null;
}

export interface ReconciliationInput {
  readonly journal: readonly JournalRow[];
  readonly markers: readonly Marker[];
  readonly graves: readonly Grave[];
  readonly individuals: readonly FoundIndividual[];
}

/** What a person has decided: a line lies in a grave, does not, or a mismatch is explained. Kept with author and reason. */
export type ReconciliationDecision =
  | { readonly kind: 'link' | 'apart'; readonly journal: string; readonly grave: string; readonly by: string; readonly reason: string }
  | { readonly kind: 'explained'; readonly mismatch: string; readonly by: string; readonly reason: string };

/** The four lists, as mismatches name them. */
export type ListName = 'journal' | 'markers' | 'graves' | 'individuals';

/** Ids of the rows concerned, by list. */
export type Subjects = Readonly<Record<ListName, readonly string[]>>;

export type MismatchKind =
  | 'number_missing' // a gap in the series of one list
  | 'number_twice'
  | 'number_not_read' // no digits in it
  | 'numbers_differ'
  | 'marker_number_differs' // a grave has another number than the marker on it
  | 'markers_swapped' // two graves bear each other's markers
  | 'sex_differs' // journal says woman, a man lies there
  | 'marker_names_another'
  | 'papers_name_another'
  | 'dates_differ'
  | 'markers_disagree' // two markers of one grave name two people
  | 'more_found_than_listed'
  | 'fewer_found_than_listed'
  | 'nobody_found'
  | 'grave_without_journal'
  | 'journal_without_grave'
  | 'marker_without_grave'
  | 'individual_without_grave';

export interface Mismatch {
  /** The same for the same mismatch in every run, so that an explanation stays with it. */
  readonly key: string;
  readonly kind: MismatchKind;
  readonly subjects: Subjects;
  /** What the words need: numbers, names, dates as written. */
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly explained: { readonly by: string; readonly reason: string } | null;
}

/** log10 LR that a line and a grave belong together, by what they share. */
export interface LinkWeight {
  readonly kind: 'number' | 'marker_name' | 'papers_name' | 'sex' | 'birth' | 'death';
  readonly log10Lr: number;
}

/** A journal line and a grave that it may be about. */
export interface JournalLink {
  readonly journal: string;
  readonly grave: string;
  readonly weights: readonly LinkWeight[];
  readonly log10Lr: number;
  /** `proposed` by the weights, or `decided` by a person. */
  readonly standing: 'proposed' | 'decided';
}

/** One line of the table: a grave with all that is said of it, or what has no grave. */
export interface ReconciledLine {
  readonly grave: string | null;
  readonly journal: readonly string[];
  readonly markers: readonly string[];
  readonly individuals: readonly string[];
  /** People listed and individuals found; null where the journal says nothing, or the grave was not emptied. */
  readonly listed: number | null;
  readonly found: number | null;
  readonly links: readonly JournalLink[];
  /** Other graves that the same journal lines could be about, and other lines for this grave; best first. */
  readonly alternatives: readonly JournalLink[];
  /** Keys of the mismatches. */
  readonly mismatches: readonly string[];
}

export interface Reconciliation {
  readonly lines: readonly ReconciledLine[];
  readonly mismatches: readonly Mismatch[];
  /** Decisions that name what is not in the lists any more. */
  readonly stale: readonly ReconciliationDecision[];
}
