import { Button, CopyButton, Modal, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './administration.module.css';

/** A link that is shown once: the whole of it, a button to copy it, and how to hand it over. Only the button closes it. */
export function OneTimeLink({ link, title, how, onClose }: { readonly link: string; readonly title: string; readonly how: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['administration', 'common']);
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false}>
      <div className={classes.link}>
        <TextInput size="md" readOnly aria-label={title} value={link} onFocus={(event) => event.currentTarget.select()} data-autofocus />
        <CopyButton value={link}>{({ copied, copy }) => <Button size="md" leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />} onClick={copy}>{copied ? t('common:copied') : t('invitations.copyLink')}</Button>}</CopyButton>
        <p>{how}</p>
        <Button size="md" variant="default" onClick={onClose}>{t('common:close')}</Button>
      </div>
    </Modal>
  );
}
