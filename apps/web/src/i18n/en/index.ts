import { access } from './access.ts';
import { advice } from './advice.ts';
import { administration } from './administration.ts';
import { codes } from './codes.ts';
import { common } from './frame.ts';
import { controls } from './controls.ts';
import { decisions } from './decisions.ts';
import { dna } from './dna.ts';
import { fields } from './fields.ts';
import { graves } from './graves.ts';
import { importTexts } from './import.ts';
import { ledger } from './ledger.ts';
import { links } from './links.ts';
import { matches } from './matches.ts';
import { missing } from './missing.ts';
import { overview } from './overview.ts';
import { pedigree } from './pedigree.ts';
import { reconciliation } from './reconciliation.ts';
import { recompute } from './recompute.ts';
import { remains } from './remains.ts';
import { sites } from './sites.ts';
import { sources } from './sources.ts';
import { statuses } from './statuses.ts';
import { tasks } from './tasks.ts';
import { types } from './types.ts';
import { units } from './units.ts';

/** Every namespace of this language; add a feature's texts here, in both languages. */
export const en = { access, administration, advice, codes, common, controls, decisions, dna, fields, graves, import: importTexts, ledger, links, matches, missing, overview, pedigree, reconciliation, recompute, remains, sites, sources, statuses, tasks, types, units };
