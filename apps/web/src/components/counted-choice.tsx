import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './counted-choice.module.css';

/**
 * What a list holds, kind by kind, and one press to see that kind alone. All kinds stand open with their numbers, not
 * in a list that opens: a rare one is seen by somebody who does not know to look for it.
 */
export function CountedChoice<T extends string>({ label, total, options, value, onChange }: {
  readonly label: string;
  /** How many there are of all kinds together. */
  readonly total: number;
  readonly options: readonly { readonly value: T; readonly label: string; readonly count: number }[];
  /** Null: every kind. */
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const button = (option: T | null, words: string, count: number) => (
    <button key={option ?? ''} type="button" className={classes.option} aria-pressed={value === option} onClick={() => onChange(option)}>{words} <span className={classes.count}>{formatNumber(count, language)}</span></button>
  );
  return (
    <fieldset className={`${classes.choice ?? ''} no-print`}>
      <legend>{label}</legend>
      {button(null, t('all'), total)}
      {options.map((option) => button(option.value, option.label, option.count))}
    </fieldset>
  );
}
