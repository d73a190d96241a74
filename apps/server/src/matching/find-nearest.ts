import { openNearestPersons } from '@imena/matching';
import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItems } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findFound } from './compare-found.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { countSubjectsOf, readSubjectsOf } from './run-subjects.queries.ts';
import { nameOf, type Weights } from './weights/weights.ts';

/** More persons than these are not prepared while somebody waits; `imena match` takes any number. */
const mostPersons = 20_000;
const kinds = ['person', 'remains', 'grave'] as const;

export interface NearestTools {
  readonly account: string;
  readonly kept: KeptAnswers<Nearest>;
  readonly weights: Weights;
}

type Nearest = ReturnType<typeof openNearestPersons>;

/**
 * Missing persons whom remains could be by everything but DNA, as this account may read them, the best first; prepared
 * once for each state of the lists. Nothing is left out for being improbable: whoever is nearest is shown with what
 * contradicts.
 * @throws Problem `server.not_found`, `matching.too_many_to_weigh`
 */
export async function findNearest(tx: Database, id: string, { most, ...tools }: NearestTools & { readonly most: number }) {
  const remains = await findFolded(tx, id);
  if (remains?.kind !== 'remains') return refuse('server.not_found');
  const { count: persons } = await countSubjectsOf(tx, ['person']);
  if (persons > mostPersons) return refuse('matching.too_many_to_weigh', { persons, most: mostPersons });
  const { count, lastIndex } = await countSubjectsOf(tx, kinds);
  const nearest = await tools.kept.read(tools.account, `${count} ${lastIndex} ${tools.weights.digest}`, async () => openNearestPersons({
    persons: await readSubjectsOf(tx, 'person', null), remains: await readSubjectsOf(tx, 'remains', null), graves: await readSubjectsOf(tx, 'grave', null),
  }, tools.weights.settings));
  const found = nearest(await findFound(tx, remains), most);
  const items = new Map((await findItems(tx, found.map(({ person }) => person))).map((item) => [item.id, item]));
  return { persons, weights: nameOf(tools.weights), items: found.map(({ person, ...weights }) => ({ person: items.get(person) ?? null, ...weights })) };
}
