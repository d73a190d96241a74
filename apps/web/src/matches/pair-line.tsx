import { formatProbability } from '@imena/report';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge, SyntheticBadge, type Tone } from '../components/index.ts';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { NextStep, QueuedCandidate } from './next-step.ts';
import { posteriorOf } from './weight.ts';
import classes from './matches.module.css';

const tones: Readonly<Record<NextStep, Tone>> = { ready: 'good', contradiction: 'bad', symmetric: 'warn', rival: 'warn', weak: 'plain', proposed: 'info', excluded: 'plain' };

/** One pair of the queue: remains, person, weight, and what stands between it and a proposal. */
export function PairLine({ run, prior, queued: { candidate, step, against, alsoFits } }: { readonly run: string; readonly prior: number; readonly queued: QueuedCandidate }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const { remains, person, remainsId, personId } = candidate;
  return (
    <li className={classes.pair}>
      <Link to={`/matches/${run}/${remainsId}/${personId}`} className={classes.pairLink}>{remains?.code ?? t('hiddenRemains')}</Link>
      <span className={classes.person}>{person === null ? t('hiddenPerson') : <><strong>{person.code}</strong> {person.title} {person.facets['synthetic'] === true && <SyntheticBadge />}</>}</span>
      <span className={classes.numbers}>{t('log10', { value: formatFixed(candidate.log10Lr, language, 2) })}<span className={classes.small}>{formatProbability(posteriorOf(candidate.lnLr, prior), language)}</span></span>
      <span className={classes.step}>
        <Badge tone={tones[step]}>{t(`steps.${step}`)}</Badge>
        {against.map((one) => <Badge key={one} tone="bad">{t(`against.${one}`)}</Badge>)}
        {alsoFits.length > 0 && <Badge tone="info">{t('alsoFits', { codes: alsoFits.join(', ') })}</Badge>}
        {candidate.symmetric.length > 0 && step !== 'symmetric' && <Badge tone="warn">{t('steps.symmetric')}</Badge>}
      </span>
    </li>
  );
}
