import { romanise } from '@imena/names';
import { useTranslation } from 'react-i18next';
import classes from './missing.module.css';

/** A name as it was given, and in Latin letters where it is written in Cyrillic. */
export function NameInScripts({ name }: { readonly name: string }) {
  const { t } = useTranslation('missing');
  if (name === '') return <span className={classes.quiet}>{t('nameUnknown')}</span>;
  const latin = latinOf(name);
  return <><span>{name}</span>{latin !== null && <> <span className={classes.quiet} lang="uk-Latn">{latin}</span></>}</>;
}

/** The romanised form of a Cyrillic name; null for names in other scripts. */
export function latinOf(name: string): string | null {
  return /\p{Script=Cyrillic}/u.test(name) ? romanise(name, 'uk-kmu55') : null;
}
