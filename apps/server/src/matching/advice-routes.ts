import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import { computeChoice, describeChoices } from './advise-case.ts';
import type { Calculator } from './calculator.ts';
import { findAdvisedPair, findAdvisedPerson } from './find-advised.ts';
import type { RunInputs } from './run-files.ts';
import { refuseWithheldFamily, withheldFamilies } from './withheld-families.ts';

/** Genotypes and what follows from them. */
const readers = ['laboratory', 'analyst', 'board'] as const;
/** Those who ask relatives, and those who wait for what they bring. No genotype is in the answer. */
const advised = ['family_liaison', 'laboratory', 'analyst', 'board'] as const;
const id = z.uuid();
const choice = z.string().min(1).max(200);

/**
 * What would help a case below the threshold. The choices come at once; each is computed when it is asked for, so that a
 * page shows progress and leaving it ends the work.
 */
export function addAdviceRoutes(app: App, { db, now, ledger: { worker } }: ServerContext, { inputs, calculator }: { readonly inputs: RunInputs; readonly calculator: Calculator }): void {
  const pair = { run: id, remains: id, person: id };
  const ofFamily = z.strictObject({ family: id.optional() });
  const oneChoice = z.strictObject({ choice, family: id.optional() });
  const findPair = async (account: string, key: Parameters<typeof findAdvisedPair>[2], address: string) =>
    withAccount(db, account, async (tx) => {
      const found = await findAdvisedPair(tx, inputs, key);
      refuseWithheldFamily(found.advised.family.family, await withheldFamilies(tx, { worker, inputs }, key.run));
      await logAccess(tx, { account, action: 'candidate.read', subject: key.run, kind: 'run', detail: { remains: key.remains, person: key.person }, address, at: now() });
      return found;
    });
  const findPerson = async (account: string, person: string, address: string) =>
    withAccount(db, account, async (tx) => {
      const found = await findAdvisedPerson(tx, worker, person);
      await logAccess(tx, { account, action: 'advice.read', subject: person, kind: 'person', detail: {}, address, at: now() });
      return found;
    });

  app.get('/candidates/:run/:remains/:person/advice', { config: { access: readers }, schema: { params: z.strictObject(pair), querystring: ofFamily } }, async (request) =>
    describeChoices(await findPair(accountOf(request).id, { ...request.params, ...request.query }, request.ip)));

  // Computed after the transaction: nothing is held while somebody waits.
  app.get('/candidates/:run/:remains/:person/advice/choice', { config: { access: readers }, schema: { params: z.strictObject(pair), querystring: oneChoice } }, async (request) =>
    computeChoice(await findPair(accountOf(request).id, { ...request.params, family: request.query.family }, request.ip), request.query.choice, calculator));

  app.get('/persons/:person/advice', { config: { access: advised }, schema: { params: z.strictObject({ person: id }) } }, async (request) =>
    describeChoices(await findPerson(accountOf(request).id, request.params.person, request.ip)));

  app.get('/persons/:person/advice/choice', { config: { access: advised }, schema: { params: z.strictObject({ person: id }), querystring: z.strictObject({ choice }) } }, async (request) =>
    computeChoice(await findPerson(accountOf(request).id, request.params.person, request.ip), request.query.choice, calculator));
}
