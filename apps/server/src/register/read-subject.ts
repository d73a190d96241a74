import { blindSubject, hasSignedFindings, type Subject } from '@imena/record';
import { refuse } from '@imena/problem';
import type { RequestAccount } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import { isBlindedIn, isBlindedLink, itemFor } from './blinding.ts';
import { findItems } from './list-subjects.queries.ts';
import { countExamined, countExaminedOfScope, findFolded, findLinks } from './read-subject.queries.ts';
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
  return (await findSubject(tx, account, id)) ?? refuse('server.not_found');
}

/** The same of several, in the order of their ids; what the account may not read, or what is not there, is left out. */
export async function readSubjects(tx: Database, account: RequestAccount, ids: readonly string[]): Promise<SubjectAnswer[]> {
  const found: SubjectAnswer[] = [];
  for (const id of ids) {
    const answer = await findSubject(tx, account, id);
    if (answer !== null) found.push(answer);
  }
  return found;
}

async function findSubject(tx: Database, account: RequestAccount, id: string): Promise<SubjectAnswer | null> {
  const folded = await findFolded(tx, id);
  if (folded === null) return null;
  const blinded = await mustBlind(tx, account, folded);
  const links = await findLinks(tx, id, linkLimit);
  const items = new Map((await findItems(tx, [id, ...links.map((link) => link.id)])).map((item) => [item.id, item.id === id && !blinded ? item : itemFor(account, item)]));
  const item = items.get(id);
  if (item === undefined) return null;
  const linked = links.flatMap(({ rel, direction, id: other }) => {
    const found = items.get(other);
    return found === undefined || (blinded && isBlindedLink(rel)) ? [] : [{ rel, direction, item: found }];
  });
  return { subject: blinded ? blindSubject(folded) : folded, item, linked, blinded };
}

/**
 * Whether an account examines here and findings are still to be signed: on the remains themselves, on any remains of
 * the grave, on any of the site.
 */
export async function mustBlind(tx: Database, account: RequestAccount, subject: Subject): Promise<boolean> {
  if (!isBlindedIn(account, subject.scope)) return false;
  switch (subject.kind) {
    case 'remains':
      return !hasSignedFindings(subject);
    case 'grave': case 'site': case 'area': {
      const { all, examined } = subject.kind === 'grave' ? await countExamined(tx, subject.id) : await countExaminedOfScope(tx, subject.scope);
      return all === 0 || examined < all;
    }
    default:
      return false;
  }
}
