import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Role, SubjectKind } from '@imena/record';
import type { Expectations, Seat } from '../../access/testing/walk-routes.ts';
import type { Database } from '../../database/tables.ts';
import { reads } from '../../testing/register-expectations.ts';
import type { SiteWorld } from '../../testing/register-world.ts';

type Which = 'own' | 'foreign';

export interface MatchingWorld {
  /** As the owner of the database. */
  readonly owner: Database;
  readonly worlds: Readonly<Record<Which, SiteWorld>>;
  /** A recorded run of each world. */
  readonly runs: Readonly<Record<Which, string>>;
  /** An account that asked for jobs; nobody of the matrix. */
  readonly bystander: string;
}

/** Who may use the routes of jobs, matching, decision and report. */
export function matchingExpectations({ owner, worlds, runs, bystander }: MatchingWorld): Expectations {
  const readers: readonly Role[] = ['laboratory', 'analyst', 'board'];
  const askers: readonly Role[] = ['laboratory', 'analyst'];
  const subject = (which: Which, kind: SubjectKind): string => (kind === 'run' ? runs[which] : (worlds[which].examples.find((item) => item.kind === kind)?.subject ?? ''));
  const about = (kind: SubjectKind, urlOf: (id: string, which: Which) => string, roles?: readonly Role[]) => ({
    name: kind,
    request: (which: Which) => Promise.resolve({ url: urlOf(subject(which, kind), which) }),
    reaches: (seat: Seat, which: Which) => reads(seat, kind, which) && (roles?.includes(seat.role) ?? true),
  });
  const pair = (which: Which): string => `${subject(which, 'run')}/${subject(which, 'remains')}/${subject(which, 'person')}`;
  const job = (roles: readonly Role[], urlOf: (id: string) => string) => ({
    name: 'job',
    request: async (which: Which) => ({ url: urlOf(await insertDoneJob(owner, { scope: worlds[which].scope, bystander })) }),
    reaches: (seat: Seat, which: Which) => reads(seat, 'run', which) && roles.includes(seat.role),
  });
  const printers: readonly Role[] = ['coordinator', 'family_liaison', 'analyst', 'board'];
  return {
    'GET /api/jobs': { access: readers },
    'GET /api/jobs/:id': { access: readers, things: [job(readers, (id) => `/api/jobs/${id}`)] },
    'POST /api/jobs/:id/cancel': { access: ['family_liaison', ...askers], things: [job(askers, (id) => `/api/jobs/${id}/cancel`)] },
    'GET /api/frequency-tables': { access: readers },
    'POST /api/frequency-tables': { access: askers, everyScope: true },
    'GET /api/runs/defaults': { access: askers },
    'POST /api/runs': {
      access: askers,
      things: [{
        name: 'scope of a run',
        request: (which) => Promise.resolve({ url: '/api/runs', body: { scope: worlds[which].scope } }),
        reaches: (seat, which) => askers.includes(seat.role) && (seat.scope === 'every' || which === 'own'),
      }],
    },
    'GET /api/runs/:id': { access: readers, things: [about('run', (id) => `/api/runs/${id}`)] },
    'GET /api/runs/:id/candidates': { access: readers, things: [about('run', (id) => `/api/runs/${id}/candidates`)] },
    'GET /api/candidates/:run/:remains/:person': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}`)] },
    'GET /api/candidates/:run/:remains/:person/joint': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}/joint`)] },
    'GET /api/candidates/:run/:remains/:person/joint/markers': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}/joint/markers`)] },
    'GET /api/candidates/:run/:remains/:person/case.json': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}/case.json`)] },
    'GET /api/candidates/:run/:remains/:person/case.fam': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}/case.fam`)] },
    'GET /api/candidates/:run/:remains/:person/advice': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}/advice`)] },
    'GET /api/candidates/:run/:remains/:person/advice/choice': { access: readers, things: [about('run', (_, which) => `/api/candidates/${pair(which)}/advice/choice?choice=relative:f`)] },
    'GET /api/persons/:person/advice': { access: ['family_liaison', ...readers], things: [about('person', (id) => `/api/persons/${id}/advice`, ['family_liaison', ...readers])] },
    'GET /api/persons/:person/advice/choice': { access: ['family_liaison', ...readers], things: [about('person', (id) => `/api/persons/${id}/advice/choice?choice=relative:f`, ['family_liaison', ...readers])] },
    'GET /api/duplicates': { access: ['family_liaison', 'analyst'] },
    'POST /api/duplicates': { access: ['family_liaison', 'analyst'] },
    'GET /api/individuals/:id': { access: ['coordinator', 'recovery', 'mortuary', 'analyst', 'board', 'auditor'], things: [about('grave', (id) => `/api/individuals/${id}`, ['coordinator', 'recovery', 'mortuary', 'analyst', 'board', 'auditor'])] },
    'GET /api/comparisons/:remains/:person': { access: ['analyst', 'board'], things: [about('remains', (_, which) => `/api/comparisons/${pair(which).split('/').slice(1).join('/')}`, ['analyst', 'board'])] },
    'GET /api/remains/:id/nearest': { access: ['analyst', 'board'], things: [about('remains', (id) => `/api/remains/${id}/nearest`, ['analyst', 'board'])] },
    'GET /api/persons/:id/nearest': { access: ['analyst', 'board'], things: [about('person', (id) => `/api/persons/${id}/nearest`, ['analyst', 'board'])] },
    'GET /api/runs/:id/unmatched': { access: readers, things: [about('run', (id) => `/api/runs/${id}/unmatched`)] },
    'GET /api/audit': { access: ['analyst', 'board'] },
    'GET /api/weights': { access: ['analyst', 'board'] },
    'GET /api/weights/file': { access: ['analyst', 'board'] },
    'POST /api/weights/learning': { access: ['analyst'] },
    'GET /api/sites/:id/reconciliation': { access: ['coordinator', 'analyst', 'board', 'auditor'], things: [about('site', (id) => `/api/sites/${id}/reconciliation`, ['coordinator', 'analyst', 'board', 'auditor'])] },
    'GET /api/identifications/:id/state': { access: ['coordinator', 'family_liaison', 'analyst', 'board', 'auditor'], things: [about('identification', (id) => `/api/identifications/${id}/state`)] },
    'POST /api/identifications/check': { access: ['analyst', 'board'] },
    // The example is only proposed: there is a draft, for those who work on it.
    'GET /api/identifications/:id/certificate.pdf': {
      access: printers,
      things: [
        about('identification', (id) => `/api/identifications/${id}/certificate.pdf?draft=1`, ['analyst', 'board']),
      ],
    },
    'GET /api/remains/:id/label.pdf': { access: ['coordinator', 'recovery', 'mortuary', 'laboratory', 'analyst'], things: [about('remains', (id) => `/api/remains/${id}/label.pdf`)] },
  };
}

async function insertDoneJob(owner: Database, { scope, bystander }: { readonly scope: string; readonly bystander: string }): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into jobs (id, task, scope, requested_by, parameters, state, created_at, input_sha256, run)
    values (${id}, 'dna_run', ${scope}, ${bystander}, '{}', 'done', now(), ${'0'.repeat(64)}, ${randomUUID()})`.execute(owner);
  return id;
}
