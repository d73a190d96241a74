import type { PreparedBody } from '@imena/record';
import type { Language } from '@imena/problem';
import { fieldLabel, formatValue, textOf, typeLabel } from '../format/index.ts';

const notShown = new Set(['type', 'basis', 'site', 'grave', 'area', 'sample', 'remains', 'relative', 'person', 'note', 'synthetic', 'importFile', 'genotypes', 'number', 'code', 'sampleCode', 'when']);

/** A statement in one line of words, for the preview. Genotypes are counted, not shown. */
export function bodyLine(body: PreparedBody, language: Language): string {
  const type = textOf(body['type']) ?? '';
  const genotypes = body['genotypes'];
  const count = typeof genotypes === 'object' && genotypes !== null ? [`${fieldLabel('genotypes')}: ${Object.keys(genotypes).length}`] : [];
  const parts = Object.entries(body).filter(([name]) => !notShown.has(name)).map(([name, value]) => `${fieldLabel(name)}: ${formatValue(name, value, { language, type })}`);
  return [typeLabel(type), ...parts, ...count].join(' · ');
}
