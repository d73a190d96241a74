import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { gridAt, panBy, zoomAt, type PlanView } from './plan-geometry.ts';

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
interface Place { readonly px: number; readonly py: number }

const tapDistancePx = 6;
const wheelStrength = 0.0015;

/** One finger or the mouse moves, two fingers zoom, the wheel zooms; in selecting mode a drag draws a rectangle. */
export function usePlanPointer({ frame, view, setView, selecting, onTap, onRectangle }: {
  readonly frame: RefObject<SVGSVGElement | null>;
  readonly view: PlanView;
  readonly setView: (view: PlanView) => void;
  readonly selecting: boolean;
  readonly onTap: (id: string | null) => void;
  readonly onRectangle: (inside: (xM: number, yM: number) => boolean) => void;
}) {
  const pointers = useRef(new Map<number, Place>());
  const start = useRef<Place | null>(null);
  const [rectangle, setRectangle] = useState<Box | null>(null);
  const latest = useRef({ view, setView });
  useEffect(() => {
    latest.current = { view, setView };
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    // React's wheel listeners are passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { px, py, width, height } = placeOf(element, event);
      latest.current.setView(zoomAt(latest.current.view, Math.exp(-event.deltaY * wheelStrength), { dx: px - width / 2, dy: py - height / 2 }));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame]);

  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return;
    const place = placeOf(event.currentTarget, event);
    pointers.current.set(event.pointerId, place);
    start.current = pointers.current.size === 1 ? place : null;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = placeOf(event.currentTarget, event);
    const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    pointers.current.set(event.pointerId, now);
    const other = others[0];
    if (other !== undefined) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      const middle = { dx: (now.px + other.px) / 2 - now.width / 2, dy: (now.py + other.py) / 2 - now.height / 2 };
      setView(zoomAt(panBy(view, (now.px - before.px) / 2, (now.py - before.py) / 2), factor, middle));
    } else if (selecting && start.current !== null) setRectangle(boxOf(start.current, now));
    else if (start.current === null || distance(start.current, now) > tapDistancePx) {
      start.current = null;
      setView(panBy(view, now.px - before.px, now.py - before.py));
    }
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>): void => {
    pointers.current.delete(event.pointerId);
    const from = start.current;
    start.current = null;
    if (from === null) return;
    const now = placeOf(event.currentTarget, event);
    setRectangle(null);
    if (selecting && distance(from, now) > tapDistancePx) {
      const a = gridAt(view, { ...now, ...from });
      const b = gridAt(view, now);
      onRectangle((x, y) => x >= Math.min(a.x, b.x) && x <= Math.max(a.x, b.x) && y >= Math.min(a.y, b.y) && y <= Math.max(a.y, b.y));
    } else onTap(graveAt(event.clientX, event.clientY));
  };
  const onPointerCancel = (event: PointerEvent<SVGSVGElement>): void => {
    pointers.current.delete(event.pointerId);
    start.current = null;
    setRectangle(null);
  };
  return { rectangle, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}

/** While a pointer is captured the event's target is the plan itself, so the grave under it is looked up. */
function graveAt(clientX: number, clientY: number): string | null {
  return document.elementFromPoint(clientX, clientY)?.closest('[data-grave]')?.getAttribute('data-grave') ?? null;
}

function placeOf(element: Element, event: { readonly clientX: number; readonly clientY: number }): Place & { readonly width: number; readonly height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { px: event.clientX - left, py: event.clientY - top, width, height };
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.px - b.px, a.py - b.py);
}

function boxOf(a: Place, b: Place): Box {
  return { x: Math.min(a.px, b.px), y: Math.min(a.py, b.py), width: Math.abs(a.px - b.px), height: Math.abs(a.py - b.py) };
}
