import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseMapping, type Mapping } from '@imena/exchange';
import { describeProblem, parseStrictJson, refuse } from '@imena/problem';
import type { ImportTarget, PresentChoice } from '@imena/record';
import type { ImportReport } from '@imena/server';
import { usageOf, type Call, type Command } from '../command.ts';
import { refuseAlone, refuseElsewhere } from '../number-option.ts';
import { loadServer } from '../load-server.ts';
import { dataOption, oneArgument, serverOptions } from './operations.ts';

const kinds: Readonly<Record<string, ImportTarget>> = { graves: 'graves', journal: 'journal', remains: 'remains', missing: 'missing', profiles: 'profiles' };
const presentChoices: Readonly<Record<string, PresentChoice>> = { skip: 'skip', further: 'further', new: 'new' };
/** What only one kind of list asks. */
const optionsOf = { graves: ['marker-type'], remains: ['completeness', 'examiner', 'knew-names'], missing: ['consent'], profiles: ['kit', 'laboratory', 'analyst'] } as const;
const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Rows of a table become statements of the installation itself; all or none. */
export const importTable: Command = {
  name: 'import',
  usage: '--kind graves|journal|remains|missing|profiles FILE --scope ID [--mapping MAPPING.json] [--dry-run]',
  summary: { en: 'takes a table (CSV, TSV, XLSX) into the register', uk: 'вносить таблицю (CSV, TSV, XLSX) до реєстру' },
  help: {
    en: [
      'Signed by the installation’s own key, all rows in one transaction or none; the server must be stopped, except for --dry-run.',
      '--scope ID            the site or office the rows belong to',
      '--mapping FILE        which column gives which field, as the import page saves it; guessed from the header without it',
      '--dry-run             tells what would be imported and writes nothing',
      '--good-rows           imports the good rows though others are held back',
      '--present CHOICE      for what is there already: skip (default), further statements, or a new subject beside it',
      '--marker-type TYPE    graves: what the markers of this list are',
      '--completeness VALUE  remains: for rows that do not say it',
      '--examiner NAME [--knew-names]   remains: who examined, and whether the presumed names were known',
      '--consent yes|no      missing: whether those who reported agreed to the use for identification',
      '--kit, --laboratory, --analyst   profiles: what the file does not say',
      '--synthetic           marks the rows as invented',
    ].join('\n'),
    uk: [
      'Підписується ключем самого встановлення, усі рядки в одній транзакції або жоден; сервер має бути зупинено, крім --dry-run.',
      '--scope ID            місце або установа, якій належать рядки',
      '--mapping FILE        який стовпець дає яке поле (як зберігає сторінка імпорту); без нього визначається за заголовком',
      '--dry-run             показує, що було б внесено, і нічого не записує',
      '--good-rows           вносить правильні рядки, хоча інші затримано',
      '--present CHOICE      для наявного: skip (типово), further (додаткові твердження) або new (новий об’єкт поруч)',
      '--marker-type TYPE    могили: які знаки в цьому переліку',
      '--completeness VALUE  останки: для рядків, де цього не вказано',
      '--examiner NAME [--knew-names]   останки: хто оглядав і чи знав імовірні імена',
      '--consent yes|no      зниклі: чи погодилися заявники на використання для ідентифікації',
      '--kit, --laboratory, --analyst   профілі: чого немає у файлі',
      '--synthetic           позначає рядки як вигадані',
    ].join('\n'),
  },
  options: {
    ...dataOption, kind: text, scope: text, mapping: text, 'dry-run': flag, 'good-rows': flag, present: text, 'marker-type': text, completeness: text,
    examiner: text, 'knew-names': flag, consent: text, kit: text, laboratory: text, analyst: text, synthetic: flag,
  },
  run: async (call) => {
    const file = oneArgument(call, importTable);
    const target = kinds[call.text('kind') ?? ''];
    const scope = call.text('scope');
    const present = presentChoices[call.text('present') ?? 'skip'];
    const consent = call.text('consent');
    if (target === undefined || scope === undefined || present === undefined || (consent !== undefined && consent !== 'yes' && consent !== 'no')) throw usageOf(importTable);
    refuseElsewhere(call, Object.entries(optionsOf).flatMap(([kind, options]): readonly string[] => (kind === target ? [] : options)));
    refuseAlone(call, 'knew-names', 'examiner');
    const report = await (await loadServer()).runImport(serverOptions(call), {
      target, scope, present, bytes: await readBytes(file), fileName: path.basename(file), mapping: await readMapping(call.text('mapping')),
      isDryRun: call.flag('dry-run'), goodRowsOnly: call.flag('good-rows'), demonstration: call.flag('synthetic'),
      declared: {
        markerType: call.text('marker-type'), completeness: call.text('completeness'), examiner: call.text('examiner'), knewNames: call.flag('knew-names'),
        consentGiven: consent === undefined ? undefined : consent === 'yes', kit: call.text('kit'), laboratory: call.text('laboratory'), analyst: call.text('analyst'),
      },
    });
    tell(report, call);
    return report.heldBack.length === 0 || (report.logged !== null && call.flag('good-rows')) ? 0 : 1;
  },
};

function tell(report: ImportReport, { out, err, isJson, language }: Call): void {
  for (const issue of report.issues) err(`${issue.severity === 'error' ? '✗' : '?'} ${describeProblem(issue, language)}`);
  const { fresh, present, heldBack, statements, logged } = report;
  const en = logged === null
    ? `Nothing was written. Rows: ${fresh} new, ${present} there already, ${heldBack.length} held back; statements: ${statements}.`
    : `Written: ${statements} statements, log places ${logged.first} to ${logged.last}. Rows: ${fresh} new, ${present} there already, ${heldBack.length} held back.`;
  const uk = logged === null
    ? `Нічого не записано. Рядки: нових ${fresh}, уже наявних ${present}, затриманих ${heldBack.length}; тверджень: ${statements}.`
    : `Записано тверджень: ${statements}, місця в журналі ${logged.first}–${logged.last}. Рядки: нових ${fresh}, уже наявних ${present}, затриманих ${heldBack.length}.`;
  out(isJson ? JSON.stringify(report) : { en, uk }[language]);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    return refuse('cli.file_unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
}

async function readMapping(file: string | undefined): Promise<Mapping | null> {
  return file === undefined ? null : parseMapping(parseStrictJson(await readBytes(file)));
}
