import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from './error-note.tsx';

/** Asks for a reason before something that cannot be done without one. Closes itself only after `confirm` succeeded. */
export function ConfirmWithReason({ opened, onClose, title, children, confirmLabel, confirm, danger }: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children?: ReactNode;
  readonly confirmLabel: string;
  readonly confirm: (reason: string) => Promise<unknown>;
  readonly danger?: 'danger';
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const submit = async (): Promise<void> => {
    setWorking(true);
    setError(null);
    try {
      await confirm(reason.trim());
      setReason('');
      onClose();
    } catch (trouble) {
      setError(trouble);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') void submit(); }}>
        {children}
        <Textarea label={t('confirm.reason')} required autosize minRows={3} my="sm" value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" size="md" onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" size="md" loading={working} disabled={reason.trim() === ''} {...(danger === undefined ? {} : { color: 'red.9' })}>{confirmLabel}</Button>
        </Group>
      </form>
    </Modal>
  );
}
