import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '../api/index.ts';
import { codeLabel, statusLabel } from '../format/index.ts';
import type { PlanArea } from './site-plan.tsx';
import type { PlanPoint } from './outline.ts';
import { belowOf, shapeOf, usualWidthM } from './grave-shape.ts';
import classes from './site-plan.module.css';

const smallestSymbolPx = 4;
const areaNamesFromScale = 5;
const labelsFromScale = 14;

/** Areas and graves in metres of the site's grid. Redrawn only when data, filter, choice or size step change. */
export const PlanDrawing = memo(function PlanDrawing({ graves, areas, shown, selected, marked, bucket }: {
  readonly graves: readonly Item[];
  readonly areas: readonly PlanArea[];
  readonly shown: ReadonlySet<string>;
  readonly selected: readonly string[];
  readonly marked: ReadonlySet<string>;
  readonly bucket: number;
}) {
  const { t } = useTranslation('sites');
  const grow = Math.max(1, smallestSymbolPx / (usualWidthM * bucket));
  const letters = 12 / bucket;
  return (
    <>
      {areas.map((area) => {
        const label = labelPoint(area.points);
        return (
          <g key={area.id}>
            <polygon className={classes.area} data-type={area.type} points={area.points.map(({ xMm, yMm }) => `${xMm / 1000},${yMm / 1000}`).join(' ')}><title>{`${area.name}: ${codeLabel('areaTypes', area.type)}`}</title></polygon>
            <text className={classes.areaName} fontSize={letters * 1.05} transform={`translate(${label.xMm / 1000} ${label.yMm / 1000}) scale(1 -1)`} dy={-letters * 0.4}>{bucket >= areaNamesFromScale ? `${area.code} · ${area.name}` : area.code}</text>
          </g>
        );
      })}
      {graves.map((grave) => (
        <g key={grave.id} data-grave={grave.id} data-status={grave.status} data-faint={!shown.has(grave.id)} data-selected={selected.includes(grave.id)} className={classes.grave} transform={`translate(${(grave.xMm ?? 0) / 1000} ${(grave.yMm ?? 0) / 1000}) scale(${grow})`}>
          <title>{grave.title === '' ? t('planView.graveLabel', { number: grave.code, status: statusLabel('grave', grave.status) }) : t('planView.graveLabelNamed', { number: grave.code, status: statusLabel('grave', grave.status), name: grave.title })}</title>
          <GraveShape grave={grave} />
          {marked.has(grave.id) && <Mark />}
          {bucket >= labelsFromScale && <text className={classes.graveNumber} fontSize={letters * 0.95} transform="scale(1 -1)" y={belowOf(grave) + letters}>{grave.code}</text>}
        </g>
      ))}
    </>
  );
});

/** An exclamation mark beside the grave, upright whatever way it lies: a shape, so that colour is not needed. */
function Mark() {
  return <g className={classes.mark} transform="translate(0.62 0.9)"><circle r={0.5} /><path d="M0 0.28V-0.08M0 -0.24V-0.28" /></g>;
}

/** A grave as it lies: its length along its direction, clockwise from the north of the grid; as measured, else of the usual size. */
function GraveShape({ grave }: { readonly grave: Item }) {
  const { width, length, direction } = shapeOf(grave);
  const [x, y] = [width / 2, length / 2];
  return (
    <g transform={`rotate(${-direction})`}>
      <rect x={-x} y={-y} width={width} height={length} rx={0.12} />
      {grave.status === 'found_empty' && <path d={`M${-x} ${-y}L${x} ${y}M${x} ${-y}L${-x} ${y}`} />}
      {grave.status === 'opened' && <path d={`M${-x} ${-y}L${x} ${y}`} />}
    </g>
  );
}

/** The north-western corner of an outline: its name is written above it. */
function labelPoint(points: readonly PlanPoint[]): PlanPoint {
  return { xMm: Math.min(...points.map((point) => point.xMm)), yMm: Math.max(...points.map((point) => point.yMm)) };
}
