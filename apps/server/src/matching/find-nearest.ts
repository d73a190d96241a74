import { refuse } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findFound } from './compare-found.ts';
import type { FollowedRegister } from './followed-register.ts';
import { markRegister } from './run-subjects.queries.ts';
import type { RegisterFiles } from './register-files.ts';
import { nameOf, type Weights } from './weights/weights.ts';

/** More persons or remains than these are not prepared while somebody waits; `imena match` takes any number. */
const mostPrepared = 20_000;

export interface NearestTools {
  readonly account: string;
  readonly followed: FollowedRegister;
  readonly files: RegisterFiles;
  readonly weights: Weights;
}

/**
 * Missing persons whom remains could be by everything but DNA, as this account may read them, the best first; prepared
 * once, then followed as the register moves. Persons who are one by what people decided or a search proposes are one
 * answer. Nothing is left out for being improbable: whoever is nearest is shown with what
 * contradicts.
 * @throws Problem `server.not_found`, `matching.too_many_to_weigh`
 */
export async function findNearestPersons(tx: Database, id: string, { most, ...tools }: NearestTools & { readonly most: number }) {
  const remains = await findFolded(tx, id);
  if (remains?.kind !== 'remains') return refuse('server.not_found');
  const { register, persons } = await readRegister(tx, tools);
  const found = register.findPersons(await findFound(tx, remains), most, await tools.files.read(tx, tools.account));
  const items = await findItemsById(tx, found.flatMap(({ person, others }) => [person, ...others]));
  return { persons, weights: nameOf(tools.weights), items: found.map(({ person, others, ...weights }) => ({ person: items.get(person) ?? null, others: others.flatMap((id) => items.get(id) ?? []), ...weights })) };
}

/**
 * Remains that a missing person could be, the same the other way round. What the DNA says of the sex of remains is not
 * looked at here; where the examiner said nothing of it, the page of a pair may weigh more.
 * @throws Problem `server.not_found`, `matching.too_many_to_weigh`
 */
export async function findNearestRemains(tx: Database, id: string, { most, ...tools }: NearestTools & { readonly most: number }) {
  const person = await findFolded(tx, id);
  if (person?.kind !== 'person') return refuse('server.not_found');
  const { register, remains } = await readRegister(tx, tools);
  const found = register.findRemains(person, most, await tools.files.read(tx, tools.account));
  const items = await findItemsById(tx, found.map((one) => one.remains));
  return { remains, weights: nameOf(tools.weights), items: found.map(({ remains: one, ...weights }) => ({ remains: items.get(one) ?? null, ...weights })) };
}

async function readRegister(tx: Database, { account, followed, weights }: NearestTools) {
  const now = await markRegister(tx);
  const { persons, remains } = now;
  if (Math.max(persons, remains) > mostPrepared) return refuse('matching.too_many_to_weigh', { persons, remains, most: mostPrepared });
  return { persons, remains, register: await followed.read(tx, account, { weights, now }) };
}
