import { z } from 'zod';
import { count, item, json, record } from './parts.ts';
import { namedWeights } from './weights-answers.ts';

const shown = item.nullable();
const words = z.strictObject({ en: z.array(z.string()), uk: z.array(z.string()) });
const nearness = { log10Lr: z.number(), kinds: z.array(z.strictObject({ kind: z.string(), log10Lr: z.number(), reason: z.enum(['speaks_for', 'speaks_against', 'silent']), words })) };

/** Remains compared by what is not DNA, and those that fit nobody. */
export const comparisonAnswers = {
  'GET /api/comparisons/:remains/:person': { 200: z.strictObject({
    remains: shown, person: shown, log10Sum: z.number(), evidence: z.array(z.looseObject({ key: z.string(), verdict: z.string() })),
    rows: z.array(z.looseObject({ kind: z.string(), state: z.enum(['weighed', 'not_recorded', 'people_disagree']), log10Lr: z.number(), reported: json, found: json })),
    basis: record.describe('How many lists the shares were counted on, when, and the weights that were used'),
  }) },
  'GET /api/remains/:id/nearest': { 200: z.strictObject({
    persons: count.describe('Missing persons looked through'), weights: namedWeights,
    items: z.array(z.strictObject({ person: shown, ...nearness })),
  }) },
  'GET /api/persons/:id/nearest': { 200: z.strictObject({
    remains: count.describe('Remains looked through'), weights: namedWeights,
    items: z.array(z.strictObject({ remains: shown, ...nearness })),
  }) },
  'GET /api/runs/:id/unmatched': { 200: z.strictObject({
    compared: count.describe('Remains that the run compared'), families: count, items: z.array(z.strictObject({ item, markers: count })),
  }) },
};
