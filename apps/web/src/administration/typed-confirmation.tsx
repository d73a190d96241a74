import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../components/index.ts';
import classes from './administration.module.css';

/** Asks for a word before what cannot be undone: nobody does it by a slip of the hand. */
export function TypedConfirmation({ title, word, label, button, confirm, error, working, onClose, children }: {
  readonly title: string;
  /** What must be typed, letter by letter; capitals do not matter. */
  readonly word: string;
  readonly label: string;
  readonly button: string;
  readonly confirm: () => void;
  readonly error: unknown;
  readonly working: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const same = typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => { event.preventDefault(); if (same) confirm(); }}>
        {children}
        <TextInput size="md" my="md" label={label} autoComplete="off" autoCapitalize="none" spellCheck={false} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus />
        <ErrorNote error={error} />
        <div className={classes.dialogEnd}>
          <Button size="md" variant="default" onClick={onClose}>{t('cancel')}</Button>
          <Button size="md" type="submit" color="red.9" loading={working} disabled={!same}>{button}</Button>
        </div>
      </form>
    </Modal>
  );
}
