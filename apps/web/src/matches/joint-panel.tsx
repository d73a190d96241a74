import { formatProbability } from '@imena/report';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { jointQuery, type JointAnswer, type PairAddress } from './candidate-api.ts';
import classes from './matches.module.css';

type Posterior = Parameters<typeof formatProbability>[0];

/** A posterior of the joint solution; its complement keeps no more digits than the difference from 1. */
const posterior = (probability: number): Posterior => ({ probability, complement: 1 - probability });

/** The pair beside everybody who competes with it, solved together; on demand, because it takes up to seconds. */
export function JointPanel({ pair, pairwise }: { readonly pair: PairAddress; readonly pairwise: Posterior }) {
  const { t } = useTranslation('matches');
  const [asked, setAsked] = useState(false);
  const query = useQuery({ ...jointQuery(pair), enabled: asked });
  return (
    <div>
      <p className={classes.dimmed}>{t('joint.explained')}</p>
      {asked ? <QueryView query={query}>{(answer) => <Answer run={pair.run} answer={answer} pairwise={pairwise} />}</QueryView> : <Button size="md" variant="default" onClick={() => setAsked(true)}>{t('joint.ask')}</Button>}
    </div>
  );
}

function Answer({ run, answer, pairwise }: { readonly run: string; readonly answer: JointAnswer; readonly pairwise: Posterior }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const { method, others, symmetric } = answer;
  return (
    <>
      <dl className={classes.figures}>
        <div><dt>{t('joint.together')}</dt><dd>{formatProbability(posterior(answer.posterior), language)}</dd><dd className={classes.note}>{methodWords(method, { t, language })}</dd></div>
        <div><dt>{t('joint.alone')}</dt><dd>{formatProbability(pairwise, language)}</dd></div>
        <div><dt>{t('joint.nobody')}</dt><dd>{formatProbability(posterior(answer.nobody), language)}</dd></div>
      </dl>
      {symmetric !== null && <p>{t('joint.symmetric', { percent: formatProbability(posterior(symmetric), language) })}</p>}
      {others.length > 0 && (
        <ul>{others.map((one) => (
          <li key={`${one.remains} ${one.person}`}><Link to={`/matches/${run}/${one.remains}/${one.person}`}>{one.remainsItem?.code ?? t('hiddenRemains')} · {one.personItem === null ? t('hiddenPerson') : `${one.personItem.code} ${one.personItem.title}`}</Link>: {formatProbability(posterior(one.posterior), language)}</li>
        ))}</ul>
      )}
      <p className={classes.dimmed}>{t('joint.group', { remains: formatNumber(answer.remains, language), persons: formatNumber(answer.persons, language) })}</p>
    </>
  );
}

function methodWords(method: JointAnswer['method'], { t, language }: { readonly t: ReturnType<typeof useTranslation<'matches'>>['t']; readonly language: Parameters<typeof formatProbability>[1] }): string {
  switch (method.kind) {
    case 'exact': return t('joint.exact');
    case 'certified': return t('joint.certified', { error: method.relativeError.toExponential(0) });
    case 'estimate': return t('joint.estimate', { error: formatNumber(method.standardError, language, 4) });
  }
}
