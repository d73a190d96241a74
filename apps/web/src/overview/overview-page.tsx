import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { canRead, myTasksQuery, newestFiguresQuery, overviewQuery, useAllSubjects, useHasRole, useSession, type Overview } from '../api/index.ts';
import { EmptyState, PageHeader, PrintButton, QueryView, Section, SplitView, SyntheticBadge } from '../components/index.ts';
import { formatEdtf, formatMoment, formatNumber, formatQuantity, listPath, roleLabel, statusLabel, taskLabel, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { newestSaid, type SaidFigure } from '../sources/figures/newest-said.ts';
import { speakerLine } from '../sources/speaker-line.ts';
import { AuditGlance } from '../audit/audit-glance.tsx';
import { groupCounts, screenOf, type Count, type PlaceCounts } from './group-counts.ts';
import { TaskList } from './task-list.tsx';
import classes from './overview.module.css';

/** Where the work stands: counts, what waits for whom, and what waits for the reader. */
export function OverviewPage() {
  const { t } = useTranslation(['overview', 'common']);
  const language = useLanguage();
  const session = useSession();
  // The roles that GET /audit answers to.
  const mayAudit = useHasRole('analyst', 'board');
  const query = useQuery(overviewQuery);
  const tasks = useQuery(myTasksQuery);
  return (
    <QueryView query={query}>
      {(data) => (
        <>
          <PageHeader title={t('title')} actions={<PrintButton />}>{asOf(data)}</PageHeader>
          <SplitView side={(
            <>
              <Section title={t('myTasksTitle')}>
                <QueryView query={tasks}>{(mine) => (mine.length === 0 ? <EmptyState>{t('myTasksNone')}</EmptyState> : <><TaskList tasks={mine.slice(0, 8)} />{mine.length > 8 && <p><Link to="/tasks">{t('allTasks')}: {formatNumber(mine.length, language)}</Link></p>}</>)}</QueryView>
              </Section>
              {mayAudit && <AuditGlance />}
              <Section title={t('waitingTitle')}><Waiting waiting={data.waiting} /></Section>
            </>
          )}>
            <Section title={t('countsTitle')}>
              <p className={classes.hint}>{t('countsText')}{canRead(session, 'claim') && <> <Link to="/sources/figures">{t('saidFigures')}</Link></>}</p>
              <Counts places={groupCounts(data.counts)} asOf={asOf(data)} />
            </Section>
          </SplitView>
        </>
      )}
    </QueryView>
  );

  function asOf(data: Overview): string {
    const size = formatNumber(Number(data.asOf.size), language);
    return data.asOf.time === null ? t('asOfUnknown', { size }) : t('asOf', { size, time: formatMoment(data.asOf.time, language) });
  }
}

function Counts({ places, asOf }: { readonly places: readonly PlaceCounts[]; readonly asOf: string }) {
  const { t } = useTranslation(['overview', 'common']);
  const nameOf = usePlaceName();
  const session = useSession();
  const said = useQuery({ ...newestFiguresQuery, enabled: canRead(session, 'claim') });
  const newest = newestSaid(said.data ?? []);
  const labels: Readonly<Record<string, string>> = t('units', { returnObjects: true });
  if (places.length === 0) return <EmptyState>{t('common:nothingYet')}</EmptyState>;
  return places.map(({ scope, units }) => (
    <div key={scope} className={classes.place}>
      <h3 className={classes.placeName}>{(scope === null ? t('everywhere') : nameOf(scope)) || t('common:loading')}</h3>
      <p className={classes.whose} title={asOf}>{t('countedHere')}</p>
      <dl className={classes.counts}>
        {units.map(({ unit, states }) => (
          <div key={unit} className={classes.unit}>
            <dt>{labels[unit] ?? unit}</dt>
            <dd><ul className={classes.numbers}>{states.map((count) => <li key={count.state}><NumberLink count={count} label={statusLabel(unit, count.state)} /></li>)}</ul></dd>
          </div>
        ))}
      </dl>
      {scope !== null && newest.has(scope) && <SaidFigures site={scope} said={newest.get(scope) ?? []} />}
    </div>
  ));
}

/** What others said last about what is counted above, each with whoever said it and when. */
function SaidFigures({ site, said }: { readonly site: string; readonly said: readonly SaidFigure[] }) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  return (
    <>
      <p className={classes.whose}>{t('saidByOthers')}</p>
      <ul className={classes.said}>
        {said.map(({ unit, figure, claim }) => {
          const saidOn = textOf(claim.fields['saidOn']?.[0]?.value);
          return (
            <li key={unit}>
              <Link to="/sources/figures" search={{ site, unit }} className={classes.number}><span className={classes.value}>{formatQuantity(figure.quantity, language)}</span></Link>
              <span>{speakerLine(claim.fields['speaker']?.[0]?.value, language) || t('speakerUnknown')} · {saidOn === undefined ? t('dayUnknown') : formatEdtf(saidOn, language)} {claim.synthetic && <SyntheticBadge />}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A number, and beneath it what it counts; it leads to the list of exactly that. */
function NumberLink({ count, label }: { readonly count: Count; readonly label: string }) {
  const language = useLanguage();
  const { kind, conditions } = screenOf(count.query);
  return <Link to={listPath(kind)} search={conditions} className={classes.number}><span className={classes.value}>{formatNumber(count.value, language)}</span><span>{label}</span></Link>;
}

function Waiting({ waiting }: { readonly waiting: Overview['waiting'] }) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  if (waiting.length === 0) return <EmptyState>{t('waitingNone')}</EmptyState>;
  return (
    <ul className={classes.waiting}>
      {waiting.map((one) => <li key={`${one.task}/${one.role}`}><span>{taskLabel(one.task)}<small>{t('forRole', { role: roleLabel(one.role) })}</small></span><strong>{formatNumber(one.count, language)}</strong></li>)}
    </ul>
  );
}

/** The name of a site or office by its id. */
function usePlaceName(): (id: string) => string {
  const sites = useAllSubjects({ kind: 'site' });
  const offices = useAllSubjects({ kind: 'office' });
  return (id) => [...(sites.data ?? []), ...(offices.data ?? [])].find((item) => item.id === id)?.title ?? '';
}
