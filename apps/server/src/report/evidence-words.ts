import { evidenceText, type EvidenceRow } from '@imena/matching';
import type { Json } from '@imena/problem';
import type { ReportLanguage } from '@imena/report';
import { recordOf } from '../register/read-fields.ts';

const sexWords: Readonly<Record<ReportLanguage, Readonly<Record<string, string>>>> = {
  en: { male: 'male', female: 'female', undetermined: 'undetermined' },
  uk: { male: 'чоловіча', female: 'жіноча', undetermined: 'не визначено' },
};

/** One found or reported value with its unit, in the language of the document. */
export function evidenceWords(key: EvidenceRow['key'], value: Json, language: ReportLanguage): string {
  switch (key) {
    case 'sex': case 'amelogenin':
      return typeof value === 'string' ? (sexWords[language][value] ?? value) : evidenceText(value);
    case 'age':
      return withUnit(value, language === 'uk' ? 'р.' : 'years');
    case 'stature':
      return withUnit(value, language === 'uk' ? 'мм' : 'mm');
    case 'marker_name': case 'presumption':
      return evidenceText(value);
  }
}

/** An interval whose ends are equal is one number. */
function withUnit(value: Json, unit: string): string {
  const { low, high } = recordOf(value);
  if (typeof low !== 'number' || typeof high !== 'number') return evidenceText(value);
  return low === high ? `${low} ${unit}` : `${low}–${high} ${unit}`;
}
