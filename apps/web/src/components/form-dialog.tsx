import { Modal, type ModalProps } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A form over the page: the whole screen on a phone, a window on a desk. Escape closes; drafts are kept. */
export function FormDialog({ opened, onClose, title, size = 'xl', children }: { readonly opened: boolean; readonly onClose: () => void; readonly title: string; readonly size?: ModalProps['size']; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} fullScreen={phone} closeButtonProps={{ 'aria-label': t('close'), size: 'lg' }}>
      {opened ? children : null}
    </Modal>
  );
}
