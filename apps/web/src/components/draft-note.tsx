import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../device/index.ts';

/** Says that what stands in a form was typed earlier, and offers to begin anew; nothing where it was not. */
export function DraftNote({ draft }: { readonly draft: Pick<Draft<unknown>, 'restored' | 'clear'> }) {
  const { t } = useTranslation();
  if (!draft.restored) return null;
  return (
    <Alert color="slate" variant="light" p="xs" my="xs">
      <Group justify="space-between">{t('record.draftRestored')}<Button size="compact-sm" variant="default" onClick={() => void draft.clear()}>{t('record.discardDraft')}</Button></Group>
    </Alert>
  );
}
