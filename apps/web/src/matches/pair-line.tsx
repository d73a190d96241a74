import { formatProbability } from '@imena/report';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge, SyntheticBadge, type Tone } from '../components/index.ts';
import { describeProblem, makeProblem } from '@imena/problem';
import type { JointOfPair } from '../dna/dna-api.ts';
import { formatFixed, formatNumber } from '../format/index.ts';
import { asPosterior, methodWords } from './joint-words.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { NextStep, QueuedCandidate } from './next-step.ts';
import { posteriorOf } from './weight.ts';
import classes from './matches.module.css';

const tones: Readonly<Record<NextStep, Tone>> = { ready: 'good', parts: 'warn', contradiction: 'bad', symmetric: 'warn', rival: 'warn', returned: 'warn', review: 'info', sign: 'info', weak: 'plain', established: 'good', excluded: 'plain' };

/** One pair of the queue: remains, person, weight, and what stands between it and a proposal. */
export function PairLine({ run, prior, queued: { candidate, step, against, alsoFits, isChanged } }: { readonly run: string; readonly prior: number; readonly queued: QueuedCandidate }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const { remains, person, remainsId, personId } = candidate;
  return (
    <li className={classes.pair}>
      <Link to={`/matches/${run}/${remainsId}/${personId}`} className={classes.pairLink}>{remains?.code ?? t('hiddenRemains')}</Link>
      <span className={classes.person}>{person === null ? t('hiddenPerson') : <><strong>{person.code}</strong> {person.title} {person.facets['synthetic'] === true && <SyntheticBadge />}</>}</span>
      <span className={classes.numbers}>{t('log10', { value: formatFixed(candidate.log10Lr, language, 2) })}<span className={classes.small}>{t('jointly.alone', { percent: formatProbability(posteriorOf(candidate.lnLr, prior), language) })}</span><Together joint={candidate.joint} /></span>
      <span className={classes.step}>
        <Badge tone={tones[step]}>{t(`steps.${step}`)}</Badge>
        {against.map((one) => <Badge key={one} tone="bad">{t(`against.${one}`)}</Badge>)}
        {isChanged && <Badge tone="warn">{t('changed.badge')}</Badge>}
        {alsoFits.length > 0 && <Badge tone="info">{t('alsoFits', { codes: alsoFits.join(', ') })}</Badge>}
        {candidate.symmetric.length > 0 && step !== 'symmetric' && <Badge tone="warn">{t('steps.symmetric')}</Badge>}
      </span>
    </li>
  );
}

/** What solving the whole run together says of the pair, and how that came about; a pair that it left alone says why. */
function Together({ joint }: { readonly joint: JointOfPair }) {
  const { t } = useTranslation(['matches', 'joint']);
  const language = useLanguage();
  if (joint === null) return null;
  switch (joint.kind) {
    case 'withheld': return <span className={classes.small}>{t('jointly.withheld')}</span>;
    case 'refused': return <span className={classes.small}>{t('jointly.refused', { reason: describeProblem(makeProblem(joint.code, joint.details), language) })}</span>;
    case 'solved': {
      const percent = (probability: number): string => formatProbability(asPosterior(probability), language);
      return (
        <>
          {joint.occupants.length > 0 && <span className={classes.small}>{t('joint:takesPart')}</span>}
          <span className={classes.small}>{t('jointly.together', { percent: percent(joint.posterior) })}</span>
          {joint.alike !== null && <span className={classes.small}>{t('jointly.alike', { percent: percent(joint.alike) })}</span>}
          <span className={classes.small}>{t('jointly.nobody', { percent: percent(joint.nobody) })} · {methodWords(joint.method, { t, language })} · θ {formatNumber(joint.theta, language, 4)}</span>
        </>
      );
    }
  }
}
