import type { LanguageCode } from '@imena/testimony';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textPieces, type Piece, type ReadingLine, type Span } from './reading-list.ts';
import classes from './sources.module.css';

/** The text with its statements marked. While a span is being chosen, what is selected with the mouse becomes it. */
export function MarkedText({ text, language, lines, current, span, onLine, onSpan }: {
  readonly text: string;
  readonly language: LanguageCode;
  readonly lines: readonly ReadingLine[];
  readonly current: string | null;
  readonly span: Span | null;
  readonly onLine: (key: string) => void;
  readonly onSpan: ((span: Span) => void) | null;
}) {
  const { t } = useTranslation('sources');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (onSpan === null) place.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [current, onSpan]);
  const select = (): void => {
    const chosen = place.current === null ? null : selectedSpan(text);
    if (chosen !== null) onSpan?.(chosen);
  };
  const chosen: ReadingLine[] = span === null ? [] : [{ key: 'span', state: 'open', proposal: null, claim: null, ...span }];
  const pieces = textPieces(text.length, [...lines, ...chosen].sort((a, b) => a.start - b.start));
  return (
    <div ref={place} className={classes.text} lang={language} role="group" aria-label={t('textOfDocument')} data-choosing={onSpan !== null || undefined} onMouseUp={onSpan === null ? undefined : select} onTouchEnd={onSpan === null ? undefined : select}>
      {pieces.map((piece) => <PieceOfText key={piece.start} piece={piece} words={text.slice(piece.start, piece.end)} current={current} onLine={onSpan === null ? onLine : null} />)}
    </div>
  );
}

function PieceOfText({ piece, words, current, onLine }: { readonly piece: Piece; readonly words: string; readonly current: string | null; readonly onLine: ((key: string) => void) | null }) {
  const shown = piece.lines.find((line) => line.key === 'span') ?? piece.lines.find((line) => line.key === current) ?? piece.lines.at(-1);
  if (shown === undefined) return <span data-at={piece.start}>{words}</span>;
  const isCurrent = shown.key === current;
  return <mark data-at={piece.start} data-state={shown.key === 'span' ? 'chosen' : shown.state} data-current={isCurrent || undefined} onClick={onLine === null ? undefined : () => onLine(shown.key)}>{words}</mark>;
}

/** What is selected on the page as offsets in the text, without space at its ends; null where nothing of the text is. */
function selectedSpan(text: string): Span | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = offsetOf(startContainer, startOffset);
  const end = offsetOf(endContainer, endOffset);
  if (start === null || end === null) return null;
  const words = text.slice(start, end);
  const trimmed = { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) };
  return trimmed.start < trimmed.end ? trimmed : null;
}

function offsetOf(node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest('[data-at]');
  const at = Number(piece?.getAttribute('data-at') ?? NaN);
  return Number.isNaN(at) ? null : at + (node instanceof Text ? offset : 0);
}
