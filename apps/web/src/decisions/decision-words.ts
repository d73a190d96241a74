import type { Json } from '@imena/problem';
import { formatProbability as formatPosterior } from '@imena/report';
import { useTranslation } from 'react-i18next';
import type { DescribeField } from '../components/index.ts';
import { formatFixed, formatNumber, isRecord, listOf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { evidenceLabel } from '../matches/evidence-words.ts';
import { posteriorOf } from '../matches/weight.ts';
import { contradictionSentence } from './contradiction-words.ts';
import { evidenceKeyOf } from './proposal-parts.ts';

/** The statements of a decision in words: numbers as people read them, relatives by name, contradictions as sentences. */
export function useDecisionWords(siblings: readonly { readonly id: string; readonly label: string }[]): DescribeField {
  const { t } = useTranslation('decisions');
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  return (name, value, body) => {
    const text = textOf(value) ?? '';
    switch (name) {
      case 'lnLr': return formatFixed(Number(text), language, 2);
      case 'prior': return t('content.oneIn', { n: formatNumber(1 / Number(text), language, 0) });
      case 'dnaPosterior': return formatPosterior({ probability: Number(text), complement: complementOf(body, Number(text)) }, language);
      case 'contradictions': {
        const listed = listOf(value).filter(isRecord);
        if (listed.length === 0) return t('content.noContradictions');
        return listed.map((one) => contradictionSentence({ key: textOf(one['key']) ?? '', found: textOf(one['found']) ?? '', reported: textOf(one['reported']) ?? '' }, { t: tMatches, language })).join('; ');
      }
      case 'key': return evidenceLabel(evidenceKeyOf(text), tMatches);
      case 'member': return siblings.find((one) => one.id === text)?.label ?? text;
      default: return undefined;
    }
  };
}

/** The posterior's complement with its own digits where the statement gives what it is computed from. */
function complementOf(body: Json, posterior: number): number {
  const { lnLr, prior } = recordOf(body);
  return typeof lnLr === 'string' && typeof prior === 'string' ? posteriorOf(Number(lnLr), Number(prior)).complement : 1 - posterior;
}
