import { z } from 'zod';
import { consentPurposes, lifeStates, mergeGrounds, militaryStatuses, outcomes, relations, sexes } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { edtf, id, interval, line, numberedThings, orAbsent, personName, place, prose, toothChart } from '../values.ts';

const liaison = ['family_liaison'] as const;

const description = {
  names: z.array(personName).max(20).optional(),
  sex: z.enum(sexes).optional(),
  birthDate: edtf.optional(),
  birthPlace: place.optional(),
  residence: place.optional(),
  lastSeen: z.strictObject({ when: edtf.optional(), place: place.optional(), circumstances: prose.optional() }).optional(),
  statureMm: interval(200, 2500).optional(),
  hair: line(80).optional(), eyes: line(80).optional(),
  marks: line(1000).optional(), clothing: line(1000).optional(), belongings: line(1000).optional(), teeth: line(1000).optional(), medical: line(1000).optional(),
  military: orAbsent(z.enum(militaryStatuses)).optional(), numbers: orAbsent(numberedThings).optional(), toothChart: orAbsent(toothChart).optional(),
};
const described = Object.keys(description);

/** A member of a pedigree. `id` is a label inside the family; parents are both given or both absent. */
export const pedigreeMember = z.strictObject({
  id: z.string().regex(/^[\p{L}\p{N}_.-]{1,24}$/u),
  father: z.string().max(24).nullable(), mother: z.string().max(24).nullable(),
  sex: z.enum(['male', 'female', 'unknown']),
  label: line(120).optional(),
  person: id.optional(), relative: id.optional(),
  state: z.enum(lifeStates),
  stateSource: line(300).optional(),
});
export type PedigreeMember = z.infer<typeof pedigreeMember>;

/** What is said of missing persons, their families and relatives. */
export const personStatements: readonly StatementType[] = [
  defineStatement({
    type: 'person.reported', entryKind: 'person', subject: ['person'], creates: true, writers: liaison, adds: 'reports',
    shape: {
      code: line(40), reportCode: line(40).optional(),
      informant: z.strictObject({ name: line(200).optional(), relation: z.enum(relations), relationAsTold: line(120).optional(), contact: line(200).optional(), language: line(20).optional() }),
      consent: z.strictObject({ purposes: z.array(z.enum(consentPurposes)).max(10), given: z.boolean(), on: edtf.optional() }).optional(),
      ...description,
    },
    sets: ['code', ...described],
  }),
  defineStatement({ type: 'person.described', entryKind: 'person', subject: ['person'], writers: liaison, shape: description, sets: described }),
  defineStatement({
    type: 'person.outcome', entryKind: 'person', subject: ['person'], writers: ['family_liaison', 'coordinator'], adds: 'outcomes',
    shape: { outcome: z.enum(outcomes), explanation: prose },
  }),
  defineStatement({
    type: 'person.compared', entryKind: 'person', subject: ['person'], writers: ['family_liaison', 'analyst'], adds: 'merges',
    shape: { other: id, verdict: z.enum(mergeGrounds), explanation: prose },
  }),
  defineStatement({
    type: 'family.registered', entryKind: 'family', subject: ['family'], creates: true, writers: liaison,
    shape: { code: line(40), title: line(200).optional(), missing: z.array(id).min(1).max(50) }, sets: ['code', 'title', 'missing'],
  }),
  defineStatement({
    type: 'family.pedigree_drawn', entryKind: 'family', subject: ['family'], writers: ['family_liaison', 'laboratory', 'analyst'],
    shape: { pedigree: z.array(pedigreeMember).min(1).max(300) }, sets: ['pedigree'],
  }),
  defineStatement({
    type: 'relative.registered', entryKind: 'family', subject: ['relative'], creates: true, writers: liaison,
    shape: { family: id, code: line(40), name: personName.optional(), relation: z.enum(relations), relationAsTold: line(120).optional(), contact: line(200).optional() },
    sets: ['family', 'code', 'name', 'relation', 'relationAsTold', 'contact'],
  }),
  defineStatement({
    type: 'relative.consented', entryKind: 'family', subject: ['relative'], writers: liaison, adds: 'consents',
    shape: { purposes: z.array(z.enum(consentPurposes)).min(1).max(10), recipients: line(300).optional(), language: line(20).optional() },
  }),
  defineStatement({
    type: 'relative.consent_withdrawn', entryKind: 'family', subject: ['relative'], writers: liaison, adds: 'consentWithdrawals',
    shape: { purposes: z.array(z.enum(consentPurposes)).min(1).max(10), explanation: prose.optional() },
  }),
  defineStatement({
    type: 'relative.refused', entryKind: 'family', subject: ['relative'], writers: liaison, adds: 'refusals',
    shape: { explanation: prose, reviewOn: edtf.optional() },
  }),
];
