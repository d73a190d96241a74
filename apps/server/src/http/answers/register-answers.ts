import { z } from 'zod';
import { content, count, id, instant, item, json, nothing, problem, subject } from './parts.ts';

const detail = z.strictObject({ subject, item, linked: z.array(z.strictObject({ rel: z.string(), direction: z.enum(['in', 'out']), item })), blinded: z.boolean() });

/** The register and decisions upon it, and printed reports. */
export const registerAnswers = {
  'GET /api/subjects': { 200: z.strictObject({ items: z.array(item), next: z.string().nullable(), total: count, statuses: z.record(z.string(), count) }) },
  'GET /api/subjects/lines': { 200: z.strictObject({ items: z.array(item) }) },
  'GET /api/subjects/details': { 200: z.strictObject({ details: z.array(detail) }) },
  'GET /api/subjects/:id': { 200: detail },
  'GET /api/search': { 200: z.strictObject({ items: z.array(item) }) },
  'GET /api/overview': {
    200: z.strictObject({
      asOf: z.strictObject({ size: count, time: instant.nullable() }),
      counts: z.array(z.strictObject({ unit: z.string(), state: z.string(), scope: id, value: count, query: z.string() })),
      waiting: z.array(z.strictObject({ task: z.string(), role: z.string(), count })),
    }),
  },
  'GET /api/figures/statements': { 200: z.strictObject({ statements: z.array(subject), next: count.nullable() }) },
  'GET /api/figures/counts': {
    200: z.strictObject({ asOf: z.strictObject({ size: count, time: instant.nullable() }), days: z.array(z.strictObject({ day: z.iso.date().nullable().describe('The earliest day that anybody states for what is counted'), count })) }),
  },
  'GET /api/tasks': { 200: z.strictObject({ tasks: z.array(z.strictObject({ key: z.string(), task: z.string(), role: z.string(), subject: item, since: instant })) }) },
  'GET /api/mappings/:target': { 200: z.strictObject({ mappings: z.array(z.strictObject({ name: z.string(), mapping: json, savedBy: id, savedAt: instant })) }) },
  'PUT /api/mappings/:target': { 204: nothing },
  'GET /api/export': { 200: content('text/csv', 'Every subject of the kind that the account may read; a logged export') },
  'GET /api/identifications/:id/state': { 200: decisionState() },
  'POST /api/identifications/check': { 200: checkedProposal() },
  'GET /api/identifications/:id/certificate.pdf': { 200: content('application/pdf', 'The certificate; a logged print') },
  'GET /api/remains/:id/label.pdf': { 200: content('application/pdf', 'The label; a logged print') },
};

function decisionState() {
  const act = z.looseObject({ entry: id, by: id, at: z.string() });
  const sibling = z.strictObject({ id: z.string(), label: z.string(), state: z.string(), stateSource: json });
  return z.strictObject({
    stage: z.string(), hash: z.string(), content: json, notified: z.boolean(), obstacles: z.array(problem), signatures: z.array(act), lapsed: z.array(act), reviews: z.array(act),
    dissents: z.array(act), revocations: z.array(act), certificate: json, siblings: z.array(sibling),
    consequences: z.strictObject({
      certificatesPrinted: count, certified: z.boolean(), notifications: z.array(act), otherIdentifications: z.array(z.strictObject({ via: z.string(), subject: id, item })),
    }),
  });
}

function checkedProposal() {
  const decimal = z.string().describe('A decimal number as text, to be stated unchanged');
  return z.strictObject({
    family: id.nullable(), member: z.string().nullable(), numbers: z.looseObject({}).nullable(), threshold: z.number(), meetsThreshold: z.boolean(),
    pairs: z.array(z.strictObject({ remains: id, code: z.string(), lnLr: decimal.nullable(), dnaPosterior: decimal.nullable(), markersUsed: count.nullable() })),
    alternatives: z.array(z.looseObject({ lnLrAgainst: decimal.nullable() })), contradictions: z.array(z.looseObject({ key: z.string() })),
    evidence: z.array(z.strictObject({ remains: id, code: z.string(), rows: z.array(z.looseObject({})) })),
    siblings: z.array(z.strictObject({ id: z.string(), label: z.string(), state: z.string(), stateSource: json, person: id.nullable() })),
    exposure: z.array(z.strictObject({ remains: id, code: z.string() })), obstacles: z.array(problem),
  });
}
