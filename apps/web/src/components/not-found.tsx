import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccessPage } from '../access/access-page.tsx';

/** An address that leads nowhere; shown without the frame, because nobody need be signed in. */
export function NotFound() {
  const { t } = useTranslation();
  return <AccessPage title={t('notFoundTitle')}><p>{t('notFoundText')}</p><Anchor component={Link} to="/">{t('nav.overview')}</Anchor></AccessPage>;
}
