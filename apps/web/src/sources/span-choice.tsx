import { Button, Group, Kbd } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { moveEdge, type Span } from './reading-list.ts';
import { isTyping } from './use-reading-keys.ts';
import classes from './sources.module.css';

/** Chooses the words of a statement: with the mouse in the text, or word by word with Shift and the arrows. */
export function SpanChoice({ text, span, onSpan, onDone, onCancel, isAdding, isActive }: {
  readonly text: string;
  readonly span: Span | null;
  readonly onSpan: (span: Span) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly isAdding: boolean;
  readonly isActive: boolean;
}) {
  const { t } = useTranslation(['sources', 'common']);
  const move = (edge: 'start' | 'end', step: 1 | -1): void => {
    onSpan(moveEdge(text, span ?? firstWord(text), { edge, step }));
  };
  // Before the next key can come: whoever types fast loses none.
  useLayoutEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (isTyping(event.target)) return;
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
      if (step !== null && event.shiftKey) move(event.altKey ? 'start' : 'end', step);
      else if (event.key === 'Escape') onCancel();
      else if (event.key === 'Enter' && span !== null) onDone();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
  return (
    <div className={classes.card}>
      <p><strong>{t(isAdding ? 'addTitle' : 'correctTitle')}</strong></p>
      <p className={classes.quiet}>{t('spanHint')}</p>
      <p className={classes.keysHint}><Kbd>Shift</Kbd> <Kbd>←</Kbd> <Kbd>→</Kbd> {t('spanEnd')} · <Kbd>Alt</Kbd> <Kbd>Shift</Kbd> <Kbd>←</Kbd> <Kbd>→</Kbd> {t('spanStart')}</p>
      {span !== null && <blockquote className={classes.quoted} aria-live="polite">{text.slice(span.start, span.end)}</blockquote>}
      <div className={classes.edges}>
        {(['start', 'end'] as const).map((edge) => (
          <Group key={edge} gap="xs">
            <span>{t(edge === 'start' ? 'spanStart' : 'spanEnd')}</span>
            <Button size="compact-md" variant="default" aria-label={t(`edge.${edge}Back`)} onClick={() => move(edge, -1)}>←</Button>
            <Button size="compact-md" variant="default" aria-label={t(`edge.${edge}On`)} onClick={() => move(edge, 1)}>→</Button>
          </Group>
        ))}
      </div>
      <div className={classes.acts}>
        <Button size="md" disabled={span === null} onClick={onDone}>{t('goOn')}</Button>
        <Button size="md" variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

function firstWord(text: string): Span {
  const match = /\S+/.exec(text);
  return match === null ? { start: 0, end: text.length } : { start: match.index, end: match.index + match[0].length };
}
