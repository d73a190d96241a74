import type { Migration } from 'kysely';
import * as access from './2026-11-21-01-access.ts';
import * as ledger from './2026-11-21-02-ledger.ts';
import * as register from './2026-11-21-03-register.ts';
import * as matching from './2026-11-21-04-matching.ts';
import * as registerLists from './2026-11-21-05-register-lists.ts';
import * as uploads from './2026-11-21-06-uploads.ts';
import * as doorAndOrder from './2026-11-21-07-door-and-order.ts';
import * as listPlans from './2026-11-21-08-list-plans.ts';
import * as jointPosterior from './2026-11-21-09-joint-posterior.ts';
import * as searchForRepeats from './2026-11-21-10-search-for-repeats.ts';
import * as learnedWeights from './2026-11-21-11-learned-weights.ts';

/** Every migration by its name, in the order in which they run. Forward only; one that has run is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-21-01-access': access,
  '2026-11-21-02-ledger': ledger,
  '2026-11-21-03-register': register,
  '2026-11-21-04-matching': matching,
  '2026-11-21-05-register-lists': registerLists,
  '2026-11-21-06-uploads': uploads,
  '2026-11-21-07-door-and-order': doorAndOrder,
  '2026-11-21-08-list-plans': listPlans,
  '2026-11-21-09-joint-posterior': jointPosterior,
  '2026-11-21-10-search-for-repeats': searchForRepeats,
  '2026-11-21-11-learned-weights': learnedWeights,
};
