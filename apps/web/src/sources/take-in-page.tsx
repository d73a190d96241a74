import { Alert, Button, Group, Stack } from '@mantine/core';
import type { Json } from '@imena/problem';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, useSession } from '../api/index.ts';
import { EmptyState, ErrorNote, PageHeader, Section } from '../components/index.ts';
import { fieldLabel, formatEdtf, today } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecordAll } from '../record/index.ts';
import { DocumentChoice, type TakenText } from './document-choice.tsx';
import { FoundText } from './found-text.tsx';
import type { OfferedDay } from './offered-day.ts';
import { statementsOfDocument } from './save-document.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { useDocumentFields } from './source-fields.tsx';
import classes from './sources.module.css';

/** From a file, a pasted text or a picture to a document that can be read through; nothing is kept before it is saved. */
export function TakeInPage() {
  const { t } = useTranslation(['sources', 'common']);
  const mayState = useMayState();
  const [scope, setScope] = useState<string>();
  const [taken, setTaken] = useState<TakenText | null>(null);
  if (!mayState('source.taken_in')) return <><PageHeader title={t('takeIn')} /><EmptyState>{t('mayNotTakeIn')}</EmptyState></>;
  return (
    <>
      <PageHeader title={t('takeIn')}>{t('takeInExplained')}</PageHeader>
      <Section title={t('stepText')}><DocumentChoice onTaken={setTaken} /></Section>
      {taken !== null && (
        <>
          <Section title={t('stepFound')}><FoundText taken={taken} /></Section>
          <Section title={t('stepAbout')}>
            <Stack>
              <ScopeChoice type="source.taken_in" value={scope} onChange={setScope} />
              {scope !== undefined && <DocumentForm key={taken.read.text} taken={taken} scope={scope} />}
            </Stack>
          </Section>
        </>
      )}
    </>
  );
}

function DocumentForm({ taken, scope }: { readonly taken: TakenText; readonly scope: string }) {
  const { t } = useTranslation(['sources', 'common']);
  const session = useSession();
  const recordAll = useRecordAll();
  const navigate = useNavigate();
  const fields = useDocumentFields();
  const { read } = taken;
  const [values, setValues] = useState<Readonly<Record<string, Json | undefined>>>(() => ({
    title: read.title ?? undefined, outlet: read.outlet?.slice(0, 200), publishedOn: read.publishedOn ?? undefined, url: read.url ?? undefined, language: read.language ?? undefined, 
    // When a file was saved nobody here knows; a text that is pasted is captured now.
    capturedOn: taken.original === null ? today() : undefined,
  }));
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const submit = async (): Promise<void> => {
    setError(null);
    setSaving(true);
    try {
      const { subject, statements } = await statementsOfDocument({ scope, fields: values, original: taken.original, read, demonstration: session.installation.demonstration });
      await recordAll(statements);
      await navigate({ to: '/sources/$id/read', params: { id: subject } });
    } catch (trouble) {
      setError(trouble);
      setSaving(false);
    }
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Stack>
        {fields.map(({ name, control, required, label, description }) => (
          <div key={name}>{control({
            label: label ?? fieldLabel(name), value: values[name], onChange: (value) => setValues({ ...values, [name]: value }),
            ...(required === undefined ? {} : { required }), ...(description === undefined ? {} : { description }),
            ...(name === 'publishedOn' && values['publishedOn'] === undefined && read.offeredDay === null ? { description: t('publishedNotStated') } : {}),
          })}{name === 'publishedOn' && read.offeredDay !== null && values['publishedOn'] === undefined && <OfferedDayNote offered={read.offeredDay} onTake={(day) => setValues({ ...values, publishedOn: day })} />}</div>
        ))}
        <ErrorNote error={error} />
        <Group justify="flex-end"><Button size="lg" type="submit" loading={saving}>{t('saveAndRead')}</Button></Group>
      </Stack>
    </form>
  );
}

/** A day that the text seems to name as its own, in its words; a person takes it or leaves it. */
function OfferedDayNote({ offered, onTake }: { readonly offered: OfferedDay; readonly onTake: (day: string) => void }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  return (
    <Alert variant="light" mt="xs">
      <p className={classes.offered}>{t('dayOffered')} <q>{offered.words}</q></p>
      <Button size="md" variant="default" onClick={() => onTake(offered.day)}>{t('takeDay', { day: formatEdtf(offered.day, language) })}</Button>
    </Alert>
  );
}
