import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { PageHeader, SectionTabs } from '../components/index.ts';
import { sectionsFor, type SectionKey } from './sections.ts';

/** The frame of every part of the administration: its title, the way to the other parts. */
export function AdministrationPage({ section, intro, actions, children }: { readonly section: SectionKey; readonly intro?: string; readonly actions?: ReactNode; readonly children: ReactNode }) {
  const { t } = useTranslation('administration');
  const session = useSession();
  const tabs = sectionsFor(session).map(({ key, to }) => ({ to, label: t(`sections.${key}`) }));
  return (
    <>
      <PageHeader kind={t('title')} title={t(`sections.${section}`)} {...(actions === undefined ? {} : { actions })}>{intro}</PageHeader>
      <SectionTabs tabs={tabs} label={t('sectionsLabel')} />
      {children}
    </>
  );
}
