import { z } from 'zod';
import { graveFormations, graveTypes, markerTypes, scripts } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { gridPoint, id, lengthMm, line, orAbsent, reading } from '../values.ts';

const field = ['coordinator', 'recovery'] as const;

function stage(name: 'opened' | 'emptied' | 'found_empty'): StatementType {
  return defineStatement({
    type: `grave.${name}`, entryKind: 'grave', subject: ['grave'], writers: field, adds: 'stages',
    shape: { stage: z.literal(name), bodies: z.int().min(0).max(1000).optional() },
  });
}

/** What is said of a grave and of the marker upon it. */
export const graveStatements: readonly StatementType[] = [
  defineStatement({
    type: 'grave.marked', entryKind: 'grave', subject: ['grave'], creates: true, writers: field,
    shape: {
      site: id, area: id.optional(), number: line(24), position: gridPoint.optional(),
      directionDeg: z.int().min(0).max(359).optional(), lengthMm: lengthMm.optional(), widthMm: lengthMm.optional(), invented: z.boolean().optional(),
    },
    sets: ['site', 'area', 'number', 'position', 'directionDeg', 'lengthMm', 'widthMm', 'invented'],
  }),
  defineStatement({
    type: 'grave.marker_transcribed', entryKind: 'grave', subject: ['grave'], writers: [...field, 'analyst'], adds: 'readings',
    shape: {
      markerType: z.enum(markerTypes), script: z.enum(scripts).optional(), language: line(20).optional(), reader: line(200).optional(),
      markerName: orAbsent(reading).optional(), markerNumber: orAbsent(reading).optional(), markerDates: orAbsent(reading).optional(), otherText: reading.optional(),
    },
    sets: ['markerType', 'markerName', 'markerNumber', 'markerDates'],
  }),
  defineStatement({
    type: 'grave.described', entryKind: 'grave', subject: ['grave'], writers: field,
    shape: { graveType: z.enum(graveTypes).optional(), formation: z.enum(graveFormations).optional(), depthMm: lengthMm.optional(), description: line(2000).optional() },
    sets: ['graveType', 'formation', 'depthMm', 'description'],
  }),
  stage('opened'), stage('emptied'), stage('found_empty'),
];
