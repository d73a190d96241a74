import { blindSubject, hasSignedFindings, type Subject } from '@imena/record';
import { refuse } from '@imena/problem';
import type { RequestAccount } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import { blindItem, isBlinded } from './blinding.ts';
import { findItems } from './list-subjects.queries.ts';
import { countExamined, findFolded, findLinks } from './read-subject.queries.ts';
import type { Item } from './subject-item.ts';

/** Most subjects shown in each direction of a subject's links. */
const linkLimit = 500;

export interface SubjectAnswer {
  readonly subject: Subject;
  readonly item: Item;
  readonly linked: readonly { readonly rel: string; readonly direction: 'in' | 'out'; readonly item: Item }[];
  readonly blinded: boolean;
}

/**
 * A subject as an account may see it, with what it names and what names it.
 * @throws Problem `server.not_found`
 */
export async function readSubject(tx: Database, account: RequestAccount, id: string): Promise<SubjectAnswer> {
  const folded = await findFolded(tx, id);
  if (folded === null) return refuse('server.not_found');
  const blinded = isBlinded(account) && (await mustBlind(tx, folded));
  const links = await findLinks(tx, id, linkLimit);
  const items = new Map((await findItems(tx, [id, ...links.map((link) => link.id)])).map((item) => [item.id, isBlinded(account) && (blinded || item.id !== id) ? blindItem(item) : item]));
  const item = items.get(id);
  if (item === undefined) return refuse('server.not_found');
  const linked = links.flatMap(({ rel, direction, id: other }) => {
    const found = items.get(other);
    return found === undefined || (blinded && rel === 'presumed') ? [] : [{ rel, direction, item: found }];
  });
  return { subject: blinded ? blindSubject(folded) : folded, item, linked, blinded };
}

/** Whether findings are still to be signed: on the remains themselves, or on any remains of the grave. */
export async function mustBlind(tx: Database, subject: Subject): Promise<boolean> {
  if (subject.kind === 'remains') return !hasSignedFindings(subject);
  if (subject.kind !== 'grave') return false;
  const { all, examined } = await countExamined(tx, subject.id);
  return all === 0 || examined < all;
}
