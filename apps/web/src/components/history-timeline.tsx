import { Button } from '@mantine/core';
import type { Json } from '@imena/problem';
import type { HistoryItem } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesIn, useAccountName, useMayState, useSession, type SubjectDetail } from '../api/index.ts';
import { fieldLabel, formatMoment, isRecord, listOf, recordOf, textOf, typeLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecord } from '../record/index.ts';
import { ConfirmWithReason } from './confirm-with-reason.tsx';
import { OriginLine } from './origin.tsx';
import { describePerson, pedigreeMembers } from './pedigree/index.ts';
import { Code } from './small.tsx';
import { Badge } from './status-badge.tsx';
import { ValueView } from './value-view.tsx';
import classes from './history.module.css';

const shownFirst = 12;
// Said elsewhere on the line, or of no use to a reader.
const common = new Set(['type', 'basis', 'when', 'synthetic', 'file', 'mediaType', 'stage']);
// Bytes for machines and ids of accounts: who it was stands beside them by name, and the entry holds them whole.
const machine: Readonly<Record<string, ReadonlySet<string>>> = {
  'identification.signed': new Set(['signer', 'key', 'signature', 'assertion']), 'identification.dissented': new Set(['signer']), 'identification.revoked': new Set(['signer']),
  'weights.chosen': new Set(['digest', 'settings', 'replaces', 'learnedFrom']),
  'device.enrolled': new Set(['possession', 'account', 'kind']),
};

/** Words for a field of a statement where the feature knows better ones than the common format; undefined where not. */
export type DescribeField = (name: string, value: Json, body: Json) => string | undefined;

/** Everything ever stated about a subject, newest first; nothing is missing from it. */
export function HistoryTimeline({ detail, describe }: { readonly detail: SubjectDetail; readonly describe?: DescribeField }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const items = detail.subject.history.toReversed();
  const shown = all ? items : items.slice(0, shownFirst);
  return (
    <>
      <ol className={classes.timeline}>{shown.map((item) => <HistoryLine key={item.entry} item={item} detail={detail} describe={describe} />)}</ol>
      {shown.length < items.length && <Button variant="default" mt="sm" onClick={() => setAll(true)}>{t('shownOf', { shown: shown.length, total: items.length })} · {t('all')}</Button>}
    </>
  );
}

interface LineProps {
  readonly item: HistoryItem;
  readonly detail: SubjectDetail;
  readonly describe: DescribeField | undefined;
}

function HistoryLine({ item, detail, describe }: LineProps) {
  const { t } = useTranslation();
  const [withdrawing, setWithdrawing] = useState(false);
  const record = useRecord();
  const mayWithdraw = useMayWithdraw(item, detail.subject.scope);
  const withdraw = (explanation: string) => record.mutateAsync({
    scope: detail.subject.scope, subject: detail.subject.id, subjectKind: detail.subject.kind, supersedes: [item.entry],
    body: { type: 'statement.withdrawn', basis: 'decided', explanation },
  });
  return (
    <li className={classes.item} data-state={item.state}>
      <div className={classes.head}>
        <strong>{typeLabel(item.type)}</strong>
        {item.state !== 'standing' && <Badge>{t(item.state === 'erased' ? 'field.erasedState' : `field.${item.state}`)}</Badge>}
        {mayWithdraw && <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => setWithdrawing(true)}>{t('field.withdraw')}</Button>}
      </div>
      <StatementBody item={item} detail={detail} describe={describe} />
      <OriginLine origin={item} />
      <ConfirmWithReason opened={withdrawing} onClose={() => setWithdrawing(false)} title={t('field.withdrawTitle')} draftKey={`statement.withdrawn/${item.entry}`} confirmLabel={t('field.withdraw')} confirm={withdraw}>
        <p>{typeLabel(item.type)}</p><p>{t('field.withdrawExplained')}</p>
      </ConfirmWithReason>
    </li>
  );
}

/** What a statement says, field by field. */
function StatementBody({ item, detail, describe }: LineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useAccountName();
  const body = recordOf(item.body);
  if (item.state === 'erased') return <p className={classes.small}>{t('field.erased', { on: formatMoment(textOf(body['on']) ?? '', language), by: nameOf(textOf(body['by']) ?? ''), ground: textOf(body['ground']) ?? '' })}</p>;
  const hidden = machine[item.type];
  const shown = Object.entries(body).filter(([name]) => !common.has(name) && hidden?.has(name) !== true);
  return (
    <dl className={classes.body}>
      {shown.map(([name, value]) => <div key={name}><dt>{fieldLabel(name)}</dt><dd>{describe?.(name, value, body) ?? <FieldWords name={name} value={value} item={item} detail={detail} />}</dd></div>)}
    </dl>
  );
}

function FieldWords({ name, value, item, detail }: Omit<LineProps, 'describe'> & { readonly name: string; readonly value: Json }) {
  if (name === 'pedigree') return <PedigreeWords members={listOf(value)} />;
  if (typeof value === 'string' && (name.endsWith('Hash') || name === 'publicKey')) return <Code length={16}>{value}</Code>;
  if (isLong(value)) return <ul className={classes.lines}>{Object.entries(recordOf(value)).map(([part, inner]) => <li key={part}>{part}: <ValueView field={part} value={inner} /></li>)}</ul>;
  if (isListOfRecords(value)) return <>{listOf(value).map((one, at) => <div key={at}><ValueView field={name} value={one} linked={detail.linked} type={item.type} /></div>)}</>;
  return <ValueView field={name} value={value} linked={detail.linked} type={item.type} />;
}

/** A pedigree as it was drawn, member by member. */
function PedigreeWords({ members }: { readonly members: readonly Json[] }) {
  const { t } = useTranslation('pedigree');
  const people = pedigreeMembers(members);
  return <ul className={classes.lines}>{people.map((person) => <li key={person.id}>{describePerson(person, { people }, t)}{person.stateSource === undefined ? '' : ` (${person.stateSource})`}</li>)}</ul>;
}

function isLong(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > 12;
}

/** Names, figures, members of a family: one line each, in words. */
function isListOfRecords(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/** An author takes back what they said; so may a coordinator of the scope. A withdrawal can itself be taken back. */
function useMayWithdraw(item: HistoryItem, scope: string): boolean {
  const session = useSession();
  const mayState = useMayState();
  if (item.state !== 'standing' || !mayState('statement.withdrawn', scope)) return false;
  return item.by === session.account.id || rolesIn(session, scope).includes('coordinator');
}
