import { z } from 'zod';
import { placementVerdicts, sexes } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { edtf, id, line, prose } from '../values.ts';

const reconcilers = ['coordinator', 'analyst', 'board'] as const;

/** Lines of a burial journal, and what people decide about them when they are laid over the graves. */
export const burialStatements: readonly StatementType[] = [
  defineStatement({
    type: 'burial.listed', entryKind: 'journal', subject: ['burial_record'], creates: true, writers: ['coordinator', 'analyst'],
    shape: {
      site: id,
      /** Which journal or list, as people call it. */
      journal: line(200).optional(),
      number: line(40).optional(),
      /** As written: a name, or that there is none ("unidentified woman"). */
      name: line(300).optional(),
      sex: z.enum(sexes).optional(), birthDate: edtf.optional(), deathDate: edtf.optional(), buriedOn: edtf.optional(),
      /** How many people this line lists; one where it does not say. */
      people: z.int().min(1).max(1000).optional(),
      plot: line(200).optional(),
    },
    sets: ['site', 'journal', 'number', 'name', 'sex', 'birthDate', 'deathDate', 'buriedOn', 'people', 'plot'],
  }),
  /** The line is about this grave, or is not: stands over every proposal. */
  defineStatement({
    type: 'burial.placed', entryKind: 'journal', subject: ['burial_record'], writers: reconcilers, adds: 'placements',
    shape: { grave: id, verdict: z.enum(placementVerdicts), explanation: prose },
  }),
  /** Why a mismatch between journal, markers, graves and individuals is none, or how it came about. It says for which mismatch, and for no other. */
  defineStatement({
    type: 'site.mismatch_explained', entryKind: 'site', subject: ['site'], writers: reconcilers, adds: 'mismatchExplanations',
    shape: { mismatch: line(20_000), mismatchWords: line(2000), explanation: prose },
  }),
];
