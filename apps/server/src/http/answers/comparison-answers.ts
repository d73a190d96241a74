import { z } from 'zod';
import { count, id, item, json, record } from './parts.ts';
import { namedWeights } from './weights-answers.ts';

const shown = item.nullable();
const words = z.strictObject({ en: z.array(z.string()), uk: z.array(z.string()) });
const state = z.enum(['weighed', 'not_recorded', 'people_disagree']);
const sentence = z.strictObject({ en: z.string(), uk: z.string() });
const told = z.strictObject({ person: id, state, reported: json, words: sentence.nullable(), log10Lr: z.number() });
/** Every kind of evidence besides DNA of a person with remains, by all reports of the person. */
export const weighedRows = z.array(z.looseObject({
  kind: z.string(), state, log10Lr: z.number(), reported: json, found: json,
  told: z.array(told).describe('What each report of the person says and what that weighs alone; empty of a single report'), byLevel: z.array(z.number()).describe('log10 LR at each level, then of the report alone'),
}));
export const weighedLevels = z.array(z.strictObject({ reports: z.array(id), together: z.number().describe('That these reports are of one person; 1 where people settled it') }));
const nearness = { log10Lr: z.number(), kinds: z.array(z.strictObject({ kind: z.string(), log10Lr: z.number(), reason: z.enum(['speaks_for', 'speaks_against', 'silent']), words })) };

/** Remains compared by what is not DNA, and those that fit nobody. */
export const comparisonAnswers = {
  'GET /api/comparisons/:remains/:person': { 200: z.strictObject({
    remains: shown, person: shown, log10Sum: z.number(), evidence: z.array(z.looseObject({ key: z.string(), verdict: z.string() })),
    rows: weighedRows, levels: weighedLevels, reports: z.array(item).describe('Persons whose reports are read as one file with this one, this one among them; none where it stands alone'),
    basis: record.describe('How many lists the shares were counted on, when, and the weights that were used'),
  }) },
  'GET /api/remains/:id/nearest': { 200: z.strictObject({
    persons: count.describe('Missing persons looked through'), weights: namedWeights,
    items: z.array(z.strictObject({ person: shown, others: z.array(item).describe('Persons who are probably the same, read with this one as one file'), ...nearness })),
  }) },
  'GET /api/persons/:id/nearest': { 200: z.strictObject({
    remains: count.describe('Remains looked through'), weights: namedWeights,
    items: z.array(z.strictObject({ remains: shown, ...nearness })),
  }) },
  'GET /api/runs/:id/unmatched': { 200: z.strictObject({
    compared: count.describe('Remains that the run compared'), families: count, items: z.array(z.strictObject({ item, markers: count })),
  }) },
};
