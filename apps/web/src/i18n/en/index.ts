import { codes } from './codes.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { fields } from './fields.ts';
import { pedigree } from './pedigree.ts';
import { statuses } from './statuses.ts';
import { types } from './types.ts';

/** Every namespace of this language; add a feature's texts here, in both languages. */
export const en = { codes, common, controls, fields, pedigree, statuses, types };
