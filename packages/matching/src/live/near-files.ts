import { isTouched, namesAt, openSearch } from '../candidates/candidate-space.ts';
import { noWordInCommon } from '../candidates/find-candidates.ts';
import { touchPlaces } from '../candidates/touch-places.ts';
import { markerWeight } from '../evidence/marker.ts';
import type { Matching } from '../match/open-matching.ts';
import { inWords } from '../records/in-order.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { prepareFoundName } from '../weigh/name-weight.ts';
import { birthdayEvidence } from '../weigh/other-evidence.ts';
import type { MarkerTables } from '../weigh/marker-tables.ts';
import { tableKinds, tablesOf, type RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportFile, ReportFiles } from './report-files.ts';
import type { Segment } from './segments.ts';

type OpenedSegment = Segment<MissingReport, { readonly matching: Matching }>;

/** A person of several reports, and about the most that all of them together say of one individual, log10. */
export interface NearFile {
  readonly file: ReportFile;
  readonly reach: number;
}

/** What the reports of a file say most, kind by kind; -Infinity where all are silent. */
interface Told {
  /** Names and day of birth, the year that was written, and the sex of the name: what one marker reads. */
  name: number;
  year: number;
  sexOfName: number;
  /** In the order of `bodyKinds`. */
  readonly body: Float64Array;
}

/** What does not stand on the marker. */
const bodyKinds = tableKinds.filter((kind) => kind !== 'birth');

/**
 * Looks through all persons of several reports for those who could be an individual by what their reports tell together,
 * also where none of them says much by itself: each kind counts by the report that fits best, names by the words that agree.
 * It chooses who is weighed in full; lists of things that two reports tell together may weigh more than it says.
 */
export class NearFiles {
  readonly #files: ReportFiles;
  /** Of each segment the file of each of its reports that has one. */
  readonly #filed = new WeakMap<OpenedSegment, readonly (readonly [place: number, file: ReportFile])[]>();

  constructor(files: ReportFiles) {
    this.#files = files;
  }

  /** The files of all segments, from the highest reach down. Cost: one pass through the reports that have a file, about half a µs each. */
  rank(segments: readonly OpenedSegment[], found: FoundRemains): NearFile[] {
    const told = new Map<ReportFile, Told>();
    let marker: MarkerTables | null = null;
    for (const segment of segments) {
      const tables = tablesOf(found, segment.opened.matching.context);
      // What was read and the body agree alike beside every list.
      marker = tables.marker;
      this.#lookThrough(segment, { found, tables }, told);
    }
    return [...told].map(([file, of]) => ({ file, reach: reachOf(of, marker) }))
      .sort((a, b) => b.reach - a.reach || inWords(a.file.ids[0] ?? '', b.file.ids[0] ?? ''));
  }

  #lookThrough(segment: OpenedSegment, { found, tables }: { readonly found: FoundRemains; readonly tables: RemainsTables }, told: Map<ReportFile, Told>): void {
    const { gone, opened: { matching } } = segment;
    const { birthdays, columns, reportNames, index, space } = matching;
    const { marker } = tables;
    const name = prepareFoundName(found);
    if (name === null) openSearch(space);
    else touchPlaces(name, index, space);
    const { day, dayWeight } = birthdayEvidence(found.birth, matching);
    const days = new Set(birthdays.of(day));
    for (const [place, file] of this.#filedIn(segment)) {
      if (gone[place] === 1) continue;
      let of = told.get(file);
      if (of === undefined) told.set(file, (of = { name: -Infinity, year: -Infinity, sexOfName: -Infinity, body: new Float64Array(bodyKinds.length).fill(-Infinity) }));
      const [sex, birth] = [columns.sex[place] ?? 0, columns.birth[place] ?? 0];
      // What a report does not speak of is left to the others.
      if (name !== null && (reportNames[place]?.words.length ?? 0) > 0) of.name = Math.max(of.name, (isTouched(space, place) ? namesAt(space, place) : noWordInCommon) + (days.has(place) ? dayWeight : 0));
      if (marker !== null && birth > 0) of.year = Math.max(of.year, marker.written?.[birth] ?? 0);
      if (marker !== null && sex > 0) of.sexOfName = Math.max(of.sexOfName, marker.sex[sex === 1 ? 1 : 2]);
      for (let at = 0; at < bodyKinds.length; at++) {
        const kind = bodyKinds[at] ?? 'sex';
        if (tables[kind] === null || (columns[kind === 'age' ? 'birth' : kind][place] ?? 0) === 0) continue;
        of.body[at] = Math.max(of.body[at] ?? 0, kindWeight(kind, tables, columns, place));
      }
    }
  }

  #filedIn(segment: OpenedSegment): readonly (readonly [place: number, file: ReportFile])[] {
    const known = this.#filed.get(segment) ?? segment.rows.flatMap(({ id }, place) => {
      const file = this.#files.of(id);
      return file === null ? [] : [[place, file] as const];
    });
    this.#filed.set(segment, known);
    return known;
  }
}

function reachOf({ name, year, sexOfName, body }: Told, marker: MarkerTables | null): number {
  const spoken = (weight: number, silent = 0): number => (weight === -Infinity ? silent : weight);
  const read = marker === null ? 0 : markerWeight(spoken(name) + (marker.written === null ? Math.log10(marker.ageConcordance) : spoken(year)) + spoken(sexOfName, marker.sex[0]), marker.concordance, marker.model);
  return body.reduce((sum, weight) => sum + spoken(weight), read);
}
