import type { LabelInput, ReportLanguage } from '@imena/report';
import type { Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findSite } from './gather-certificate.ts';
import { codeOf, textOf, wordsOf } from '../register/read-fields.ts';

export interface LabelRequest {
  readonly remains: Subject;
  readonly language: ReportLanguage;
  readonly size: LabelInput['size'];
  readonly installation: string;
  readonly printedAt: Date;
}

/** What a label carries; the number of the grave is on its plan and marker, a name never is. */
export async function gatherLabel(tx: Database, { remains, language, size, installation, printedAt }: LabelRequest): Promise<LabelInput> {
  const site = await findSite(tx, remains);
  const graveId = textOf(remains, 'grave');
  const grave = graveId === undefined ? undefined : textOf(await findFolded(tx, graveId), 'number');
  const [bag, seal] = [textOf(remains, 'bag'), textOf(remains, 'seal')];
  const recoveredOn = remains.history.find((item) => item.type === 'remains.recovered' && item.state === 'standing')?.when;
  return {
    size, language, code: codeOf(remains), site: { code: textOf(site, 'code') ?? '', name: wordsOf(site, 'name', language) },
    ...(grave === undefined ? {} : { grave }), ...(bag === undefined ? {} : { bag }), ...(seal === undefined ? {} : { seal }),
    ...(recoveredOn === undefined ? {} : { recoveredOn }),
    installation: wordsOf(await findFolded(tx, installation), 'name', language), printedAt: printedAt.toISOString(), synthetic: remains.synthetic,
  };
}
