import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge, SyntheticBadge, type Tone } from '../components/index.ts';
import { describeProblem, makeProblem } from '@imena/problem';
import type { JointOfPair } from '../dna/dna-api.ts';
import { formatFixed, formatListedProbability } from '../format/index.ts';
import { methodWords } from './joint-words.ts';
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
      <span className={classes.numbers}>{t('log10', { value: formatFixed(candidate.log10Lr, language, 2) })}<Posteriors alone={posteriorOf(candidate.lnLr, prior).probability} joint={candidate.joint} /></span>
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

/** The posterior of the pair alone, what solving the whole run together makes of it, and how that came about; a pair that it left alone says why. */
function Posteriors({ alone, joint }: { readonly alone: number; readonly joint: JointOfPair }) {
  const { t } = useTranslation(['matches', 'joint']);
  const language = useLanguage();
  const percent = (probability: number): string => formatListedProbability(probability, language);
  const words = joint?.kind === 'solved' ? solvedWords(joint) : [t('jointly.alone', { percent: percent(alone) }), ...leftAlone()];
  return <span className={classes.small}>{words.join(' · ')}</span>;

  function leftAlone(): string[] {
    switch (joint?.kind) {
      case 'withheld': return [t('jointly.withheld')];
      case 'refused': return [t('jointly.refused', { reason: describeProblem(makeProblem(joint.code, joint.details), language) })];
      default: return [];
    }
  }

  function solvedWords(solved: Solved): string[] {
    const isSame = percent(alone) === percent(solved.posterior);
    return [
      ...(isSame ? [t('jointly.both', { percent: percent(alone) })] : [t('jointly.alone', { percent: percent(alone) }), t('jointly.together', { percent: percent(solved.posterior) })]),
      ...(solved.alike === null ? [] : [t('jointly.alike', { percent: percent(solved.alike) })]),
      t('jointly.nobody', { percent: percent(solved.nobody) }),
      ...(solved.occupants.length > 0 ? [t('joint:takesPart')] : []),
      methodWords(solved.method, { t, language }),
    ];
  }
}

type Solved = Extract<JointOfPair, { readonly kind: 'solved' }>;
