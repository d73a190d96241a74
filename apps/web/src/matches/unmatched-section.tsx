import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView, Section, SubjectLink } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { unmatchedQuery } from './comparison-api.ts';
import classes from './matches.module.css';

/** Where the section stands on the page of the queue, for links to it. */
export const unmatchedId = 'unmatched';

/** Remains that the run gave to nobody: they stand beside the queue, so that nobody is forgotten for having no candidate. */
export function UnmatchedSection({ run }: { readonly run: string }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const query = useQuery(unmatchedQuery(run));
  return (
    <Section id={unmatchedId} title={t('unmatched.title')}>
      <QueryView query={query}>
        {({ items, compared, families }) => (
          <>
            <p className={classes.dimmed}>{t('unmatched.explained', { count: items.length, compared: formatNumber(compared, language), families: formatNumber(families, language) })}</p>
            <ul className={classes.unmatched}>{items.map(({ item, markers }) => <li key={item.id}><SubjectLink item={item} /> <span className={classes.small}>{t('unmatched.markers', { count: markers })}</span></li>)}</ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}
