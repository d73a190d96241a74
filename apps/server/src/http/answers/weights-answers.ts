import { z } from 'zod';
import { count, hash, id, instant, item, record } from './parts.ts';
import { job } from './matching-answers.ts';

const origin = z.enum(['documented', 'learned']);
/** Which weights of the evidence an answer rests on. */
export const namedWeights = z.strictObject({ origin, version: z.string(), digest: hash.describe('SHA-256 of the canonical JSON of the settings, and of what was learned of places where anything was') });

const settings = z.record(z.string(), z.string()).describe('Every parameter as a decimal number written out');
const places = z.strictObject({
  imagined: z.string(),
  settlements: z.array(z.strictObject({ settlement: z.string(), own: z.string(), found: z.array(z.strictObject({ settlement: z.string(), people: z.string() })), scattered: z.string() })),
}).nullable().describe('Where the dead of settlements lie, by keys of settlements; null where nothing was learned of it');
const learnedFrom = z.strictObject({ job: id, asOf: count, reports: count, remains: count, resultHash: hash });
const level = z.strictObject({
  kind: z.string(), level: z.enum(['for', 'little', 'against']), pairs: z.number().describe('Expected pairs of one person at this level'),
  ofOne: z.number().nullable(), ofTwo: z.number().nullable(), documented: z.number().nullable(), learned: z.number().nullable(),
});
const moves = z.strictObject({
  thresholds: z.array(z.strictObject({ probability: z.number(), before: count, after: count, up: count, down: count })),
  largest: z.array(z.strictObject({ itemA: item, itemB: item, before: z.number(), after: z.number(), log10Before: z.number(), log10After: z.number() })),
  hidden: count.describe('Pairs of which the account may not read both sides'),
});
const learning = namedWeights.extend({
  settings, places, placeNames: z.record(z.string(), z.string()).describe('Each key of a settlement as it is written most'), job: id, resultHash: hash, at: instant.nullable(), asOf: count, reports: count, remains: count, nameModel: z.string(), changedSince: count,
  rounds: z.array(z.strictObject({ expected: z.number(), onList: z.number(), changed: count })), isSettled: z.boolean(), expected: z.strictObject({ remains: z.number(), reports: z.number() }),
  levels: z.strictObject({ remains: z.array(level), reports: z.array(level) }),
  parameters: z.array(z.strictObject({ parameter: z.string(), documented: z.number(), learned: z.number(), pairs: z.number(), state: z.enum(['learned', 'too_few', 'at_edge']), verified: z.boolean() })),
  moves: z.strictObject({ remains: moves, reports: moves }),
});

/** The weights of the evidence: in use, chosen before, learned. */
export const weightsAnswers = {
  'GET /api/weights': { 200: z.strictObject({
    installation: id.describe('Subject and scope of a choice'), standing: namedWeights.extend({ entry: id.nullable() }), documented: namedWeights.extend({ settings }),
    choices: z.array(namedWeights.extend({ entry: id, by: id, at: z.string(), settings, places, explanation: z.string(), learnedFrom: learnedFrom.nullable() })),
    learning: learning.nullable(), job: job.nullable(),
  }) },
  'POST /api/weights/learning': { 202: z.strictObject({ job }) },
  'GET /api/weights/file': { 200: record.describe('imena-weights/1, as “imena match --settings” reads it; a logged export') },
};
