import { Button, Kbd } from '@mantine/core';
import type { LanguageCode } from '@imena/testimony';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/index.ts';
import { codeLabel, formatEdtf, formatQuantity, listOf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { claimOfStatement } from './claim-of-statement.ts';
import { GradeButtons } from './grade-buttons.tsx';
import { groupOf, type LineGroup, type ReadingLine } from './reading-list.ts';
import { speakerLine } from './speaker-line.ts';
import type { ReadingActs } from './use-reading-keys.ts';
import classes from './sources.module.css';

const tones = { open: 'warn', confirmed: 'good', rejected: 'plain', waiting: 'info' } as const;

/** The statement at hand, as it would enter the ledger, and what can be done with it, one key each. */
export function LineActions({ line, act, mayConfirm, isSending, site, language }: { readonly line: ReadingLine | null; readonly act: ReadingActs; readonly mayConfirm: boolean; readonly isSending: boolean; readonly site: string | null; readonly language: LanguageCode }) {
  const { t } = useTranslation('sources');
  const isOpen = line !== null && line.state !== 'confirmed' && line.state !== 'waiting';
  const button = (name: 'confirm' | 'correct' | 'add' | 'previous' | 'next', key: string, { disabled = false, filled = false } = {}) => (
    <Button size="md" px="sm" variant={filled ? 'filled' : 'default'} disabled={disabled} loading={name === 'confirm' && isSending} onClick={act[name]} rightSection={<Kbd size="xs" visibleFrom="md">{key}</Kbd>} aria-keyshortcuts={key}>{t(`act.${name}`)}</Button>
  );
  return (
    <div className={classes.card}>
      {line === null ? <p className={classes.quiet}>{t('nothingProposed')}</p> : line.proposal === null ? <p>{line.claim?.title}</p> : <Proposed line={line} site={site} language={language} />}
      <div className={classes.acts}>
        {mayConfirm && button('confirm', 'C', { disabled: !isOpen, filled: true })}
        {mayConfirm && button('correct', 'E', { disabled: !isOpen })}
        {mayConfirm && <Button size="md" px="sm" variant="default" disabled={!isOpen} onClick={act.reject} rightSection={<Kbd size="xs" visibleFrom="md">R</Kbd>} aria-keyshortcuts="R">{t(line?.state === 'rejected' ? 'act.unreject' : 'act.reject')}</Button>}
        {mayConfirm && button('add', 'A')}
        {button('previous', 'P')}
        {button('next', 'N')}
      </div>
      {mayConfirm && line?.claim != null && <GradeButtons list="credibilities" value={line.claim.credibility} onGrade={act.credibility} />}
    </div>
  );
}

function Proposed({ line, site, language }: { readonly line: ReadingLine; readonly site: string | null; readonly language: LanguageCode }) {
  const { t } = useTranslation('sources');
  const words = useLanguage();
  const { proposal } = line;
  if (proposal === null) return null;
  const claim = claimOfStatement(proposal, { language, site });
  const said = textOf(claim['saidOn']);
  const figures = listOf(claim['quantities']);
  const place = textOf(recordOf(claim['about'])['place']);
  return (
    <>
      <p className={classes.who}><strong>{speakerLine(claim['speaker'], words) || t(proposal.kind === 'attributed' ? 'speakerUnknown' : 'reporterSaw')}</strong> <Badge tone={tones[line.state]}>{t(`lineState.${line.state}`)}</Badge></p>
      {figures.length > 0 && <p className={classes.figures}>{figures.map((one, at) => <strong key={at}>{formatQuantity(one, words)}</strong>)}</p>}
      <p className={classes.quiet}>{[codeLabel('modalities', proposal.modality), said === undefined ? t('undated') : formatEdtf(said, words), place].filter((one) => one !== undefined && one !== '').join(' · ')}</p>
      <blockquote className={classes.quoted} lang={language}>{proposal.text}</blockquote>
    </>
  );
}

const groups: readonly LineGroup[] = ['said', 'author'];

/** Every statement of the text: what somebody said, and apart from it what the author states. */
export function ReadingLines({ lines, current, sending, onChoose }: { readonly lines: readonly ReadingLine[]; readonly current: number; readonly sending: ReadonlySet<string>; readonly onChoose: (at: number) => void }) {
  const { t } = useTranslation('sources');
  return (
    <div className={classes.groups}>
      {groups.map((group) => {
        const members = lines.flatMap((line, at) => (groupOf(line) === group ? [{ line, at }] : []));
        return members.length === 0 ? null : (
          <div key={group}>
            <h2 className={classes.group}>{t(`lineGroup.${group}`)}</h2>
            <ol className={classes.lines} aria-label={t(`lineGroup.${group}`)}>{members.map(({ line, at }) => <Line key={line.key} line={line} isCurrent={at === current} isSending={sending.has(line.key)} onChoose={() => onChoose(at)} />)}</ol>
          </div>
        );
      })}
    </div>
  );
}

function Line({ line, isCurrent, isSending, onChoose }: { readonly line: ReadingLine; readonly isCurrent: boolean; readonly isSending: boolean; readonly onChoose: () => void }) {
  const { t } = useTranslation('sources');
  return (
    <li>
      <button type="button" className={classes.line} aria-current={isCurrent || undefined} onClick={onChoose}>
        <Badge tone={isSending ? 'info' : tones[line.state]}>{t(isSending ? 'lineState.sending' : `lineState.${line.state}`)}</Badge>
        <span>{line.claim?.title ?? line.proposal?.text ?? ''}</span>
      </button>
      {line.claim !== null && <Link to={`/claims/${line.claim.id}`} className={classes.openClaim}>{t('openClaim')}</Link>}
    </li>
  );
}
