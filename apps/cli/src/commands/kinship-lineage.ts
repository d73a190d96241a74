import { KinshipError, lineageEvidence, readLineage, writeNumber, type LineageResult, type LineEvidence, type NoLineEvidence } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { alignRows } from './kinship-advise.ts';
import type { CaseFile } from './case-file.ts';
import type { Call } from '../command.ts';

/** `imena kinship lineage FILE.json`: Y-STR and mtDNA of remains against the relatives of their line, as evidence of its own. */
export function compareLineages({ file, json }: CaseFile, call: Call): void {
  try {
    const { id, ...input } = readLineage(json);
    const result = lineageEvidence(input);
    if (call.isJson) call.out(JSON.stringify({ id, ...result }, (_, value: unknown) => (typeof value === 'number' ? writeNumber(value) : value)));
    else for (const line of describe(result, call.language)) call.out(line);
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
    throw error;
  }
}

type Language = Call['language'];

const words = {
  en: {
    head: ['line', 'relative', 'births between', 'compared', 'differ', 'log10 LR'],
    line: { paternal: 'Y-STR', maternal: 'mtDNA' },
    loci: 'loci', positions: 'positions', none: { noCount: 'no number: no count', nothingCompared: 'no number', countedAtMore: 'no number: counted at more than was compared', difference: 'no number' },
    mt: { notExcluded: 'not excluded', inconclusive: 'inconclusive', excluded: 'excluded', notCompared: 'nothing in common' },
    mixed: 'mixtures, to be looked at', ignored: 'lengths, not counted',
    reason: { otherLine: 'is on another line', remainsNotTyped: 'the remains are not typed for it', notMale: 'a woman has no Y chromosome' },
    frequency: 'times among', bound: 'used', apart: 'These ratios stand beside the autosomal LR and are not multiplied with it; relatives of one line are not multiplied with each other.',
  },
  uk: {
    head: ['лінія', 'родич', 'народжень між', 'порівняно', 'різняться', 'log10 LR'],
    line: { paternal: 'Y-STR', maternal: 'мтДНК' },
    loci: 'локусів', positions: 'позицій', none: { noCount: 'без числа: не пораховано', nothingCompared: 'без числа', countedAtMore: 'без числа: пораховано за більшим, ніж порівняно', difference: 'без числа' },
    mt: { notExcluded: 'не виключено', inconclusive: 'непевно', excluded: 'виключено', notCompared: 'нічого спільного' },
    mixed: 'суміші, слід переглянути', ignored: 'довжини, не враховано',
    reason: { otherLine: 'належить до іншої лінії', remainsNotTyped: 'в останків цього не визначено', notMale: 'жінка не має Y-хромосоми' },
    frequency: 'разів серед', bound: 'узято', apart: 'Ці відношення стоять поряд з автосомним LR і не множаться на нього; родичів однієї лінії не перемножують між собою.',
  },
} as const;

function describe({ evidence, without, frequencies }: LineageResult, language: Language): string[] {
  const w = words[language];
  const shares = [frequencies.y === null ? null : ([w.line.paternal, frequencies.y] as const), frequencies.mt === null ? null : ([w.line.maternal, frequencies.mt] as const)];
  return [
    ...alignRows([[...w.head], ...evidence.map((one) => rowOf(one, language))]),
    ...evidence.flatMap((one) => notesOf(one, language)),
    ...shares.flatMap((share) => (share === null ? [] : [`${share[0]}: ${share[1].matches} ${w.frequency} ${share[1].size} (${share[1].database}), ${w.bound} ${share[1].used.toPrecision(3)}`])),
    ...without.map(({ line, relative, reason }: NoLineEvidence) => `${w.line[line]}, ${relative}: ${w.reason[reason]}`),
    w.apart,
  ];
}

function rowOf(one: LineEvidence, language: Language): string[] {
  const w = words[language];
  const compared = one.line === 'paternal' ? `${one.comparison.loci.length} ${w.loci}` : `${one.comparison.positions} ${w.positions}`;
  const number = one.lnLr === null ? w.none[one.noRatio ?? 'noCount'] : (one.lnLr / Math.LN10).toFixed(2);
  return [w.line[one.line], one.relative, String(one.transmissions), compared, one.comparison.differing.join(', ') || '0', one.line === 'paternal' ? number : `${number} · ${w.mt[one.comparison.interpretation]}`];
}

function notesOf(one: LineEvidence, language: Language): string[] {
  if (one.line === 'paternal') return [];
  const { mixed, ignored } = one.comparison;
  const note = (what: string, places: readonly string[]): string[] => (places.length === 0 ? [] : [`${one.relative}: ${what}: ${places.join(', ')}`]);
  return [...note(words[language].mixed, mixed), ...note(words[language].ignored, ignored)];
}
