import type { Json } from '@imena/problem';
import type { StandingValue } from '@imena/record';
import { Button, Group, Paper, Radio, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession, type SubjectDetail } from '../api/index.ts';
import { useDraft } from '../device/index.ts';
import { decidingStatements, useRecord } from '../record/index.ts';
import { DraftNote } from './draft-note.tsx';
import { ErrorNote } from './error-note.tsx';
import { FormDialog } from './form-dialog.tsx';
import { OriginLine } from './origin.tsx';
import { useSubmit } from './use-submit.ts';
import { ValueView } from './value-view.tsx';

export interface ValueGroup {
  readonly value: Json;
  readonly given: readonly StandingValue[];
}

interface ResolveProps {
  readonly detail: SubjectDetail;
  readonly field: string;
  readonly groups: readonly ValueGroup[];
  readonly onClose: () => void;
}

/** Lets a person say which of several statements stands, and why. */
export function ResolveDialog({ opened, ...form }: ResolveProps & { readonly opened: boolean }) {
  const { t } = useTranslation();
  return <FormDialog opened={opened} onClose={form.onClose} title={t('field.chooseTitle')} size="lg"><ResolveForm {...form} /></FormDialog>;
}

function ResolveForm({ detail, field, groups, onClose }: ResolveProps) {
  const { t } = useTranslation();
  const { account } = useSession();
  const record = useRecord();
  const draft = useDraft(`resolve/${detail.subject.id}/${field}`, { initial: { entry: '', reason: '' }, account: account.id });
  const { submit, error, working } = useSubmit();
  const { entry, reason } = draft.values;
  const chosen = groups.flatMap((group) => group.given).find((one) => one.entry === entry);
  const decide = async (): Promise<void> => {
    if (chosen === undefined) return;
    for (const { body, supersedes } of decidingStatements(detail.subject, { field, chosen, reason: reason.trim() })) {
      await record.mutateAsync({ scope: detail.subject.scope, subject: detail.subject.id, subjectKind: detail.subject.kind, body, supersedes });
    }
    await draft.clear();
    onClose();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(decide); }}>
      <DraftNote draft={draft} />
      <Radio.Group value={entry} onChange={(next) => draft.change({ ...draft.values, entry: next })} aria-label={t('field.chooseTitle')} required>
        {groups.map(({ value, given }) => given[0] !== undefined && (
          // The link to the entry stands beside the choice, not inside it: a button within a button is lost to who hears the page.
          <Paper key={given[0].entry} withBorder p="md" mb="sm">
            <Radio size="md" value={given[0].entry} label={<ValueView field={field} value={value} linked={detail.linked} />} />
            <OriginLine origin={given[0]} />
          </Paper>
        ))}
      </Radio.Group>
      <p>{t('field.chooseExplained')}</p>
      <Textarea label={t('confirm.reason')} required autosize minRows={3} value={reason} onChange={(event) => draft.change({ ...draft.values, reason: event.currentTarget.value })} />
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" size="md" onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" size="md" loading={working} disabled={chosen === undefined || reason.trim() === ''}>{t('field.choose')}</Button>
      </Group>
    </form>
  );
}
