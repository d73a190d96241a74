import { Button, Group, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { useDraft } from '../device/index.ts';
import { DraftNote } from './draft-note.tsx';
import { ErrorNote } from './error-note.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useSubmit } from './use-submit.ts';

export interface ConfirmWithReasonProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What is confirmed, of which subject: under this name the reason is kept while it is typed. */
  readonly draftKey: string;
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  readonly confirm: (reason: string) => Promise<unknown>;
  readonly danger?: 'danger';
}

/** Asks for a reason before something that cannot be done without one. Closes itself only after `confirm` succeeded. */
export function ConfirmWithReason({ opened, onClose, title, ...form }: ConfirmWithReasonProps) {
  return <FormDialog opened={opened} onClose={onClose} title={title} size="lg"><ReasonForm {...form} onClose={onClose} /></FormDialog>;
}

/** Mounted only while the dialog is open, so that a list of many such dialogs reads no draft. */
function ReasonForm({ onClose, draftKey, children, confirmLabel, confirm, danger }: Omit<ConfirmWithReasonProps, 'opened' | 'title'>) {
  const { t } = useTranslation();
  const { account } = useSession();
  const draft = useDraft(`reason/${draftKey}`, { initial: { reason: '' }, account: account.id });
  const { submit, error, working } = useSubmit();
  const reason = draft.values.reason.trim();
  const doIt = async (): Promise<void> => {
    await confirm(reason);
    await draft.clear();
    onClose();
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (reason !== '') void submit(doIt); }}>
      {children}
      <DraftNote draft={draft} />
      <Textarea label={t('confirm.reason')} required autosize minRows={3} my="sm" value={draft.values.reason} onChange={(event) => draft.change({ reason: event.currentTarget.value })} data-autofocus />
      <ErrorNote error={error} />
      <Group justify="flex-end">
        <Button variant="default" size="md" onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" size="md" loading={working} disabled={reason === ''} {...(danger === undefined ? {} : { color: 'red.9' })}>{confirmLabel}</Button>
      </Group>
    </form>
  );
}
