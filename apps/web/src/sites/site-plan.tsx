import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Item } from '../api/index.ts';
import { nearestInDirection, type Direction } from './nearest-grave.ts';
import type { PlanPoint } from './outline.ts';
import { noFilter, passesFilter } from './plan-filter.ts';
import { extentOf, fitView, panBy, zoomAt, type PlanView } from './plan-geometry.ts';
import { PlanDrawing } from './plan-drawing.tsx';
import { PlanFilters, PlanLegend } from './plan-filters.tsx';
import { PlanButtons, PlanOrnaments } from './plan-ornaments.tsx';
import { PlanSelection } from './plan-selection.tsx';
import { usePlanPointer } from './use-plan-pointer.ts';
import classes from './site-plan.module.css';

export interface PlanArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly points: readonly PlanPoint[];
}

/** Graves to which the plan draws attention, and why. */
export interface PlanMarks {
  readonly label: string;
  /** What to say of a grave when it is chosen; undefined where it is not marked. */
  readonly about: (grave: string) => ReactNode;
}

const zoomStep = 1.4;
const panStepPx = 60;
const directions: Readonly<Record<string, Direction>> = { ArrowUp: 'north', ArrowDown: 'south', ArrowLeft: 'west', ArrowRight: 'east' };
const pans: Readonly<Record<Direction, readonly [number, number]>> = { north: [0, panStepPx], south: [0, -panStepPx], west: [panStepPx, 0], east: [-panStepPx, 0] };

/** The plan of a site: areas and graves by state, to move, zoom, filter and choose by hand, wheel, fingers or keys. */
export function SitePlan({ siteName, graves, areas, height, invented, rotationDeg, marks }: {
  readonly siteName: string;
  readonly graves: readonly Item[];
  readonly areas: readonly PlanArea[];
  readonly height: number;
  readonly invented: boolean;
  readonly rotationDeg: number;
  readonly marks?: PlanMarks;
}) {
  const { t } = useTranslation('sites');
  const navigate = useNavigate();
  const frame = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(0);
  const [moved, setMoved] = useState<PlanView | null>(null);
  const [filter, setFilter] = useState(noFilter);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [selecting, setSelecting] = useState(false);
  const drawn = useMemo(() => graves.filter((grave) => grave.xMm !== null && grave.yMm !== null), [graves]);
  const shown = useMemo(() => new Set(drawn.filter((grave) => passesFilter(grave, filter)).map((grave) => grave.id)), [drawn, filter]);
  const whole = useMemo(() => wholeView(drawn, areas, { width: width || 600, height }), [drawn, areas, width, height]);
  const marked = useMemo(() => new Set(graves.filter(({ id }) => marks?.about(id) !== undefined).map(({ id }) => id)), [graves, marks]);
  const view = moved ?? whole;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => { if (entry !== undefined) setWidth(entry.contentRect.width); });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const pointer = usePlanPointer({ frame, view, setView: setMoved, selecting, onTap: choose, onRectangle: chooseInside });
  const chosen = graves.filter((grave) => selected.includes(grave.id));
  // Buttons and keys zoom towards the chosen grave, else towards the middle.
  const zoom = (factor: number): void => {
    const zoomed = zoomAt(view, factor, { dx: 0, dy: 0 });
    const only = chosen.length === 1 ? chosen[0] : undefined;
    setMoved(only === undefined || only.xMm === null || only.yMm === null ? zoomed : { ...zoomed, x: only.xMm / 1000, y: only.yMm / 1000 });
  };
  return (
    <div>
      <PlanFilters filter={filter} setFilter={setFilter} shown={shown.size} total={graves.length} />
      <div className={classes.frame}>
        <svg
          ref={frame} className={classes.plan} height={height} tabIndex={0} role="application" aria-label={t('planView.label', { site: siteName })} aria-description={t('planView.help')}
          data-selecting={selecting} onKeyDown={onKeyDown} {...pointer.handlers}
        >
          <g transform={`translate(${width / 2 - view.x * view.scale} ${height / 2 + view.y * view.scale}) scale(${view.scale} ${-view.scale})`}>
            <PlanDrawing graves={drawn} areas={areas} shown={shown} selected={selected} marked={marked} bucket={bucketOf(view.scale)} />
          </g>
          {pointer.rectangle !== null && <rect className={classes.rectangle} x={pointer.rectangle.x} y={pointer.rectangle.y} width={pointer.rectangle.width} height={pointer.rectangle.height} />}
          <PlanOrnaments width={width} height={height} scale={view.scale} rotationDeg={rotationDeg} />
        </svg>
        <PlanButtons zoomIn={() => zoom(zoomStep)} zoomOut={() => zoom(1 / zoomStep)} whole={() => setMoved(null)} selecting={selecting} setSelecting={setSelecting} />
      </div>
      <PlanLegend graves={graves} filter={filter} setFilter={setFilter} />
      {marks !== undefined && <p className={classes.note}><span className={classes.markSign} aria-hidden>!</span> {marks.label}</p>}
      {areas.length > 0 && <p className={classes.note}>{areas.map((area) => `${area.code}: ${area.name}`).join(' · ')}</p>}
      {invented && <p className={classes.note}>{t('planView.invented')}</p>}
      {drawn.length < graves.length && <p className={classes.note}>{t('planView.withoutPosition', { count: graves.length - drawn.length })}</p>}
      <PlanSelection chosen={chosen} clear={() => setSelected([])} />
      {chosen.length === 1 && marks?.about(chosen[0]?.id ?? '')}
    </div>
  );

  function choose(id: string | null): void {
    setSelected(id === null || !shown.has(id) ? [] : [id]);
  }

  function chooseInside(inside: (xM: number, yM: number) => boolean): void {
    setSelected(drawn.filter((grave) => shown.has(grave.id) && inside((grave.xMm ?? 0) / 1000, (grave.yMm ?? 0) / 1000)).map((grave) => grave.id));
    setSelecting(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const direction = directions[event.key];
    const only = chosen.length === 1 ? chosen[0] : undefined;
    if (direction !== undefined && only !== undefined) {
      const next = nearestInDirection(drawn.filter((grave) => shown.has(grave.id)), only, direction);
      if (next !== undefined) setSelected([next.id]);
    } else if (direction !== undefined) setMoved(panBy(view, ...pans[direction]));
    else if (event.key === '+' || event.key === '=') zoom(zoomStep);
    else if (event.key === '-') zoom(1 / zoomStep);
    else if (event.key === '0') setMoved(null);
    else if (event.key === 'Escape') setSelected([]);
    else if (event.key === 'Enter' && only !== undefined) void navigate({ to: `/graves/${only.id}` });
    else if (event.key === 'Enter' || event.key === ' ') setSelected(drawn.filter((grave) => shown.has(grave.id)).slice(0, 1).map((grave) => grave.id));
    else return;
    event.preventDefault();
  }
}

function wholeView(graves: readonly Item[], areas: readonly PlanArea[], screen: { readonly width: number; readonly height: number }): PlanView {
  const points = [...graves.map((grave) => ({ xMm: grave.xMm ?? 0, yMm: grave.yMm ?? 0 })), ...areas.flatMap((area) => area.points)];
  return fitView(extentOf(points) ?? { minX: 0, minY: 0, maxX: 10, maxY: 10 }, screen);
}

/** Symbols and letters change size only in steps, so that moving and zooming redraw nothing. */
function bucketOf(scale: number): number {
  return 2 ** (Math.round(Math.log2(scale) * 2) / 2);
}
