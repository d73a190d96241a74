import type { Json } from '@imena/problem';
import type { StandingValue } from '@imena/record';
import { Button, Group, Modal, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { decidingStatements, useRecord } from '../record/index.ts';
import { ErrorNote } from './error-note.tsx';
import { OriginLine } from './origin.tsx';
import { ValueView } from './value-view.tsx';

export interface ValueGroup {
  readonly value: Json;
  readonly given: readonly StandingValue[];
}

/** Lets a person say which of several statements stands, and why. */
export function ResolveDialog({ detail, field, groups, opened, onClose }: { readonly detail: SubjectDetail; readonly field: string; readonly groups: readonly ValueGroup[]; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const record = useRecord();
  const [entry, setEntry] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const chosen = groups.flatMap((group) => group.given).find((one) => one.entry === entry);
  const submit = async (): Promise<void> => {
    if (chosen === undefined) return;
    setError(null);
    try {
      for (const { body, supersedes } of decidingStatements(detail.subject, { field, chosen, reason: reason.trim() })) {
        await record.mutateAsync({ scope: detail.subject.scope, subject: detail.subject.id, subjectKind: detail.subject.kind, body, supersedes });
      }
      onClose();
    } catch (trouble) {
      setError(trouble);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('field.chooseTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <Radio.Group value={entry} onChange={setEntry} aria-label={t('field.chooseTitle')} required>
          {groups.map(({ value, given }) => given[0] !== undefined && (
            <Radio.Card key={given[0].entry} value={given[0].entry} p="md" mb="sm">
              <Group wrap="nowrap" align="flex-start"><Radio.Indicator /><div><ValueView field={field} value={value} linked={detail.linked} /><br /><OriginLine origin={given[0]} /></div></Group>
            </Radio.Card>
          ))}
        </Radio.Group>
        <p>{t('field.chooseExplained')}</p>
        <Textarea label={t('confirm.reason')} required autosize minRows={3} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <ErrorNote error={error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" size="md" onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" size="md" loading={record.isPending} disabled={chosen === undefined || reason.trim() === ''}>{t('field.choose')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
