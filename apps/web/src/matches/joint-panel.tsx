import { formatProbability } from '@imena/report';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState, QueryView } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { jointQuery, recordedView, type CandidateDetail, type JointAnswer, type JointView, type PairAddress } from './candidate-api.ts';
import { JointSwitches } from './joint-switches.tsx';
import { asPosterior, methodWords } from './joint-words.ts';
import { OccupantsList } from './occupants-list.tsx';
import classes from './matches.module.css';

type Posterior = Parameters<typeof formatProbability>[0];

/** The pair beside everybody who competes with it, as the run solved it; solved on demand in runs that were not solved together. */
export function JointPanel({ pair, pairwise, together, theta }: { readonly pair: PairAddress; readonly pairwise: Posterior; readonly together: CandidateDetail['together']; readonly theta: number }) {
  const { t } = useTranslation('matches');
  const [asked, setAsked] = useState(together === 'solved');
  const [view, setView] = useState(recordedView);
  const query = useQuery({ ...jointQuery(pair, view), enabled: asked, placeholderData: keepPreviousData });
  return (
    <div>
      <p className={classes.dimmed}>{t('joint.explained')}</p>
      {together === 'not_listed' && <p>{t('jointly.notListed')}</p>}
      {together === 'not_listed' ? null : asked ? <QueryView query={query}>{(answer) => <div aria-busy={query.isPlaceholderData}>{query.isPlaceholderData && <LoadingState />}<Answer run={pair.run} answer={answer} pairwise={pairwise} theta={theta} /><Earlier pair={pair} view={view} answer={answer} /><JointSwitches view={view} answer={answer} onChange={setView} /></div>}</QueryView> : <Button size="md" variant="default" onClick={() => setAsked(true)}>{t('joint.ask')}</Button>}
    </div>
  );
}

function Answer({ run, answer, pairwise, theta }: { readonly run: string; readonly answer: JointAnswer; readonly pairwise: Posterior; readonly theta: number }) {
  const { t } = useTranslation(['matches', 'joint']);
  const language = useLanguage();
  const { method, others, symmetric } = answer;
  return (
    <>
      <dl className={classes.figures}>
        <div><dt>{t('joint.together')}</dt><dd>{formatProbability(asPosterior(answer.posterior), language)}</dd><dd className={classes.note}>{methodWords(method, { t, language })}</dd></div>
        <div><dt>{t('joint.alone')}</dt><dd>{formatProbability(pairwise, language)}</dd></div>
        <div><dt>{t('joint.nobody')}</dt><dd>{formatProbability(asPosterior(answer.nobody), language)}</dd></div>
      </dl>
      {answer.theta !== theta && <p>{t('jointly.thetaDiffers', { alone: formatNumber(theta, language, 4), together: formatNumber(answer.theta, language, 4) })}</p>}
      {answer.isApart && <p>{t('joint:apart')}</p>}
      {symmetric !== null && <p>{t('joint.symmetric', { percent: formatProbability(asPosterior(symmetric), language) })}</p>}
      {others.length > 0 && (
        <ul>{others.map((one) => (
          <li key={`${one.remains} ${one.person}`}><Link to={`/matches/${run}/${one.remains}/${one.person}`}>{one.remainsItem?.code ?? t('hiddenRemains')} · {one.personItem === null ? t('hiddenPerson') : `${one.personItem.code} ${one.personItem.title}`}</Link>: {formatProbability(asPosterior(one.posterior), language)}</li>
        ))}</ul>
      )}
      <p className={classes.dimmed}>{t('joint.group', { remains: formatNumber(answer.remains, language), persons: formatNumber(answer.persons, language), theta: formatNumber(answer.theta, language, 4) })}</p>
    </>
  );
}

/** What was said earlier, and what the posterior of the pair would be without it. */
function Earlier({ pair, view, answer }: { readonly pair: PairAddress; readonly view: JointView; readonly answer: JointAnswer }) {
  const { t } = useTranslation('joint');
  const language = useLanguage();
  const isCounted = view.occupants === 'counted';
  const without = useQuery({ ...jointQuery(pair, { ...view, occupants: 'ignored' }), enabled: isCounted && answer.occupants.length > 0 });
  const percent = (probability: number): string => formatProbability(asPosterior(probability), language);
  if (!isCounted) return null;
  const shown = { with: percent(answer.posterior), without: without.data === undefined ? null : percent(without.data.posterior) };
  return (
    <>
      <h3 className={classes.sub}>{t('taken')}</h3>
      {shown.without !== null && <p>{shown.without === shown.with ? t('effectNone', { with: shown.with }) : t('effect', { with: shown.with, without: shown.without })}</p>}
      <OccupantsList answer={answer} />
    </>
  );
}
