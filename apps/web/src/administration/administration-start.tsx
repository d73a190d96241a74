import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { EmptyState, PageHeader } from '../components/index.ts';
import { sectionsFor } from './sections.ts';

/** Leads to the first part that the reader may use. */
export function AdministrationStart() {
  const { t } = useTranslation('administration');
  const [first] = sectionsFor(useSession());
  if (first === undefined) return <><PageHeader title={t('title')} /><EmptyState>{t('noSections')}</EmptyState></>;
  return <Navigate to={first.to} replace />;
}
