import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { KinshipError } from '@imena/kinship';
import { describeProblem, refuse, type Problem } from '@imena/problem';
import { usageOf, type Command } from '../command.ts';
import { refuseElsewhere } from '../number-option.ts';
import { caseToText, textToCase, type CaseKind } from './convert-case.ts';

const kinds: Readonly<Record<string, CaseKind>> = { '.fam': 'fam', '.ged': 'gedcom', '.ped': 'ped', '.json': 'case' };

/** Encodings of older programs, which nothing in a file tells apart: a person says which. */
const encodings = ['windows-1251', 'windows-1250'] as const;

/** One file of a family into another format, by their endings. */
export const convert: Command = {
  name: 'convert',
  usage: 'IN OUT [--pedigree NAME] [--gedcom 5.5.1|7.0] [--chromosome X] [--encoding windows-1251|windows-1250] [--despite-errors]',
  summary: { en: 'turns .fam (Familias), .ged (GEDCOM), .ped and kinship-case .json into each other', uk: 'перетворює .fam (Familias), .ged (GEDCOM), .ped та kinship-case .json одне на одне' },
  help: {
    en: 'The formats are told by the endings. OUT must not exist. What cannot be read is told with its line, and then nothing is written unless --despite-errors says that the rest is enough. What OUT has no place for is refused; GEDCOM holds no genotypes and PED no frequencies, which is told. --pedigree: which hypothesis, or family of a case with several remains, goes into GEDCOM or PED. --encoding: of a text that is not UTF-8. --chromosome X: the markers of a .fam lie on X, which the format does not say.',
    uk: 'Формати визначаються за закінченнями назв. Файлу OUT ще не має бути. Про те, чого не вдалося прочитати, повідомляється з рядком, і тоді нічого не записується, якщо --despite-errors не каже, що решти досить. У тому, для чого в OUT немає місця, відмовляється; GEDCOM не містить генотипів, а PED — частот, про що повідомляється. --pedigree: яка гіпотеза розрахунку, або родина розрахунку з кількома останками, йде до GEDCOM або PED. --encoding: кодування тексту, якщо це не UTF-8. --chromosome X: маркери .fam лежать на X-хромосомі, чого формат не каже.',
  },
  options: { pedigree: { type: 'string' }, gedcom: { type: 'string' }, chromosome: { type: 'string' }, encoding: { type: 'string' }, 'despite-errors': { type: 'boolean' } },
  run: async (call) => {
    const [from, to, ...more] = call.positionals;
    const [inKind, outKind] = [from, to].map((name) => kinds[extname(name ?? '').toLowerCase()]);
    const gedcom = call.text('gedcom') ?? '7.0';
    const chrom = call.text('chromosome') ?? 'autosomal';
    const stated = call.text('encoding');
    const encoding = encodings.find((one) => one === stated);
    if (from === undefined || to === undefined || more.length > 0 || inKind === undefined || outKind === undefined || (gedcom !== '5.5.1' && gedcom !== '7.0') || (chrom !== 'autosomal' && chrom !== 'X') || (stated !== undefined && encoding === undefined)) throw usageOf(convert);
    refuseElsewhere(call, [...(outKind === 'gedcom' ? [] : ['gedcom']), ...(outKind === 'gedcom' || outKind === 'ped' ? [] : ['pedigree']), ...(inKind === 'fam' ? [] : ['chromosome']), ...(inKind === 'case' ? ['encoding'] : [])]);
    const bytes = await readFile(from).catch((error: unknown) => refuseFile('cli.file_unreadable', from, error));
    const { given, issues } = read(bytes, { file: from, kind: inKind, chrom, ...(encoding && { encoding }) });
    const words = (problem: Problem): string => describeProblem(problem, call.language);
    for (const issue of issues) call.err(words(issue));
    if (issues.some(({ severity }) => severity === 'error') && !call.flag('despite-errors')) refuse('cli.convert_errors', { file: from });
    const { text, notes } = caseToText(given, { kind: outKind, pedigree: call.text('pedigree'), gedcom });
    for (const note of notes) call.err(words(note));
    await writeFile(to, text, { flag: 'wx' }).catch((error: unknown) => refuseFile('cli.file_not_written', to, error));
    call.out(call.isJson ? JSON.stringify({ written: to, issues: issues.length }) : to);
    return 0;
  },
};

/** A case that is none is refused by the kinship package in its own way. */
function read(bytes: Uint8Array, from: Parameters<typeof textToCase>[1]): ReturnType<typeof textToCase> {
  try {
    return textToCase(bytes, from);
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file: from.file });
    throw error;
  }
}

function refuseFile(code: 'cli.file_unreadable' | 'cli.file_not_written', file: string, error: unknown): never {
  if (error instanceof Error && 'code' in error) return refuse(code, { file, reason: error.message });
  throw error;
}
