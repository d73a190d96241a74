import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './states.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return <EmptyState action={<Anchor component={Link} to="/">{t('nav.overview')}</Anchor>}><strong>{t('notFoundTitle')}</strong><br />{t('notFoundText')}</EmptyState>;
}
