import { useTranslation } from 'react-i18next';
import { splitCode } from './remains-code.ts';
import classes from './remains.module.css';

/** A code with its check character apart, as it is read out over a radio and compared with a label. */
export function CodeView({ code }: { readonly code: string }) {
  const { t } = useTranslation('remains');
  const parts = splitCode(code);
  if (parts === null) return <span className={classes.code}>{code}</span>;
  return <span className={classes.code}>{parts.stem}-<span className={classes.check} title={t('checkCharacter')}>{parts.check}</span></span>;
}
