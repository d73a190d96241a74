import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItems } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findFound } from './compare-found.ts';
import type { FollowedPersons } from './followed-persons.ts';
import { countSubjectsOf } from './run-subjects.queries.ts';
import { nameOf, type Weights } from './weights/weights.ts';

/** More persons than these are not prepared while somebody waits; `imena match` takes any number. */
const mostPersons = 20_000;

export interface NearestTools {
  readonly account: string;
  readonly followed: FollowedPersons;
  readonly weights: Weights;
}

/**
 * Missing persons whom remains could be by everything but DNA, as this account may read them, the best first; prepared
 * once, then followed as the register moves. Nothing is left out for being improbable: whoever is nearest is shown with what
 * contradicts.
 * @throws Problem `server.not_found`, `matching.too_many_to_weigh`
 */
export async function findNearest(tx: Database, id: string, { most, ...tools }: NearestTools & { readonly most: number }) {
  const remains = await findFolded(tx, id);
  if (remains?.kind !== 'remains') return refuse('server.not_found');
  const { count: persons } = await countSubjectsOf(tx, ['person']);
  if (persons > mostPersons) return refuse('matching.too_many_to_weigh', { persons, most: mostPersons });
  const nearest = await tools.followed.read(tx, tools.account, tools.weights);
  const found = nearest.find(await findFound(tx, remains), most);
  const items = new Map((await findItems(tx, found.map(({ person }) => person))).map((item) => [item.id, item]));
  return { persons, weights: nameOf(tools.weights), items: found.map(({ person, ...weights }) => ({ person: items.get(person) ?? null, ...weights })) };
}
