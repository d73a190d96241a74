import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import type { Calculator } from './calculator.ts';
import { computeJointMarkers, findAskedMarkers } from './describe-joint-markers.ts';
import type { RunInputs } from './run-files.ts';
import { withheldFamilies } from './withheld-families.ts';

const readers = ['laboratory', 'analyst', 'board'] as const;
const id = z.uuid();

/** The joint result marker by marker: computed on demand, in a thread, because it solves the whole group of the pair. */
export function addJointMarkerRoutes(app: App, { db, now, ledger: { worker } }: ServerContext, { inputs, calculator }: { readonly inputs: RunInputs; readonly calculator: Calculator }): void {
  const params = z.strictObject({ run: id, remains: id, person: id });
  app.get('/candidates/:run/:remains/:person/joint/markers', { config: { access: readers }, schema: { params, querystring: z.strictObject({ family: id.optional() }) } }, async (request) => {
    const account = accountOf(request).id;
    const key = { ...request.params, family: request.query.family };
    const asked = await withAccount(db, account, async (tx) => {
      const found = await findAskedMarkers(tx, inputs, { key, withheld: await withheldFamilies(tx, { worker, inputs }, key.run) });
      await logAccess(tx, { account, action: 'candidate.read', subject: key.run, kind: 'run', detail: { remains: key.remains, person: key.person }, address: request.ip, at: now() });
      return found;
    });
    // Computed after the transaction: nothing is held while somebody waits.
    return computeJointMarkers(asked, calculator);
  });
}
