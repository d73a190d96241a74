import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { compareNames } from '@imena/names';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useFreeCode, useMayState, useSubjects, type Item } from '../api/index.ts';
import { EmptyState, ErrorNote, LoadingState, StatementForm, StatusBadge } from '../components/index.ts';
import { subjectPath } from '../format/index.ts';
import { ChoiceOfSubject } from '../import/choice-of-subject.tsx';
import { NameInScripts } from './name-in-scripts.tsx';
import { nextPersonNumber, personCode } from '@imena/record';
import { useReportFields } from './report-controls.tsx';
import classes from './missing.module.css';

type Step = { readonly kind: 'search' } | { readonly kind: 'form'; readonly person: Item | null; readonly typed: string };

/** A new report: first looks whether the person is there already, in either script, then asks for what is known. */
export function NewReport({ onDone }: { readonly onDone: () => void }) {
  const [step, setStep] = useState<Step>({ kind: 'search' });
  return step.kind === 'search' ? <SearchFirst onChosen={(person, typed) => setStep({ kind: 'form', person, typed })} /> : <ReportForm person={step.person} typed={step.typed} onDone={onDone} />;
}

function SearchFirst({ onChosen }: { readonly onChosen: (person: Item | null, typed: string) => void }) {
  const { t } = useTranslation(['missing', 'common']);
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = useSubjects({ kind: 'person', q: q === '' ? undefined : q });
  const words = text.trim();
  // Nobody is called new before the search for these very words has ended.
  const searching = words !== '' && (words !== q || query.isPending || query.isPlaceholderData) && query.error === null;
  const found = words === '' || searching ? [] : (query.data?.pages[0]?.items ?? []).slice(0, 8);
  return (
    <Stack>
      <TextInput size="md" data-autofocus label={t('whoIsMissing')} description={t('searchFirst')} value={text} autoComplete="off" onChange={(event) => setText(event.currentTarget.value)} />
      {searching && <LoadingState />}
      <ErrorNote error={query.error} />
      {words !== '' && !searching && query.error === null && found.length === 0 && <EmptyState>{t('nobodyLike')}</EmptyState>}
      {found.length > 0 && <p>{t('maybeSame')}</p>}
      <ul className={classes.list} aria-live="polite">
        {found.map((item) => (
          <li key={item.id}>
            <div><strong>{item.code}</strong> <NameInScripts name={item.title} /> <StatusBadge kind="person" status={item.status} /><br /><span className={classes.quiet}>{t('likeness', { percent: Math.round(100 * compareNames(q, item.title).score) })}</span></div>
            <Button size="md" variant="default" onClick={() => onChosen(item, q)}>{t('addToThis')}</Button>
          </li>
        ))}
      </ul>
      <Group justify="flex-end"><Button size="md" disabled={words === ''} loading={searching} onClick={() => onChosen(null, words)}>{t('newPerson')}</Button></Group>
    </Stack>
  );
}

function ReportForm({ person, typed, onDone }: { readonly person: Item | null; readonly typed: string; readonly onDone: () => void }) {
  const { t } = useTranslation(['missing', 'common']);
  const navigate = useNavigate();
  const mayState = useMayState();
  const fields = useReportFields();
  const offices = useAllSubjects({ kind: 'office' });
  const free = useFreeCode({ kind: 'person', nextNumber: nextPersonNumber, codeOf: personCode }, { enabled: person === null });
  const [office, setOffice] = useState<string>();
  if (person !== null) {
    return (
      <>
        <p>{t('addingTo')} <strong>{person.code}</strong> <NameInScripts name={person.title} /></p>
        <StatementForm type="person.reported" basis="told" scope={person.scope} subject={person.id} subjectKind="person" fixed={{ code: person.code }} fields={fields} onCancel={onDone} onDone={() => { onDone(); void navigate({ to: subjectPath('person', person.id) }); }} />
      </>
    );
  }
  if (free.error !== null) return <ErrorNote error={free.error} />;
  if (free.data === undefined || offices.data === undefined) return <LoadingState />;
  const code = free.data;
  const [surname, given, patronymic] = typed.split(/\s+/);
  const name = { kind: 'as_said', script: /\p{Script=Cyrillic}/u.test(typed) ? 'Cyrl' : /\p{Script=Latin}/u.test(typed) ? 'Latn' : 'unknown', ...(surname === undefined ? {} : { surname }), ...(given === undefined ? {} : { given }), ...(patronymic === undefined ? {} : { patronymic }) };
  return (
    <Stack>
      <ChoiceOfSubject label={t('office')} items={offices.data.filter((item) => mayState('person.reported', item.id))} value={office} onChange={setOffice} />
      {office !== undefined && (
        <>
          <p>{t('codeWillBe')} <strong>{code}</strong></p>
          <StatementForm type="person.reported" basis="told" scope={office} subjectKind="person" fixed={{ code }} initial={{ names: [name] }} fields={fields} onCancel={onDone} onDone={({ subject }) => { onDone(); void navigate({ to: subjectPath('person', subject) }); }} />
        </>
      )}
    </Stack>
  );
}
