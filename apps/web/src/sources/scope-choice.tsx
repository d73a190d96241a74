import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState } from '../api/index.ts';
import { LoadingState } from '../components/index.ts';
import { ChoiceOfSubject } from '../import/choice-of-subject.tsx';

/** The site or office to which a document belongs. */
export function ScopeChoice({ type, value, onChange }: { readonly type: string; readonly value: string | undefined; readonly onChange: (scope: string | undefined) => void }) {
  const { t } = useTranslation('sources');
  const mayState = useMayState();
  const sites = useAllSubjects({ kind: 'site' });
  const offices = useAllSubjects({ kind: 'office' });
  // With half of the list known, its only line would be taken for the only choice.
  if (sites.isPending || offices.isPending) return <LoadingState />;
  const items = [...(sites.data ?? []), ...(offices.data ?? [])].filter((item) => mayState(type, item.id));
  return <ChoiceOfSubject label={t('belongsTo')} items={items} value={value} onChange={onChange} />;
}
