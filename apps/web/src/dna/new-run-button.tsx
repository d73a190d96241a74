import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/index.ts';

/** Offered to those who may ask for a run. */
export function NewRunButton() {
  const { t } = useTranslation('dna');
  const may = useHasRole('laboratory', 'analyst');
  if (!may) return null;
  return <Button component={Link} to="/dna/new-run" size="md" leftSection={<IconPlayerPlay size={18} aria-hidden />}>{t('run.new')}</Button>;
}
