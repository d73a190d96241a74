import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber, formatQuantity, unitLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { axisMarks, type Figure } from './figures.ts';
import classes from './sources.module.css';

const width = 560;
const height = 240;
const left = 64;
const right = 24;
const top = 28;
const bottom = 34;
const dayMs = 86_400_000;
const undatedPlace = 70;

/** Figures of one unit over the days on which they were said; an arrow says which way the bound leaves open. */
export function FiguresChart({ unit, figures, register }: { readonly unit: string; readonly figures: readonly Figure[]; readonly register: number | undefined }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const marks = axisMarks(Math.max(register ?? 0, ...figures.map((one) => one.upper ?? one.value)));
  const largest = marks.at(-1) ?? 1;
  const days = figures.flatMap((one) => (one.said === null ? [] : [one.said.first, one.said.last]));
  const first = Math.min(...days) - 1;
  const span = Math.max(2, Math.max(...days) + 1 - first);
  const undated = figures.some((one) => one.said === null);
  const plotRight = width - right - (undated ? undatedPlace : 0);
  const y = (value: number): number => top + (height - top - bottom) * (1 - value / largest);
  const x = (day: number): number => left + ((day - first) / span) * (plotRight - left);
  const dayLabels = [...new Set(figures.flatMap((one) => (one.said === null ? [] : [one.said.first])))].filter((day, at, all) => at === 0 || x(day) - x(all[at - 1] ?? 0) > 80);
  const words = figures.map((one) => formatQuantity(one.quantity, language)).join('; ');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('chartWords', { unit: unitLabel(unit, figures.length), figures: words })}>
      {marks.map((mark) => <g key={mark}><line className={classes.axis} x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} /><text className={classes.text} x={left - 8} y={y(mark) + 4} textAnchor="end">{formatNumber(mark, language)}</text></g>)}
      {dayLabels.map((day) => <text key={day} className={classes.text} x={x(day)} y={height - 10} textAnchor="middle">{formatDay(new Date(day * dayMs).toISOString(), language)}</text>)}
      {undated && <text className={classes.text} x={width - right - undatedPlace / 2} y={height - 10} textAnchor="middle">{t('undated')}</text>}
      {register !== undefined && <><line className={classes.register} x1={left} x2={width - right} y1={y(register)} y2={y(register)} /><text className={classes.registerText} x={left + 4} y={y(register) - 6}>{t('registerLine', { value: formatNumber(register, language) })}</text></>}
      {figures.map((one, at) => <FigureMark key={at} figure={one} x={one.said === null ? width - right - undatedPlace / 2 + spread(at) : x((one.said.first + one.said.last) / 2) + spread(at)} y={y} />)}
    </svg>
  );
}

/** Several figures of one day stand beside each other, not on top of each other. */
function spread(at: number): number {
  return ((at % 5) - 2) * 7;
}

function FigureMark({ figure, x, y }: { readonly figure: Figure; readonly x: number; readonly y: (value: number) => number }) {
  const at = y(figure.value);
  const { open, upper } = figure;
  return (
    <g className={classes.mark}>
      {upper !== undefined && <line x1={x} x2={x} y1={at} y2={y(upper)} />}
      {upper !== undefined && <circle cx={x} cy={y(upper)} r={4} />}
      {(open === 'up' || open === 'both') && <path className={classes.open} d={`M${x} ${at}v-18m-4 5l4 -5l4 5`} />}
      {(open === 'down' || open === 'both') && <path className={classes.open} d={`M${x} ${at}v14m-4 -5l4 5l4 -5`} />}
      <circle cx={x} cy={at} r={4.5} className={open === 'both' ? classes.open : undefined} />
    </g>
  );
}
