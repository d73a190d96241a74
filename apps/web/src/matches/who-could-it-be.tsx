import { formatProbability } from '@imena/report';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/index.ts';
import { Badge, QueryView, Section, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { candidatesQuery } from '../dna/dna-api.ts';
import { useRuns } from '../dna/use-runs.ts';
import { formatFixed, formatNumber, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WeightsLine } from '../weights/weights-line.tsx';
import { nearestQuery, unmatchedQuery, type NearestPerson } from './comparison-api.ts';
import { kindWord } from './weighed-words.ts';
import classes from './matches.module.css';

const few = 5;
const more = 20;

/** Whom remains could be: what the newest run says, and, without DNA, who on the list is nearest by everything else. */
export function WhoCouldItBe({ remains }: { readonly remains: string }) {
  const { t } = useTranslation('matches');
  const readsRuns = useHasRole('laboratory', 'analyst', 'board');
  const readsAll = useHasRole('analyst', 'board');
  const runs = useRuns();
  if (!readsRuns) return null;
  return (
    <Section title={t('who.title')}>
      <QueryView query={runs}>{([run]) => (run === undefined ? <p className={classes.dimmed}>{t('noRuns')}</p> : <ByDna run={run.id} code={run.code} remains={remains} />)}</QueryView>
      {readsAll && <Nearest remains={remains} />}
    </Section>
  );
}

function ByDna({ run, code, remains }: { readonly run: string; readonly code: string; readonly remains: string }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const pairs = useInfiniteQuery(candidatesQuery(run, { remains }));
  const unmatched = useQuery(unmatchedQuery(run));
  const items = pairs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <h3 className={classes.sub}>{t('who.byDna')} <Link to={`/dna/runs/${run}`}>{code}</Link></h3>
      <QueryView query={pairs}>{() => (items.length > 0
        ? <ul className={classes.near}>{items.map((one) => (
          <li key={`${one.personId} ${one.family}`}>
            <Link to={`/matches/${run}/${remains}/${one.personId}`}>{one.person === null ? t('hiddenPerson') : `${one.person.code} ${one.person.title}`}</Link>
            <span className={classes.small}>{t('log10', { value: formatFixed(one.log10Lr, language, 2) })}{one.joint?.kind === 'solved' && ` · ${t('jointly.together', { percent: formatProbability({ probability: one.joint.posterior, complement: 1 - one.joint.posterior }, language) })}`}</span>
          </li>
        ))}</ul>
        : <QueryView query={unmatched}>{({ items: nobodys, families }) => <p role="note">{nobodys.some(({ item }) => item.id === remains) ? t('who.nobody', { families: formatNumber(families, language) }) : t('who.notCompared')}</p>}</QueryView>)}</QueryView>
    </>
  );
}

function Nearest({ remains }: { readonly remains: string }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const [most, setMost] = useState(few);
  const query = useQuery(nearestQuery(remains, most));
  return (
    <>
      <h3 className={classes.sub}>{t('who.byRest')}</h3>
      <QueryView query={query}>{({ items, persons, weights }) => (
        <>
          <p className={classes.dimmed}>{t('who.restExplained', { persons: formatNumber(persons, language) })}</p>
          <WeightsLine weights={weights} />
          <ol className={classes.near}>{items.map((one, place) => <NearestLine key={one.person?.id ?? place} remains={remains} one={one} />)}</ol>
          {most === few && persons > few && <Button size="sm" variant="default" className="no-print" onClick={() => setMost(more)}>{t('showMore', { count: Math.min(more, persons) - few })}</Button>}
        </>
      )}</QueryView>
    </>
  );
}

function NearestLine({ remains, one: { person, log10Lr, kinds } }: { readonly remains: string; readonly one: NearestPerson }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const weight = (value: number): string => formatSigned(value, language, 1);
  return (
    <li>
      {person === null ? t('hiddenPerson') : <Link to={`/remains/${remains}/with/${person.id}`}>{person.code} {person.title}</Link>} <strong>{weight(log10Lr)}</strong>
      {person !== null && person.status !== 'missing' && <> <StatusBadge kind="person" status={person.status} /></>}{person?.facets['synthetic'] === true && <> <SyntheticBadge /></>}
      <div className={classes.badges}>{kinds.filter(({ reason }) => reason !== 'silent').map((kind) => <Badge key={kind.kind} tone={kind.reason === 'speaks_against' ? 'bad' : 'good'}>{`${kindWord(kind.kind, t)} ${weight(kind.log10Lr)}`}</Badge>)}</div>
    </li>
  );
}
