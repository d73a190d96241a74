import { z } from 'zod';
import { areaTypes, confidences, officeKinds } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { bilingual, edtf, gridPoint, id, line, place } from '../values.ts';

const field = ['coordinator', 'recovery'] as const;

function stage(name: 'confirmed' | 'secured' | 'opened' | 'closed'): StatementType {
  return defineStatement({ type: `site.${name}`, entryKind: 'site', subject: ['site'], shape: { stage: z.literal(name) }, adds: 'stages', writers: field });
}

/** What is said of offices, sites and the areas inside a site. */
export const siteStatements: readonly StatementType[] = [
  defineStatement({
    type: 'office.registered', entryKind: 'site', subject: ['office'], creates: true, writers: ['coordinator'],
    shape: { officeKind: z.enum(officeKinds), name: bilingual }, sets: ['officeKind', 'name'],
  }),
  defineStatement({
    type: 'site.registered', entryKind: 'site', subject: ['site'], creates: true, writers: field,
    shape: { code: line(12), name: bilingual, description: bilingual.optional() }, sets: ['code', 'name', 'description'],
  }),
  defineStatement({
    type: 'site.lead_reported', entryKind: 'site', subject: ['site'], writers: [...field, 'family_liaison', 'analyst'],
    shape: { informant: line(200), words: bilingual, confidence: z.enum(confidences), claim: id.optional() }, adds: 'leads',
  }),
  defineStatement({
    type: 'site.located', entryKind: 'site', subject: ['site'], writers: field,
    shape: {
      place,
      /** Where the local grid begins, and how far its north is turned from true north (tenths of a degree). */
      grid: z.strictObject({ datum: place, rotationTenthDeg: z.int().min(0).max(3599), invented: z.boolean() }).optional(),
    },
    sets: ['place', 'grid'],
  }),
  stage('confirmed'), stage('secured'), stage('opened'), stage('closed'),
  defineStatement({
    type: 'site.cleared', entryKind: 'site', subject: ['site', 'area'], writers: field, adds: 'clearances',
    shape: { extent: line(300), depthMm: z.int().min(0).max(20_000), method: line(200), authority: line(200), validFrom: edtf, validTo: edtf.optional(), limits: line(500).optional() },
  }),
  defineStatement({
    type: 'area.defined', entryKind: 'site', subject: ['area'], creates: true, writers: field,
    shape: {
      site: id, code: line(12), name: bilingual, areaType: z.enum(areaTypes), custody: line(200).optional(),
      outline: z.array(gridPoint).min(3).max(500).optional(), invented: z.boolean().optional(),
    },
    sets: ['site', 'code', 'name', 'areaType', 'custody', 'outline', 'invented'],
  }),
];
