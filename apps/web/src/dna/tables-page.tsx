import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageHeader, QueryView } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { frequencyTablesQuery } from './dna-api.ts';
import { DnaTabs } from './dna-tabs.tsx';
import { InstallTable } from './install-table.tsx';
import classes from './dna.module.css';

/** The tables of allele frequencies, each with source and licence. */
export function TablesPage() {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  const tables = useQuery(frequencyTablesQuery);
  return (
    <>
      <PageHeader title={t('tables.title')} actions={<InstallTable />}>{t('tables.explained')}</PageHeader>
      <DnaTabs />
      <QueryView query={tables}>
        {(list) => (list.length === 0 ? <EmptyState>{t('tables.none')}</EmptyState> : (
          <div className={classes.tables}>
            {list.map((table) => (
              <section key={table.id} className={classes.table} aria-label={table.name}>
                <h2>{table.name}</h2>
                <dl className={classes.facts}>
                  <dt>{t('tables.population')}</dt><dd>{table.population ?? '—'}</dd>
                  <dt>{t('tables.markers')}</dt><dd>{formatNumber(table.markers.length, language)}</dd>
                  {table.sampleSize !== undefined && <><dt>{t('tables.people')}</dt><dd>{formatNumber(table.sampleSize, language)}</dd></>}
                  <dt>{t('tables.source')}</dt><dd>{table.source}</dd>
                  <dt>{t('tables.licence')}</dt><dd>{table.licence}</dd>
                  {table.note !== undefined && <><dt>{t('tables.note')}</dt><dd>{table.note}</dd></>}
                  {!table.shipped && <><dt>{t('tables.origin')}</dt><dd>{t('tables.installed')}</dd></>}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </QueryView>
    </>
  );
}
