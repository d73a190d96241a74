import { Button, Group, Stack } from '@mantine/core';
import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '@imena/problem';
import { useSession, type SubjectDetail } from '../api/index.ts';
import { BilingualControl, LineControl, SwitchControl } from '../controls/index.ts';
import { useDraft } from '../device/index.ts';
import { fieldLabel } from '../format/index.ts';
import { useRecordAll } from '../record/index.ts';
import { DraftNote } from './draft-note.tsx';
import { ErrorNote } from './error-note.tsx';
import { FormDialog } from './form-dialog.tsx';
import classes from './photographs.module.css';

/** Takes photographs with the camera or from files, and states each of them about the subject. */
export function PhotographDialog({ detail, opened, onClose }: { readonly detail: SubjectDetail; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return <FormDialog opened={opened} onClose={onClose} title={t('photographs.add')}><PhotographForm detail={detail} onClose={onClose} /></FormDialog>;
}

interface PhotographDraft extends Readonly<Record<string, unknown>> {
  readonly files: readonly File[];
  readonly values: Readonly<Record<string, Json | undefined>>;
}

function PhotographForm({ detail, onClose }: { readonly detail: SubjectDetail; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const recordAll = useRecordAll();
  const camera = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  // The pictures are kept with the words: whoever photographed in the rain does not do it twice.
  const draft = useDraft<PhotographDraft>(`subject.photographed/${detail.subject.id}`, { initial: { files: [], values: {} }, account: account.id });
  const { files, values } = draft.values;
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const props = (name: string, label: string) => ({ label, value: values[name], onChange: (value: Json | undefined) => draft.change({ files, values: { ...values, [name]: value } }) });
  const submit = async (): Promise<void> => {
    setError(null);
    setWorking(true);
    const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    try {
      await recordAll(files.map((file) => ({
        scope: detail.subject.scope, subject: detail.subject.id, subjectKind: detail.subject.kind, files: [file],
        body: { type: 'subject.photographed', basis: 'observed', file: 0, mediaType: file.type, ...(file.name === '' ? {} : { name: file.name }), ...said, sensitive: values['sensitive'] === true },
      })));
      await draft.clear();
      onClose();
    } catch (trouble) {
      setError(trouble);
    } finally {
      setWorking(false);
    }
  };
  const take = (list: FileList | null): void => draft.change({ files: [...files, ...(list ?? [])], values });
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Stack>
        <DraftNote draft={draft} />
        <Group grow>
          <Button size="lg" variant="default" leftSection={<IconCamera aria-hidden />} onClick={() => camera.current?.click()}>{t('photographs.take')}</Button>
          <Button size="lg" variant="default" leftSection={<IconPhoto aria-hidden />} onClick={() => picker.current?.click()}>{t('photographs.choose')}</Button>
        </Group>
        <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={(event) => take(event.currentTarget.files)} aria-label={t('photographs.take')} />
        <input ref={picker} type="file" accept="image/jpeg,image/png,image/webp,image/heic,image/tiff" multiple hidden onChange={(event) => take(event.currentTarget.files)} aria-label={t('photographs.choose')} />
        <div className={classes.preview}>{files.map((file) => <Preview key={`${file.name}/${file.size}/${file.lastModified}`} file={file} />)}</div>
        <LineControl {...props('view', t('photographs.view'))} />
        <BilingualControl {...props('caption', fieldLabel('caption'))} />
        <SwitchControl {...props('sensitive', t('photographs.sensitive'))} />
        <SwitchControl {...props('scaleInView', t('photographs.scale'))} />
        <ErrorNote error={error} />
        <Group justify="flex-end"><Button size="lg" type="submit" disabled={files.length === 0} loading={working}>{t('save')}</Button></Group>
      </Stack>
    </form>
  );
}

function Preview({ file }: { readonly file: File }) {
  const [address] = useState(() => URL.createObjectURL(file));
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img src={address} alt={file.name} />;
}
