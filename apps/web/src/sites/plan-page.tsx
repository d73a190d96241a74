import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { PageHeader, PrintButton, QueryView, SubjectLink } from '../components/index.ts';
import { SitePlanLoader } from './site-plan-loader.tsx';

/** The plan of a site on the whole screen. */
export function PlanPage() {
  const { t } = useTranslation('sites');
  const id = useParam('id');
  const query = useSubject(id);
  return (
    <QueryView query={query}>
      {(detail) => (
        <>
          <PageHeader title={`${t('plan')}: ${detail.item.title}`} actions={<PrintButton />}><SubjectLink item={detail.item} /></PageHeader>
          <SitePlanLoader site={detail} height={680} />
        </>
      )}
    </QueryView>
  );
}
