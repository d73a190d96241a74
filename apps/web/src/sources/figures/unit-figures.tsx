import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Subject } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countsByDayQuery, useAccountName, type CountsByDay, type Item } from '../../api/index.ts';
import { downloadText, ErrorNote, Section } from '../../components/index.ts';
import { formatDay, formatMoment, formatNumber, listPath, unitLabel } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { countOrigins, type ClaimLink } from './claim-links.ts';
import { ClaimPairs } from './claim-pairs.tsx';
import { ownCount, type OwnCount } from './counts-by-day.ts';
import { figureRows, type FigureRow } from './figure-rows.ts';
import { FiguresChart } from './figures-chart.tsx';
import { figuresCsv } from './figures-csv.ts';
import { FiguresTable } from './figures-table.tsx';
import { isoDayOf, rangeOf, registerKindOf, type CountedKind, type UnitFigures as Group } from './figures.ts';
import classes from './figures.module.css';

/** The form of a unit in a heading: the plural by itself, which Ukrainian has after two. */
const manyOf = 2;

/** One unit: the answer in two halves, the picture, the table, and how the statements stand to each other. */
export function UnitFigures({ group, claims, items, links, site, siteName }: {
  readonly group: Group;
  readonly claims: ReadonlyMap<string, Subject>;
  readonly items: ReadonlyMap<string, Item>;
  readonly links: readonly ClaimLink[];
  readonly site: string | null;
  readonly siteName: string | null;
}) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const nameOf = useAccountName();
  const kind = registerKindOf(group.unit);
  // A missing person is reported to an office, not to a site: the register counts them all.
  const countedSite = kind === 'person' ? null : site;
  const counted = useQuery({ ...countsByDayQuery(kind ?? 'grave', countedSite), enabled: kind !== undefined });
  const own = kind === undefined || counted.data === undefined ? null : ownCount(counted.data.days);
  const ofUnit = new Set(group.figures.map((figure) => figure.claim));
  const pairs = links.filter((link) => ofUnit.has(link.from) && ofUnit.has(link.to));
  const rows = figureRows(group.figures, { claims, items, links, own });
  const title = siteName === null ? unitLabel(group.unit, manyOf) : `${unitLabel(group.unit, manyOf)} · ${siteName}`;
  const download = (): void => downloadText(`${group.unit.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`, `\ufeff${figuresCsv(rows, {
    words: { figure: t('figure'), name: t('accordingTo'), countedHere: t('countedByThatDay'), outdatedBy: t('broughtUpToDateBy'), confirmedBy: t('confirmedBy'), confirmedOn: t('confirmedOn'), entry: t('entryOfLedger') }, language, nameOf,
  })}`);
  return (
    <>
      <Section title={title} actions={<Button size="md" variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>{t('exportCsv')}</Button>}>
        <ErrorNote error={counted.error} />
        <div className={classes.answers}>
          <Said rows={rows} unit={group.unit} links={links} />
          {kind !== undefined && own !== null && counted.data !== undefined && <Counted kind={kind} own={own} asOf={counted.data.asOf} site={countedSite} siteName={countedSite === null ? null : siteName} />}
        </div>
        <FiguresChart unit={group.unit} rows={rows} own={own} />
        <ul className={classes.legend}>
          <li><span className={classes.dot} />{t('legendSaid')}</li>
          {rows.some((row) => row.outdatedBy !== null) && <li><span className={classes.dot} data-outdated />{t('legendOutdated')}</li>}
          {own !== null && <li><span className={classes.key} />{t('legendCounted')}</li>}
        </ul>
        <FiguresTable rows={rows} isCounted={own !== null} />
        {kind !== undefined && own !== null && own.steps.length > 0 && <CountedDays kind={kind} own={own} site={countedSite} />}
      </Section>
      <Section title={t('standsBeside')}><ClaimPairs links={pairs} claims={claims} /></Section>
    </>
  );
}

/** The range of what was said, with how many statements of how many origins; nothing is added up or averaged. */
function Said({ rows, unit, links }: { readonly rows: readonly FigureRow[]; readonly unit: string; readonly links: readonly ClaimLink[] }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const current = rows.filter((row) => row.outdatedBy === null);
  // 17 in one mass grave is no low figure for the whole site.
  const whole = current.filter((row) => row.about.length === 0);
  const standing = whole.length === 0 ? current : whole;
  const range = rangeOf(standing.map((row) => row.figure));
  const claims = [...new Map(standing.map((row) => [row.claim.id, row.claim])).values()];
  const newest = standing.reduce<number | null>((day, { figure }) => (figure.said === null ? day : Math.max(day ?? figure.said.last, figure.said.last)), null);
  if (range === null) return null;
  const words = range.low === range.high ? formatNumber(range.low, language) : `${formatNumber(range.low, language)}–${formatNumber(range.high, language)}`;
  return (
    <div className={classes.answer} data-of="said">
      <h3>{t('saidByOthers')}</h3>
      <p className={classes.large}>{words} {unitLabel(unit, range.high)}</p>
      <p>{t('saidBy', { statements: t('statementCount', { count: claims.length }), origins: t('originCount', { count: countOrigins(claims, links) }) })}</p>
      <p className={classes.quiet}>{newest === null ? t('daysUnknown') : t('newestOn', { day: formatDay(isoDayOf(newest), language) })} {standing.some((row) => row.figure.open !== 'none') && t('someOpen')} {standing.length < current.length && t('partsApart', { count: current.length - standing.length })}</p>
    </div>
  );
}

function Counted({ kind, own, asOf, site, siteName }: { readonly kind: CountedKind; readonly own: OwnCount; readonly asOf: CountsByDay['asOf']; readonly site: string | null; readonly siteName: string | null }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const size = formatNumber(asOf.size, language);
  return (
    <div className={classes.answer} data-of="counted">
      <h3>{t('countedHere', { place: siteName ?? t('allPlaces') })}</h3>
      <p><Link className={classes.large} to={listPath(kind)} search={site === null ? {} : { 'link.site': site }}>{t(`registerCounts.${kind}`, { count: own.total, value: formatNumber(own.total, language) })}</Link></p>
      <p>{t(`countedUnit.${kind}`)}</p>
      <p className={classes.quiet}>{asOf.time === null ? t('countedAsOfUnknown', { size }) : t('countedAsOf', { size, time: formatMoment(asOf.time, language) })}</p>
    </div>
  );
}

/** What stands behind the dashed line, day by day; each number leads to what was counted. */
function CountedDays({ kind, own, site }: { readonly kind: CountedKind; readonly own: OwnCount; readonly site: string | null }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const conditions = site === null ? {} : { 'link.site': site };
  return (
    <details className={classes.days}>
      <summary>{t('countedByDay')}</summary>
      <table className={classes.table}>
        <thead><tr><th>{t('day')}</th><th>{t('newOnDay')}</th><th>{t('allByDay')}</th></tr></thead>
        <tbody>{own.steps.map((step) => (
          <tr key={step.iso}>
            <td className={classes.number}>{formatDay(step.iso, language)}</td>
            <td className={classes.number} data-label={t('newOnDay')}><Link to={listPath(kind)} search={{ ...conditions, 'facet.since': step.iso }}>{formatNumber(step.added, language)}</Link></td>
            <td className={classes.number} data-label={t('allByDay')}>{formatNumber(step.all, language)}</td>
          </tr>
        ))}</tbody>
      </table>
      {own.undated > 0 && <p className={classes.quiet}>{t('countedUndated', { count: own.undated })}</p>}
    </details>
  );
}
