import { Button, Select, TextInput } from '@mantine/core';
import { defaultDnaThreshold } from '@imena/record';
import { useInfiniteQuery, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useHasRole, type Item } from '../api/index.ts';
import { CountedChoice, EmptyState, PageHeader, QueryView, useListConditions } from '../components/index.ts';
import { candidatesQuery, runReportQuery, type Candidate } from '../dna/dna-api.ts';
import { NewRunButton } from '../dna/new-run-button.tsx';
import { useFollowedRuns } from '../dna/use-runs.ts';
import { formatDay, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { unmatchedQuery } from './comparison-api.ts';
import { nextSteps, orderQueue, type QueuedCandidate } from './next-step.ts';
import { PairLine } from './pair-line.tsx';
import { unmatchedId, UnmatchedSection } from './unmatched-section.tsx';
import { WeightsButton } from '../weights/weights-line.tsx';
import classes from './matches.module.css';

/** The candidates of a run, the newest where none is named, in the order in which a person can do something. */
export function MatchesPage() {
  const { run: named }: { readonly run?: string } = useParams({ strict: false });
  return <QueryView query={useFollowedRuns()}>{(runs) => <RunOfPage key={named ?? ''} named={named} runs={runs} />}</QueryView>;
}

type Runs = readonly Item[];

/** Holds on to the run that it began with: a newer one that comes meanwhile is offered and never put under the reader's hands. */
function RunOfPage({ named, runs }: { readonly named: string | undefined; readonly runs: Runs }) {
  const { t } = useTranslation('matches');
  const [begun, setBegun] = useState(named ?? runs[0]?.id);
  if (begun === undefined && runs[0] !== undefined) setBegun(runs[0].id);
  if (!runs.some(({ id }) => id === begun)) return <><PageHeader title={t('title')} actions={<><WeightsButton /><NewRunButton /></>} /><EmptyState>{t(runs.length === 0 ? 'beforeAnyRun' : 'noSuchRun')}</EmptyState></>;
  return <RunQueue key={begun} run={begun ?? ''} runs={runs} />;
}

function RunQueue({ run, runs }: { readonly run: string; readonly runs: Runs }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const navigate = useNavigate();
  const mayAudit = useHasRole('analyst', 'board');
  const query = useInfiniteQuery(candidatesQuery(run));
  const report = useQuery(runReportQuery(run));
  // What was proposed already decides where a pair stands and what its next step is.
  const identifications = useAllSubjects({ kind: 'identification' });
  // Stands below the queue, so that it is drawn after it and not pushed away by it; asked for at once all the same.
  usePrefetchQuery(unmatchedQuery(run));
  return (
    <>
      <PageHeader title={t('title')} actions={<>{mayAudit && <Button component={Link} to="/audit" size="md" variant="default">{t('audit')}</Button>}<WeightsButton /><Button component={Link} to={`/dna/runs/${run}`} size="md" variant="default">{t('aboutRun')}</Button><NewRunButton /></>}>{t('explained')}</PageHeader>
      <div className={classes.runs}>
        <Select
          size="md" label={t('run')} allowDeselect={false} value={run} onChange={(id) => { if (id !== null) void navigate({ to: `/matches/${id}` }); }}
          data={runs.map((one) => ({ value: one.id, label: `${one.code} · ${formatDay(one.updatedAt, language)}` }))}
        />
        <NewerRun run={run} newest={runs[0]} />
      </div>
      <QueryView query={report}>{({ parameters }) => <QueryView query={identifications}>{(known) => <QueryView query={query}>
        {({ pages }) => (
          <>
            {(pages[0]?.withheld.pairs ?? 0) > 0 && <p className={classes.withheld} role="note">{t('withheld', { count: pages[0]?.withheld.pairs ?? 0 })}</p>}
            <Queue run={run} runIndex={runs.find((one) => one.id === run)?.lastIndex} prior={1 / parameters.expectedMissing} candidates={pages.flatMap((page) => page.items)} identifications={known} />
            {query.hasNextPage && <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('loadMore', { total: formatNumber(pages[0]?.total ?? 0, language) })}</Button>}
            <UnmatchedSection run={run} />
          </>
        )}
      </QueryView>}</QueryView>}</QueryView>
    </>
  );
}

/** Says quietly, in a place that is kept free for it, that the newest run is another one. */
function NewerRun({ run, newest }: { readonly run: string; readonly newest: Item | undefined }) {
  const { t } = useTranslation('matches');
  return (
    <div className={`${classes.newer ?? ''} no-print`} role="status">
      {newest !== undefined && newest.id !== run && <><span>{t('newerRun')}</span><Button component={Link} to={`/matches/${newest.id}`} size="sm" variant="default">{t('showNewer')}</Button></>}
    </div>
  );
}

/** As many as somebody reads through; the kinds with their numbers above the list are the way to the rest. */
const pageSize = 30;

function Queue({ run, runIndex, prior, candidates, identifications }: { readonly run: string; readonly runIndex: number | undefined; readonly prior: number; readonly candidates: readonly Candidate[]; readonly identifications: readonly Item[] }) {
  const { t } = useTranslation(['matches', 'common']);
  const isAnalyst = useHasRole('analyst');
  const isBoard = useHasRole('board');
  const signsOnly = isBoard && !isAnalyst;
  // In the address, so that whoever comes back from a pair finds the same part of the queue.
  const { conditions, setConditions } = useListConditions();
  const step = nextSteps.find((one) => one === conditions.status) ?? null;
  const [text, setText] = useState(conditions.q ?? '');
  const [most, setMost] = useState(pageSize);
  const queue = orderQueue(candidates, { threshold: defaultDnaThreshold, identifications, runIndex, signsOnly });
  const shown = queue.filter((one) => (step === null || one.step === step) && matchesText(one, text));
  const counts = nextSteps.map((one) => ({ value: one, label: t(`steps.${one}`), count: queue.filter((queued) => queued.step === one).length })).filter(({ count }) => count > 0);
  return (
    <>
      <CountedChoice label={t('nextStep')} total={queue.length} options={counts} value={step} onChange={(next) => { setConditions({ status: next ?? undefined }); setMost(pageSize); }} />
      <div className={`${classes.filters ?? ''} no-print`}>
        <TextInput size="md" type="search" label={t('filter')} value={text} onChange={({ currentTarget: { value } }) => { setText(value); setConditions({ q: value || undefined }); setMost(pageSize); }} />
        <p className={classes.dimmed} role="status">{t('common:total', { count: shown.length })}</p>
        <p className={classes.dimmed}><Link to="." hash={unmatchedId} search={true}>{t('unmatched.title')}</Link></p>
      </div>
      {shown.length === 0 ? <EmptyState>{t(queue.length === 0 ? 'noPairs' : 'common:nothingFound')}</EmptyState> : (
        <ul className={classes.queue}>{shown.slice(0, most).map((queued) => <PairLine key={queued.candidate.place} run={run} prior={prior} queued={queued} />)}</ul>
      )}
      {shown.length > most && <Button mt="md" variant="default" onClick={() => setMost(most + pageSize)}>{t('showMore', { count: shown.length - most })}</Button>}
    </>
  );
}

function matchesText({ candidate: { remains, person } }: QueuedCandidate, text: string): boolean {
  const words = text.trim().toLocaleLowerCase().split(/\s+/u);
  const where = [remains?.code, person?.code, person?.title].join(' ').toLocaleLowerCase();
  return words.every((word) => where.includes(word));
}
