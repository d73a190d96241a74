import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/index.ts';
import { SubjectLink } from '../components/index.ts';
import { formatProbability } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { duplicatesOfQuery } from './duplicates-api.ts';
import classes from './missing.module.css';

/** Other reports that may be about this person and that nobody has decided of; nothing where the last search found none. */
export function PossibleDuplicates({ person }: { readonly person: string }) {
  const { t } = useTranslation('missing');
  const language = useLanguage();
  const may = useHasRole('family_liaison', 'analyst');
  const { data } = useQuery({ ...duplicatesOfQuery(person), enabled: may });
  const open = (data?.items ?? []).filter(({ decided }) => decided === null);
  if (!may || open.length === 0) return null;
  return (
    <div role="note" className={classes.possible}>
      <strong>{t('duplicates.maybe')}</strong>
      <ul className={classes.list}>
        {open.map(({ a, b, itemA, itemB, probability }) => {
          const other = a === person ? itemB : itemA;
          return (
            <li key={`${a} ${b}`}>
              {other !== null && <SubjectLink item={other} />} {probability !== null && t('duplicates.probability', { percent: formatProbability(probability, language) })}{' '}
              <Button component={Link} to={`/missing/${person}/compare`} search={{ other: a === person ? b : a } as never} size="sm" variant="default">{t('duplicates.compare')}</Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
