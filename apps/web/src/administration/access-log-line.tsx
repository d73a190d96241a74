import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery, useAccountName } from '../api/index.ts';
import { Code } from '../components/index.ts';
import { formatMoment, kindLabel, recordOf, roleLabel, subjectPath, textOf } from '../format/index.ts';
import { codeLists } from '@imena/record';
import { useLanguage } from '../i18n/use-language.ts';
import { recoveryKinds, type AccessLine } from './administration-api.ts';
import { actionWords, detailWords } from './access-words.ts';
import { useScopeName } from './scopes.ts';
import classes from './administration.module.css';

/** One line: when, who, what about what, from where. */
export function AccessLogLine({ line }: { readonly line: AccessLine }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const nameOf = useAccountName();
  const read = useDetailReader();
  const actions: Readonly<Record<string, Readonly<Record<string, string>>>> = t('log.actions', { returnObjects: true });
  const names: Readonly<Record<string, string>> = t('log.details', { returnObjects: true });
  const details = detailWords(line.detail, names, read);
  return (
    <li>
      <time className={classes.dim} dateTime={line.at}>{formatMoment(line.at, language)}</time>
      <span>{line.account === null ? <span className={classes.dim}>{t('log.nobody')}</span> : nameOf(line.account)}</span>
      <span>{actionWords(line.action, actions)} <About line={line} />{details.length > 0 && <small>{details.join(' · ')}</small>}</span>
      <span className={classes.dim}>{line.address}</span>
    </li>
  );
}

function About({ line: { subject, kind } }: { readonly line: AccessLine }): ReactNode {
  const { data: accounts = [] } = useQuery(accountsQuery);
  const known = codeLists.subjectKinds.find((one) => one === kind);
  if (subject === null) return kind === null ? null : kindLabel(kind);
  if (known !== undefined) return <Link to={subjectPath(known, subject)}>{kindLabel(known)} {subject.slice(0, 8)}</Link>;
  const account = accounts.find((one) => one.id === subject);
  if (account !== undefined) return <Link to={`/administration/accounts/${account.id}`}>{account.displayName}</Link>;
  return <Code length={12}>{subject}</Code>;
}

function useDetailReader(): (name: string, value: unknown) => string | undefined {
  const { t } = useTranslation('administration');
  const scopeName = useScopeName();
  return (name, value) => {
    if (name === 'scope' && (value === null || typeof value === 'string')) return scopeName(value);
    if (name === 'role' && typeof value === 'string') return roleLabel(value);
    if (name === 'memberships' && Array.isArray(value)) return value.map((one) => `${roleLabel(textOf(recordOf(one)['role']) ?? '')} (${scopeName(textOf(recordOf(one)['scope']) ?? null)})`).join(', ');
    if (name === 'roles' && Array.isArray(value)) return value.map((one) => roleLabel(textOf(one) ?? '')).join(', ');
    if (name === 'kind' && typeof value === 'string') return kindLabel(value);
    const what = recoveryKinds.find((one) => name === 'what' && one === value);
    return what === undefined ? undefined : t(`recoveries.whats.${what}`);
  };
}
