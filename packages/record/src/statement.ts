import { z } from 'zod';
import { bases, clocks, type Role, type SubjectKind } from './code-lists.ts';
import { edtf, id, line, prose } from './values.ts';

/** What every statement carries besides its own fields (design, section 4). */
export const commonShape = {
  basis: z.enum(bases),
  when: z.strictObject({ edtf, clock: z.enum(clocks) }).optional(),
  observers: z.array(z.strictObject({ name: line(200).optional(), account: id.optional(), role: line(120).optional() })).max(50).optional(),
  subjects: z.array(id).max(500).optional(),
  source: z.strictObject({ subject: id, locator: line(300).optional() }).optional(),
  reason: prose.optional(),
  note: prose.optional(),
  /** A gate that was passed over, with the reason: what has happened is never refused. */
  breach: z.array(z.strictObject({ gate: line(80), reason: prose })).max(10).optional(),
  synthetic: z.literal(true).optional(),
} as const;

/**
 * One type of statement. `sets` names the fields of the subject that take the payload's value of the same name, each
 * standing beside other statements' values until a person decides; `adds` names the list that the payload joins.
 */
export interface StatementType {
  readonly type: string;
  /** Coarse kind in the envelope; the only word about the content that an outsider sees. */
  readonly entryKind: string;
  /** Kinds of subject this may be said of; `any` for all. */
  readonly subject: readonly SubjectKind[] | 'any';
  readonly schema: z.ZodType;
  readonly sets: readonly string[];
  readonly adds?: string;
  /** This statement brings the subject into being. */
  readonly creates: boolean;
  readonly writers: readonly Role[] | 'installation';
}

export interface StatementSpec {
  readonly type: string;
  readonly entryKind: string;
  readonly subject: readonly SubjectKind[] | 'any';
  readonly shape: z.ZodRawShape;
  readonly sets?: readonly string[];
  readonly adds?: string;
  readonly creates?: true;
  readonly writers: readonly Role[] | 'installation';
}

/** Builds a statement type: a strict schema of common and own fields, with the literal type in front. */
export function defineStatement(spec: StatementSpec): StatementType {
  return {
    type: spec.type,
    entryKind: spec.entryKind,
    subject: spec.subject,
    schema: z.strictObject({ type: z.literal(spec.type), ...commonShape, ...spec.shape }),
    sets: spec.sets ?? [],
    ...(spec.adds === undefined ? {} : { adds: spec.adds }),
    creates: spec.creates ?? false,
    writers: spec.writers,
  };
}

/** A statement's body after parsing; fields beyond these are those of its type. */
export interface Body {
  readonly type: string;
  readonly basis: (typeof bases)[number];
  readonly when?: { readonly edtf: string; readonly clock: (typeof clocks)[number] };
  readonly [field: string]: unknown;
}
