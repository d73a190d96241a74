import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, type Item } from '../api/index.ts';
import { Badge, EmptyState, QueryView, Section, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { candidatesQuery } from '../dna/dna-api.ts';
import { useRuns } from '../dna/use-runs.ts';
import { formatFixed, formatListedProbability, formatNumber, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { NamedWeights } from '../weights/named-weights.ts';
import { WeightsLine } from '../weights/weights-line.tsx';
import { nearestPersonsQuery, nearestRemainsQuery, unmatchedQuery, type NearKind } from './comparison-api.ts';
import { kindWord } from './weighed-words.ts';
import classes from './matches.module.css';

const few = 5;
const more = 20;

/** Where the section stands on the page of remains, for links to it. */
export const whoId = 'who';

/** Whom remains could be: what the newest run says, and, without DNA, who on the list is nearest by everything else. */
export function WhoCouldItBe({ remains }: { readonly remains: string }) {
  const { t } = useTranslation('matches');
  const readsRuns = useHasRole('laboratory', 'analyst', 'board');
  const readsAll = useHasRole('analyst', 'board');
  const runs = useRuns();
  if (!readsRuns) return null;
  return (
    <Section id={whoId} title={t('who.title')}>
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
            <span className={classes.small}>{t('log10', { value: formatFixed(one.log10Lr, language, 2) })}{one.joint?.kind === 'solved' && ` · ${t('jointly.together', { percent: formatListedProbability(one.joint.posterior, language) })}`}</span>
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
  const query = useQuery(nearestPersonsQuery(remains, most));
  return (
    <>
      <h3 className={classes.sub}>{t('who.byRest')}</h3>
      <QueryView query={query}>{({ items, persons, weights }) => (
        <NearestList
          explained={t('who.restExplained', { persons: formatNumber(persons, language) })} weights={weights} of={persons} onMore={() => setMost(more)}
          near={items.map(({ person, ...one }) => ({ ...one, item: person, pair: person === null ? null : { remains, person: person.id } }))}
        />
      )}</QueryView>
    </>
  );
}

/** Which remains a missing person could be by everything but DNA: for a family that asks before anybody's DNA says anything. */
export function WhichRemains({ person }: { readonly person: string }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const readsAll = useHasRole('analyst', 'board');
  const [most, setMost] = useState(few);
  const query = useQuery({ ...nearestRemainsQuery(person, most), enabled: readsAll });
  if (!readsAll) return null;
  return (
    <Section title={t('who.whichTitle')}>
      <QueryView query={query}>{({ items, remains, weights }) => (items.length === 0
        ? <EmptyState>{t('who.noneFound')}</EmptyState>
        : <NearestList
          explained={t('who.whichExplained', { remains: formatNumber(remains, language) })} weights={weights} of={remains} onMore={() => setMost(more)}
          near={items.map(({ remains: found, ...one }) => ({ ...one, others: [], item: found, pair: found === null ? null : { remains: found.id, person } }))}
        />
      )}</QueryView>
    </Section>
  );
}

/** One end of a pair with what weighs in it; `item` and `pair` are null where this account may not read it. */
interface Near {
  readonly pair: { readonly remains: string; readonly person: string } | null;
  readonly item: Item | null;
  /** Persons who are probably the same, read with this one as one file. */
  readonly others: readonly Item[];
  readonly log10Lr: number;
  readonly kinds: readonly NearKind[];
}

function NearestList({ explained, weights, near, of, onMore }: { readonly explained: string; readonly weights: NamedWeights; readonly near: readonly Near[]; readonly of: number; readonly onMore: () => void }) {
  const { t } = useTranslation('matches');
  const further = Math.min(more, of) - near.length;
  return (
    <>
      <p className={classes.dimmed}>{explained}</p>
      <WeightsLine weights={weights} />
      <ol className={classes.near}>{near.map((one, place) => <NearestLine key={one.item?.id ?? place} {...one} />)}</ol>
      {near.length === few && further > 0 && <Button size="sm" variant="default" className="no-print" onClick={onMore}>{t('showMore', { count: further })}</Button>}
    </>
  );
}

function NearestLine({ pair, item, others, log10Lr, kinds }: Near) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const weight = (value: number): string => formatSigned(value, language, 1);
  return (
    <li>
      {item === null || pair === null ? t('hiddenPerson') : <Link to={`/remains/${pair.remains}/with/${pair.person}`}>{`${item.code} ${item.title}`.trim()}</Link>} <strong>{weight(log10Lr)}</strong>
      {item !== null && (item.kind !== 'person' || item.status !== 'missing') && <> <StatusBadge kind={item.kind} status={item.status} /></>}{item?.facets['synthetic'] === true && <> <SyntheticBadge /></>}
      {others.length > 0 && <div className={classes.small}>{t('files.alsoReported', { codes: others.map(({ code, title }) => `${code} ${title}`.trim()).join('; ') })}</div>}
      <div className={classes.badges}>{kinds.filter(({ reason }) => reason !== 'silent').map((kind) => <Badge key={kind.kind} tone={kind.reason === 'speaks_against' ? 'bad' : 'good'}>{`${kindWord(kind.kind, t)} ${weight(kind.log10Lr)}`}</Badge>)}</div>
    </li>
  );
}
