import { targets, writeTemplate, type TargetName } from '@imena/exchange';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../components/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './import.module.css';

/** An empty table with every column of a kind, and how the cells are written that are not plain text. */
export function TableTemplate({ target }: { readonly target: TargetName }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  // The mark at the beginning tells spreadsheets that the letters are UTF-8.
  const download = (): void => downloadText(`imena-${t('template.file')}-${t(`target.${target}`)}.csv`.replaceAll(' ', '-'), `\ufeff${writeTemplate(targets[target], language)}`);
  return (
    <div className={classes.template}>
      <Button size="md" variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>{t('template.download')}</Button>
      <details>
        <summary>{t('template.fields')}</summary>
        <p className={classes.note}>{t('template.explained')}</p>
        <ul className={classes.columns}>{targets[target].fields.map(({ field, label, required, hint }) => <li key={field}><strong>{label[language]}</strong>{required && ` (${t('template.required')})`}{hint !== undefined && <><br /><span className={classes.note}>{hint[language]}</span></>}</li>)}</ul>
      </details>
    </div>
  );
}
