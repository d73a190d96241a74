import { refuse } from '@imena/problem';
import type { z } from 'zod';
import type { Body, StatementType } from '../statement.ts';
import { burialStatements } from './burial.ts';
import { decisionStatements } from './decision.ts';
import { generalStatements } from './general.ts';
import { graveStatements } from './grave.ts';
import { personStatements } from './person.ts';
import { remainsStatements } from './remains.ts';
import { siteStatements } from './site.ts';
import { sourceStatements } from './source.ts';

/** Every type of statement the register knows, by its name. */
export const statementTypes: ReadonlyMap<string, StatementType> = new Map(
  [
    ...siteStatements, ...graveStatements, ...burialStatements, ...remainsStatements, ...personStatements,
    ...sourceStatements, ...decisionStatements, ...generalStatements,
  ].map((type) => [type.type, type]),
);

/** The statement type of a name. @throws Problem `record.unknown_type` */
export function statementType(type: string): StatementType {
  return statementTypes.get(type) ?? refuse('record.unknown_type', { type });
}

/**
 * Parses a body strictly: unknown fields, wrong types and values out of range are refused with the path of the field.
 * @throws Problem `record.unknown_type`, `record.invalid_body`
 */
export function parseBody(value: unknown): Body {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (typeof type !== 'string') return refuse('record.unknown_type', { type: String(type) });
  const parsed = statementType(type).schema.safeParse(value);
  if (parsed.success) return parsed.data as Body;
  const issue = parsed.error.issues[0];
  const field = issue === undefined ? '' : pathOf(issue);
  return refuse('record.invalid_body', { type, reason: issue?.message ?? '' }, { field });
}

function pathOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return [...issue.path, issue.keys[0] ?? ''].map(String).join('.');
  return issue.path.map(String).join('.');
}

/** The coarse kind that goes into the envelope; general statements take the kind of the subject they are about. */
export function entryKindOf(type: StatementType, subjectEntryKind: string): string {
  return type.entryKind === 'subject' ? subjectEntryKind : type.entryKind;
}
