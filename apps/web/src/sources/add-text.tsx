import { Alert, Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, type SubjectDetail } from '../api/index.ts';
import { ErrorNote, FormDialog } from '../components/index.ts';
import { textOf } from '../format/index.ts';
import { useRecordAll } from '../record/index.ts';
import { DocumentChoice, type TakenText } from './document-choice.tsx';
import { FoundText } from './found-text.tsx';
import { statementsOfText } from './save-document.ts';

/** A document that was only described gets its file and its text later; what was said of it stays as it stands. */
export function AddText({ detail: { subject } }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  const mayState = useMayState();
  const recordAll = useRecordAll();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [taken, setTaken] = useState<TakenText | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!mayState('source.text_extracted', subject.scope)) return null;
  const close = (): void => { setOpened(false); setTaken(null); setError(null); };
  const save = async (text: TakenText): Promise<void> => {
    setError(null);
    setSaving(true);
    try {
      await recordAll(await statementsOfText({ scope: subject.scope, subject: subject.id, ...text }));
      await navigate({ to: '/sources/$id/read', params: { id: subject.id } });
    } catch (trouble) {
      setError(trouble);
      setSaving(false);
    }
  };
  const stated = textOf(subject.fields['publishedOn']?.[0]?.value);
  const found = taken?.read.publishedOn ?? taken?.read.offeredDay?.day;
  return (
    <>
      <Button size="md" onClick={() => setOpened(true)}>{t('addText')}</Button>
      <FormDialog opened={opened} onClose={close} title={t('addText')}>
        <p>{t('addTextExplained')}</p>
        <DocumentChoice onTaken={setTaken} />
        {taken !== null && <FoundText taken={taken} />}
        {found !== undefined && found !== stated && <Alert variant="light" mt="xs">{t('otherDay', { found, stated: stated ?? t('undated') })}</Alert>}
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="md">{taken !== null && <Button size="lg" loading={saving} onClick={() => void save(taken)}>{t('saveAndRead')}</Button>}</Group>
      </FormDialog>
    </>
  );
}
