import type { z } from 'zod';
import { comparisonAnswers } from './comparison-answers.ts';
import { ledgerAnswers } from './ledger-answers.ts';
import { matchingAnswers } from './matching-answers.ts';
import { registerAnswers } from './register-answers.ts';
import { weightsAnswers } from './weights-answers.ts';

/** What a route answers with one status: the shape of its JSON, or a content type. */
export type AnswerShape = z.ZodType | { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>> };

/** By status. What is refused has one shape everywhere (`refusal`). */
export type RouteAnswers = Readonly<Record<number, AnswerShape>>;

/**
 * The answers of every route that does not state them itself, by `METHOD /url`. They describe and are held against the
 * real answers in tests; the server does not check its own answers, because a wrong description must not refuse a right answer.
 */
export const answers: Readonly<Record<string, RouteAnswers>> = { ...ledgerAnswers, ...registerAnswers, ...matchingAnswers, ...comparisonAnswers, ...weightsAnswers };
