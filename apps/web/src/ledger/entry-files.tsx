import type { Envelope } from '@imena/ledger';
import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import { formatBytes } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EntryAnswer } from './ledger-api.ts';
import classes from './ledger.module.css';

/** The files an entry carries. Name and type travel beside the entry and are not signed; hash and size are. */
export function EntryFiles({ answer, envelope }: { readonly answer: EntryAnswer; readonly envelope: Envelope }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const signed = envelope.files ?? [];
  const { files } = answer.entry;
  if (signed.length === 0) return null;
  return (
    <Section title={t('filesTitle')}>
      <ul className={classes.list}>
        {files.map((file, place) => (
          <li key={file.sha256}>
            {file.name ?? t('fileUnnamed', { number: place + 1 })} · {[file.mediaType, formatBytes(file.size, language)].filter((part) => part !== undefined).join(' · ')}
            {' · '}<a href={`/api/files/${file.sha256}?entry=${envelope.id}&view=original`} download title={t('originalHint')}>{t('original')}</a>
            <small className={classes.mono}>SHA-256 {file.sha256}</small>
          </li>
        ))}
        {files.length < signed.length && signed.slice(files.length).map((file, place) => (
          <li key={file.ref}>{t('fileUnnamed', { number: files.length + place + 1 })}<small>{t('fileAbsent')} {t('fileSigned', { size: formatBytes(file.size, language) })}</small></li>
        ))}
      </ul>
      {files.length > 0 && <p className={classes.hint}>{t('originalHint')}. {t('fileArriving')}</p>}
    </Section>
  );
}
