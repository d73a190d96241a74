import { mayRead, type SubjectKind } from '@imena/record';
import type { Expectations, Seat } from '../access/testing/walk-routes.ts';
import type { SiteWorld } from './register-world.ts';

type Which = 'own' | 'foreign';

/** Whether a seat reads subjects of a kind in that scope, by the rule of the record. */
export function reads(seat: Seat, kind: SubjectKind, which: Which): boolean {
  return mayRead(seat.role, kind) && isInside(seat, which);
}

function isInside(seat: Seat, which: Which): boolean {
  return seat.scope === 'every' || which === 'own';
}

/** Who may use the routes of ledger, register and files. */
export function registerExpectations(worlds: Readonly<Record<Which, SiteWorld>>): Expectations {
  const everyone = { access: 'account' } as const;
  const kinds = worlds.own.examples.map(({ kind }) => kind);
  const example = (which: Which, kind: SubjectKind) => {
    const found = worlds[which].examples.find((item) => item.kind === kind);
    if (found === undefined) throw new Error(`no example of ${kind}`);
    return found;
  };
  return {
    'GET /api/openapi.json': { access: 'public' },
    // The pages, built or not; what they show, they ask of the routes below /api.
    'GET /*': { access: 'public' },
    'GET /api/ledger/head': everyone,
    'POST /api/entries': everyone,
    'GET /api/ledger/checkpoint': everyone,
    'GET /api/ledger/consistency': everyone,
    'GET /api/ledger/entries': everyone,
    'GET /api/ledger/entries/:id': {
      ...everyone,
      // The envelope is seen wherever one has a role; whether the body is, the test of the contents asks.
      things: kinds.map((kind) => ({
        name: `${kind}’s entry`,
        request: (which) => Promise.resolve({ url: `/api/ledger/entries/${example(which, kind).entry}` }),
        reaches: isInside,
      })),
    },
    'GET /api/ledger/quarantine': { access: ['coordinator', 'auditor'] },
    'GET /api/ledger/held': { access: ['coordinator', 'auditor'] },
    'HEAD /api/files/:sha256': everyone,
    'PATCH /api/files/:sha256': everyone,
    'GET /api/files/:sha256': {
      ...everyone,
      things: [{
        name: 'photograph of a grave',
        request: (which) => Promise.resolve({ url: `/api/files/${worlds[which].photograph.sha256}?entry=${worlds[which].photograph.entry}&view=original` }),
        // It may show the marker, and with it the presumed name: not for who examines and has not signed findings (blinding).
        reaches: (seat, which) => reads(seat, 'grave', which) && seat.role !== 'mortuary',
      }],
    },
    'GET /api/subjects': everyone,
    'GET /api/subjects/lines': everyone,
    // What it hands out is what each of them shows; the test of the walls asks.
    'GET /api/subjects/details': everyone,
    'GET /api/subjects/:id': {
      ...everyone,
      things: kinds.map((kind) => ({
        name: kind,
        request: (which) => Promise.resolve({ url: `/api/subjects/${example(which, kind).subject}` }),
        reaches: (seat, which) => reads(seat, kind, which),
      })),
    },
    'GET /api/search': everyone,
    'GET /api/overview': everyone,
    // What they hand out is what the lists show; the test of the contents asks.
    'GET /api/figures/statements': everyone,
    'GET /api/figures/counts': everyone,
    'GET /api/tasks': everyone,
    'GET /api/mappings/:target': everyone,
    'PUT /api/mappings/:target': everyone,
    // What it hands out is what the list shows; the test of the contents asks.
    'GET /api/export': everyone,
    'POST /api/demonstration/remove': { access: ['coordinator'], everyScope: true, refusalsOnly: 'it would empty the log under the walk' },
  };
}
