import { codeLists } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './sources.module.css';

/** The two grades of the Admiralty code, apart: how reliable the source has been, how credible this one statement is. One key each. */
export function GradeButtons({ list, value, onGrade }: { readonly list: 'reliabilities' | 'credibilities'; readonly value: string | null; readonly onGrade: (grade: string) => void }) {
  const { t } = useTranslation('sources');
  useLanguage();
  const isOfSource = list === 'reliabilities';
  const title = t(isOfSource ? 'sourceGrade' : 'claimGrade');
  return (
    <div className={classes.grades} role="group" aria-label={title}>
      <span>{title}{isOfSource && <span className={classes.keysHint}> ({t('withShift')})</span>}</span>
      <span className={classes.gradeRow}>
        {codeLists[list].map((grade) => (
          <button key={grade} type="button" aria-pressed={grade === value} title={codeLabel(list, grade)} aria-label={codeLabel(list, grade)} aria-keyshortcuts={isOfSource ? `Shift+${grade}` : grade} onClick={() => onGrade(grade)}>{grade}</button>
        ))}
      </span>
      <span className={classes.quiet}>{value === null ? t('notGraded') : codeLabel(list, value)}</span>
    </div>
  );
}
