import type { Subject } from '@imena/record';
import type { Item } from '../../api/index.ts';
import { textOf } from '../../format/read-json.ts';
import { outdatedBy, subjectsOf, type ClaimLink } from './claim-links.ts';
import { countedBy, type OwnCount } from './counts-by-day.ts';
import type { Figure } from './figures.ts';

/** One line under the picture: a figure, who said it where, and what was counted here by that day. */
export interface FigureRow {
  /** The number that the mark in the picture bears. */
  readonly number: number;
  readonly figure: Figure;
  readonly claim: Subject;
  /** The document it stands in; undefined until its line is loaded. */
  readonly document: Item | undefined;
  /** The graves and areas that it is about, where it is about less than the site. */
  readonly about: readonly Item[];
  /** Number of the line that brings this one up to date, as a person decided. */
  readonly outdatedBy: number | null;
  /** Null where the register counts nothing of the sort, or nobody knows the day. */
  readonly countedHere: number | null;
}

export function figureRows(figures: readonly Figure[], { claims, items, links, own }: {
  readonly claims: ReadonlyMap<string, Subject>;
  /** Lines of documents, graves and areas, as far as they are loaded. */
  readonly items: ReadonlyMap<string, Item>;
  readonly links: readonly ClaimLink[];
  readonly own: OwnCount | null;
}): FigureRow[] {
  const newer = outdatedBy(links);
  const shown = figures.flatMap((figure) => {
    const claim = claims.get(figure.claim);
    return claim === undefined ? [] : [{ figure, claim }];
  });
  return shown.map(({ figure, claim }, at) => {
    const later = shown.findIndex((one) => one.claim.id === newer.get(claim.id));
    return {
      number: at + 1, figure, claim, document: items.get(textOf(claim.fields['document']?.[0]?.value) ?? ''),
      about: [...subjectsOf(claim)].flatMap((id) => items.get(id) ?? []),
      outdatedBy: later < 0 ? null : later + 1,
      countedHere: own === null || figure.said === null ? null : countedBy(own, figure.said.last),
    };
  });
}
