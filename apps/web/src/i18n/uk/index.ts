import { sources } from './sources.ts';
import { missing } from './missing.ts';
import { remains } from './remains.ts';
import { importTexts } from './import.ts';
import { access } from './access.ts';
import { codes } from './codes.ts';
import { common } from './common.ts';
import { controls } from './controls.ts';
import { dna } from './dna.ts';
import { fields } from './fields.ts';
import { graves } from './graves.ts';
import { ledger } from './ledger.ts';
import { links } from './links.ts';
import { matches } from './matches.ts';
import { overview } from './overview.ts';
import { pedigree } from './pedigree.ts';
import { sites } from './sites.ts';
import { statuses } from './statuses.ts';
import { tasks } from './tasks.ts';
import { types } from './types.ts';

/** Every namespace of this language; add a feature's texts here, in both languages. */
export const uk = { access, codes, common, controls, dna, fields, graves, ledger, links, matches, overview, pedigree, sites, statuses, tasks, types, import: importTexts, remains, missing, sources };
