import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { describeProblem, makeProblem } from '@imena/problem';
import { AccessPage } from '../access/access-page.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { LoadingState } from '../components/states.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { RecomputedView } from './recomputed-view.tsx';
import { useRecompute } from './use-recompute.ts';
import classes from './recompute.module.css';

/** For whoever checks a calculation from outside: opens a case from a file and computes it here; nothing is sent anywhere. */
export function RecomputePage() {
  const { t } = useTranslation(['recompute', 'common']);
  const language = useLanguage();
  const { state, compute, stop } = useRecompute();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) void compute(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <AccessPage title={t('title')} width="wide">
      <p>{t('explained')}</p>
      <div className={`${classes.drop ?? ''} no-print`} data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconFileCheck aria-hidden size={28} stroke={1.5} />
        <p>{state.kind === 'computing' || state.kind === 'done' ? state.fileName : t('dropHere')}</p>
        <Button size="md" variant={state.kind === 'idle' ? 'filled' : 'default'} onClick={() => input.current?.click()}>{t('choose')}</Button>
        {state.kind === 'computing' && <Button size="md" variant="default" onClick={stop}>{t('common:cancel')}</Button>}
        <input ref={input} type="file" hidden accept=".json,.fam" aria-label={t('choose')} onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ''; }} />
      </div>
      {state.kind === 'computing' && <LoadingState />}
      {state.kind === 'failed' && <ErrorNote error={state.error} />}
      {state.kind === 'done' && (
        <>
          {state.answer.issues.length > 0 && <ul className={classes.issues}>{state.answer.issues.map((issue, place) => <li key={place}>{describeProblem(makeProblem(issue.code, issue.details), language)}</li>)}</ul>}
          <RecomputedView result={state.answer.result} />
        </>
      )}
      <p className={classes.dimmed}>{t('howItWorks')}</p>
    </AccessPage>
  );
}
