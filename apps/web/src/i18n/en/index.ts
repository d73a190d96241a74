import { access } from './access.ts';
import { codes } from './codes.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { fields } from './fields.ts';
import { links } from './links.ts';
import { overview } from './overview.ts';
import { pedigree } from './pedigree.ts';
import { statuses } from './statuses.ts';
import { tasks } from './tasks.ts';
import { types } from './types.ts';

/** Every namespace of this language; add a feature's texts here, in both languages. */
export const en = { access, codes, common, controls, fields, links, overview, pedigree, statuses, tasks, types };
