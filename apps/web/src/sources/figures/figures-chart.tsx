import { useElementSize } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber, formatQuantity, unitLabel } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { speakerLine } from '../speaker-line.ts';
import { countedBy, type OwnCount } from './counts-by-day.ts';
import type { FigureRow } from './figure-rows.ts';
import { axisMarks, isoDayOf } from './figures.ts';
import classes from './figures.module.css';

const height = 300;
const left = 52;
const right = 20;
const top = 26;
const bottom = 34;
const undatedPlace = 64;
const radius = 10;

/**
 * Figures of one unit over the days on which they were said, each under the number of its line; an arrow says which way
 * the bound leaves it open, the dashed line what this register counts. Drawn at the width it is given, so that words
 * keep their size on a phone.
 */
export function FiguresChart({ unit, rows, own }: { readonly unit: string; readonly rows: readonly FigureRow[]; readonly own: OwnCount | null }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(300, measured);
  const days = rows.flatMap(({ figure }) => (figure.said === null ? [] : [figure.said.first, figure.said.last]));
  const first = Math.min(...days) - 1;
  const last = Math.max(...days) + 1;
  const undated = rows.some(({ figure }) => figure.said === null);
  const plotRight = width - right - (undated ? undatedPlace : 0);
  const x = (day: number): number => left + ((day - first) / Math.max(2, last - first)) * (plotRight - left);
  const steps = own === null || days.length === 0 ? [] : own.steps.filter((step) => step.day > first && step.day <= last);
  const before = own === null || days.length === 0 ? 0 : countedBy(own, first);
  const marks = axisMarks(Math.max(steps.at(-1)?.all ?? before, ...rows.map(({ figure }) => figure.upper ?? figure.value)));
  const largest = marks.at(-1) ?? 1;
  const y = (value: number): number => top + (height - top - bottom) * (1 - value / largest);
  const labelled = [...new Set(rows.flatMap(({ figure }) => (figure.said === null ? [] : [figure.said.first])))].sort((a, b) => a - b)
    .reduce<number[]>((kept, day) => (kept.length === 0 || x(day) - x(kept.at(-1) ?? 0) > 84 ? [...kept, day] : kept), []);
  const undatedX = width - right - undatedPlace / 2;
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('chartWords', { unit: unitLabel(unit, 2), count: rows.length })}>
        {marks.map((mark) => <g key={mark} aria-hidden><line className={classes.axis} x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} /><text className={classes.chartText} x={left - 8} y={y(mark) + 4} textAnchor="end">{formatNumber(mark, language)}</text></g>)}
        {labelled.map((day) => <text key={day} aria-hidden className={classes.chartText} x={Math.min(x(day), width - right - 34)} y={height - 10} textAnchor="middle">{formatDay(isoDayOf(day), language)}</text>)}
        {undated && <text aria-hidden className={classes.chartText} x={undatedX} y={height - 10} textAnchor="middle">{t('undated')}</text>}
        {steps.length + before > 0 && <path aria-hidden className={classes.register} d={`M${left} ${y(before)}${steps.map(({ day, all }) => `H${x(day)}V${y(all)}`).join('')}H${plotRight}`} />}
        {rows.map((row) => <FigureMark key={row.number} row={row} x={(row.figure.said === null ? undatedX : x((row.figure.said.first + row.figure.said.last) / 2)) + spread(row, rows)} y={y} />)}
      </svg>
    </div>
  );
}

/** Several figures of one day stand beside each other, not on top of each other. */
function spread(row: FigureRow, rows: readonly FigureRow[]): number {
  const sameDay = rows.filter(({ figure }) => figure.said?.first === row.figure.said?.first && figure.said?.last === row.figure.said?.last);
  return (sameDay.indexOf(row) - (sameDay.length - 1) / 2) * Math.min(2 * radius + 2, 110 / sameDay.length);
}

function FigureMark({ row: { number, figure, claim, outdatedBy }, x, y }: { readonly row: FigureRow; readonly x: number; readonly y: (value: number) => number }) {
  const language = useLanguage();
  const at = y(figure.value);
  const { open, upper } = figure;
  const words = `${number}: ${[formatQuantity(figure.quantity, language), speakerLine(claim.fields['speaker']?.[0]?.value, language)].filter((part) => part !== '').join(', ')}`;
  return (
    <Link to={`/claims/${claim.id}`} className={classes.mark} data-outdated={outdatedBy === null ? undefined : true} aria-label={words}>
      <title>{words}</title>
      {upper !== undefined && <path d={`M${x} ${at}V${y(upper)}m-7 0h14`} />}
      {(open === 'up' || open === 'both') && <path d={`M${x} ${at - radius}v-12m-4 5l4 -5l4 5`} />}
      {(open === 'down' || open === 'both') && <path d={`M${x} ${at + radius}v12m-4 -5l4 5l4 -5`} />}
      <circle cx={x} cy={at} r={radius} />
      <text x={x} y={at + 4} textAnchor="middle">{number}</text>
    </Link>
  );
}
