import type { Json } from '@imena/problem';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accountsQuery, type SubjectDetail } from '../api/index.ts';
import { ValueView } from '../components/index.ts';
import { codeLabel, fieldLabel, formatMoment, isRecord, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { bodyAbsence } from './body-absence.ts';
import { Facts } from './facts.tsx';
import type { EntryAnswer } from './ledger-api.ts';
import { useAuthorName } from './ledger-words.ts';
import { readBody } from './read-body.ts';
import classes from './ledger.module.css';

/** What an entry says, field by field and exactly as signed; or in plain words why it is not shown. */
export function EntryBody({ answer, entry, detail }: { readonly answer: EntryAnswer; readonly entry: string; readonly detail: SubjectDetail | null | undefined }) {
  const { t } = useTranslation('ledger');
  const body = readBody(answer.entry.body);
  const type = textOf(body?.['type']);
  const { data: accounts = [] } = useQuery(accountsQuery);
  const personOf = (value: Json): string | undefined => accounts.find((account) => account.id === value)?.displayName;
  if (answer.entry.body === null) return <AbsentBody entry={entry} detail={detail} />;
  const fields = Object.entries(body ?? {}).filter(([name]) => name !== 'type');
  return (
    <>
      <Facts rows={fields.map(([name, value]) => [fieldLabel(name), isLong(value)
        ? <code className={classes.mono}>{JSON.stringify(value)}</code>
        : personOf(value) ?? (name === 'basis' ? codeLabel('bases', textOf(value) ?? '') : <ValueView field={name} value={value} linked={detail?.linked ?? []} {...(type === undefined ? {} : { type })} />)])} />
      <details className={classes.details}><summary>{t('bodyRaw')}</summary><pre className={classes.raw} tabIndex={0}>{answer.entry.body}</pre></details>
    </>
  );
}

const mostInWords = 6;

/** Genotypes and chains would fill the page in words; they stand as they were signed. */
function isLong(value: unknown): boolean {
  return (Array.isArray(value) && value.length > mostInWords && value.some(isRecord)) || (isRecord(value) && Object.keys(value).length > 12);
}

function AbsentBody({ entry, detail }: { readonly entry: string; readonly detail: SubjectDetail | null | undefined }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const authorOf = useAuthorName();
  const absence = bodyAbsence(entry, detail);
  const words = absence.kind === 'erased'
    ? t('absent.erased', { on: formatMoment(absence.on, language), ground: absence.ground, by: absence.by.map(authorOf).join(', ') })
    : t(`absent.${absence.kind}`);
  return <p className={classes.verdict} data-tone={absence.kind === 'erased' ? 'warn' : undefined}>{words}</p>;
}
