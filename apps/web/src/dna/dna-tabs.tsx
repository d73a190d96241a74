import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../components/index.ts';

const places = [['profiles', '/dna'], ['runs', '/dna/runs'], ['tables', '/dna/tables']] as const;

/** The three parts of DNA. */
export function DnaTabs() {
  const { t } = useTranslation('dna');
  return <SectionTabs label={t('parts')} tabs={places.map(([key, to]) => ({ to, label: t(`tabs.${key}`) }))} />;
}
