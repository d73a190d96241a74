import { formatProbability as formatPosterior } from '@imena/report';
import { useTranslation } from 'react-i18next';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { posteriorOf, weightOf } from './weight.ts';
import classes from './matches.module.css';

export interface WeightPanelProps {
  readonly lnLr: number;
  readonly prior: number;
  readonly threshold: number;
  readonly markersUsed?: number;
  /** What the second solver said; absent where it was not asked. */
  readonly confirmation?: 'agrees' | 'differs' | 'beyond';
}

const confirmationWords = { agrees: 'confirmed', differs: 'notConfirmed', beyond: 'beyondSecond' } as const;

/** The weight of DNA in words and numbers: the ratio itself, then the posterior with the declared prior and without one. */
export function WeightPanel({ lnLr, prior, threshold, markersUsed, confirmation }: WeightPanelProps) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const weight = weightOf(lnLr, language);
  const withPrior = posteriorOf(lnLr, prior);
  const evenOdds = posteriorOf(lnLr, 0.5);
  const reached = withPrior.probability >= threshold;
  return (
    <div>
      <p className={classes.sentence}>{sentenceOf(weight, t)}</p>
      <dl className={classes.figures}>
        <div><dt>{t('weight.log10')}</dt><dd>{formatFixed(weight.log10Lr, language, 2)}</dd><dd className={classes.note}>{weight.supports === 'neither' ? weight.words : t(`weight.${weight.supports}`, { words: weight.words })}</dd></div>
        <div><dt>{t('weight.withPrior', { n: formatNumber(1 / prior, language, 0) })}</dt><dd>{formatPosterior(withPrior, language)}</dd><dd className={classes.note} data-tone={reached ? 'good' : 'warn'}>{t(reached ? 'weight.reached' : 'weight.notReached', { threshold: formatPosterior({ probability: threshold, complement: 1 - threshold }, language) })}</dd></div>
        <div><dt>{t('weight.evenOdds')}</dt><dd>{formatPosterior(evenOdds, language)}</dd><dd className={classes.note}>{t('weight.evenOddsExplained')}</dd></div>
      </dl>
      {confirmation !== undefined && <p className={classes.confirmation} data-tone={confirmation === 'agrees' ? 'good' : confirmation === 'differs' ? 'bad' : 'warn'}>{t(`weight.${confirmationWords[confirmation]}`)}</p>}
      <p className={classes.dimmed}>{markersUsed === undefined ? '' : `${t('weight.markersUsed', { count: markersUsed })} `}{t('weight.scale', { name: weight.scale.name })}{weight.scale.verified ? '' : ` ${t('weight.scaleUnverified')}`}</p>
    </div>
  );
}

function sentenceOf(weight: ReturnType<typeof weightOf>, t: ReturnType<typeof useTranslation<'matches'>>['t']): string {
  if (weight.ratio.kind === 'infinite') return t(weight.log10Lr > 0 ? 'weight.onlyRelated' : 'weight.impossible');
  if (weight.supports === 'neither') return t('weight.saysNothing');
  return t(weight.supports === 'related' ? 'weight.moreLikely' : 'weight.lessLikely', { ratio: weight.ratio.text });
}
