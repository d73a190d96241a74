import { Button, Group, Select, Switch } from '@mantine/core';
import type { LanguageCode, Statement } from '@imena/testimony';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, useSession, type Item, type SubjectDetail } from '../api/index.ts';
import { bodyOf, ErrorNote, LoadingState, useSubmit } from '../components/index.ts';
import { useDraft } from '../device/index.ts';
import { formatNumber, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecord } from '../record/index.ts';
import { claimIdAt } from './claim-id.ts';
import { claimOfStatement } from './claim-of-statement.ts';
import { CorrectClaim } from './correct-claim.tsx';
import { GradeButtons } from './grade-buttons.tsx';
import { writeLocator } from './locator.ts';
import { MarkedText } from './marked-text.tsx';
import { isAsked, nextOpen, readingLines, spanKey, workingOrder, type ConfirmedClaim, type ReadingLine, type Span } from './reading-list.ts';
import { LineActions, ReadingLines } from './reading-lines.tsx';
import type { SourceText } from './source-text.ts';
import { SpanChoice } from './span-choice.tsx';
import { useGrades } from './use-grades.ts';
import { useReadingKeys } from './use-reading-keys.ts';
import { useUnsentClaims } from './use-unsent-claims.ts';
import classes from './sources.module.css';

interface ReadingDraft extends Readonly<Record<string, unknown>> {
  /** Spans of proposals that this person rejected on this device. */
  readonly rejected: readonly string[];
  /** The site that statements confirmed here are about; undefined before anybody chose. */
  readonly site?: string | null;
  readonly background?: 'shown';
}

/** What is being corrected or added: first its span, then its fields. */
interface Correcting {
  readonly line: ReadingLine | null;
  readonly span: Span | null;
  readonly step: 'span' | 'fields';
}

export function ReadingDesk({ detail, text, stored, language, proposals, claims, sites }: {
  readonly detail: SubjectDetail;
  readonly text: string;
  readonly stored: SourceText;
  readonly language: LanguageCode;
  readonly proposals: readonly Statement[];
  readonly claims: readonly ConfirmedClaim[];
  /** All sites that this account may see: what is confirmed can be about one of them. */
  readonly sites: readonly Item[];
}) {
  const { t } = useTranslation(['sources', 'common']);
  const words = useLanguage();
  const session = useSession();
  const mayState = useMayState();
  const record = useRecord();
  const grades = useGrades();
  const { subject } = detail;
  const draft = useDraft<ReadingDraft>(`reading/${subject.id}/${stored.sha256}`, { initial: { rejected: [] }, account: session.account.id });
  const [current, setCurrent] = useState(0);
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const finishing = useSubmit();
  const mayConfirm = mayState('claim.stated', subject.scope);
  const unsent = useUnsentClaims();
  const idAt = (place: Span): string => claimIdAt(subject.id, { ...spanOf(place), sha256: stored.sha256 });
  const waiting = new Set(unsent === null || unsent.size === 0 ? [] : proposals.filter((one) => unsent.has(idAt(one))).map(spanKey));
  const all = readingLines(proposals, claims, new Set(draft.values.rejected), waiting);
  const background = draft.values.background ?? 'hidden';
  const lines = workingOrder(all, { background });
  const asked = all.filter(isAsked);
  const line = lines[current];
  const open = asked.filter((one) => one.state === 'open' || one.state === 'waiting').length;
  const site = draft.values.site === undefined ? (sites.find((one) => one.id === subject.scope)?.id ?? null) : draft.values.site;
  const isRead = (subject.lists['readings'] ?? []).some((one) => one.value['sha256'] === stored.sha256);
  const move = (step: 1 | -1): void => setCurrent(Math.min(Math.max(current + step, 0), Math.max(lines.length - 1, 0)));

  const reject = (target: ReadingLine): void => {
    if (target.state === 'confirmed' || target.state === 'waiting') return;
    const { rejected } = draft.values;
    const key = target.key;
    draft.change({ ...draft.values, rejected: target.state === 'rejected' ? rejected.filter((one) => one !== key) : [...rejected, key] });
    if (target.state === 'open') setCurrent(nextOpen(lines, current, 1));
  };
  const confirm = async (target: ReadingLine): Promise<void> => {
    const { proposal } = target;
    if (target.state === 'confirmed' || target.state === 'waiting' || proposal === null || sending.has(target.key)) return;
    setError(null);
    setSending((keys) => new Set(keys).add(target.key));
    setCurrent(nextOpen(lines, current, 1));
    try {
      const values = { basis: 'document', document: subject.id, locator: writeLocator({ ...spanOf(target), sha256: stored.sha256 }), ...claimOfStatement(proposal, { language, site }) };
      await record.mutateAsync({ scope: subject.scope, subject: idAt(target), subjectKind: 'claim', body: bodyOf('claim.stated', values, session.installation.demonstration) });
    } catch (trouble) {
      setError(trouble);
    } finally {
      setSending((keys) => new Set([...keys].filter((key) => key !== target.key)));
    }
  };
  const finish = (): Promise<void> => finishing.submit(() => {
    const counts = { confirmed: asked.filter((one) => one.state === 'confirmed').length, rejected: asked.filter((one) => one.state === 'rejected').length };
    return record.mutateAsync({ scope: subject.scope, subject: subject.id, subjectKind: 'source', body: { type: 'source.read_through', basis: 'document', sha256: stored.sha256, ...counts } });
  });
  const act = {
    confirm: () => { if (line !== undefined && mayConfirm) void confirm(line); },
    correct: () => { if (line !== undefined && line.state !== 'confirmed' && line.state !== 'waiting' && mayConfirm) setCorrecting({ line, span: spanOf(line), step: 'span' }); },
    reject: () => { if (line !== undefined && mayConfirm) reject(line); },
    add: () => { if (mayConfirm) setCorrecting({ line: null, span: null, step: 'span' }); },
    next: () => move(1),
    previous: () => move(-1),
    credibility: (grade: string) => { if (line?.claim != null && mayState('claim.graded', subject.scope)) void grades.gradeClaim(line.claim.id, grade).catch(setError); },
    reliability: (grade: string) => { if (mayState('source.graded', subject.scope)) void grades.gradeSource(subject, grade).catch(setError); },
    background: () => { const { background: _, ...rest } = draft.values; draft.change(background === 'shown' ? rest : { ...rest, background: 'shown' }); },
  };
  const isKnown = draft.isRead && unsent !== null;
  useReadingKeys(correcting === null && isKnown ? act : null);

  const span = correcting?.span ?? null;
  const toFields = (): void => {
    if (correcting === null || span === null) return;
    setCorrecting({ ...correcting, step: 'fields' });
  };
  // What was rejected or confirmed here before is read first: a key pressed without it would act on another line.
  if (!isKnown) return <LoadingState />;
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="sm">
        <p className={classes.progress} role="status">{asked.length === 0 ? t('nothingProposed') : t('decidedOf', { decided: formatNumber(asked.length - open, words), all: formatNumber(asked.length, words) })}</p>
        {mayConfirm && <Select size="sm" w={280} label={t('aboutSite')} clearable placeholder={t('noSite')} data={sites.map((one) => ({ value: one.id, label: `${one.code} ${one.title}` }))} value={site} onChange={(next) => draft.change({ ...draft.values, site: next })} />}
      </Group>
      <ErrorNote error={error ?? finishing.error} />
      <div className={classes.desk}>
        <MarkedText text={text} language={language} lines={lines} current={line?.key ?? null} span={span} onLine={(key) => setCurrent(Math.max(0, lines.findIndex((one) => one.key === key)))} onSpan={correcting === null ? null : (next) => setCorrecting({ ...correcting, span: next })} />
        <div className={classes.beside}>
          {correcting === null
            ? <LineActions line={line ?? null} act={act} mayConfirm={mayConfirm} isSending={line !== undefined && sending.has(line.key)} site={site} language={language} />
            : <SpanChoice text={text} span={span} onSpan={(next) => setCorrecting({ ...correcting, span: next })} onDone={toFields} onCancel={() => setCorrecting(null)} isAdding={correcting.line === null} isActive={correcting.step === 'span'} />}
          {all.some((one) => !isAsked(one)) && <Switch mt="sm" size="md" label={t('showBackground')} checked={background === 'shown'} onChange={act.background} />}
          <ReadingLines lines={lines} current={current} sending={sending} onChoose={setCurrent} />
          {mayConfirm && !isRead && <Button fullWidth size="md" mt="sm" variant={open === 0 ? 'filled' : 'default'} disabled={open > 0} loading={finishing.working} onClick={() => void finish()}>{t(open > 0 ? 'notAllDecided' : 'markRead')}</Button>}
          {isRead && <p className={classes.quiet}>{t('isRead')}</p>}
          {mayState('source.graded', subject.scope) && <div className={classes.deskFoot}><GradeButtons list="reliabilities" value={textOf(subject.fields['reliability']?.[0]?.value) ?? null} onGrade={act.reliability} /></div>}
        </div>
      </div>
      {correcting !== null && span !== null && (
        <CorrectClaim
          opened={correcting.step === 'fields'} detail={detail} text={text} sha256={stored.sha256} language={language} site={site} proposals={proposals}
          proposal={correcting.line?.proposal ?? null} span={span} id={idAt(span)}
          onClose={() => setCorrecting({ ...correcting, step: 'span' })}
          onDone={() => { setCorrecting(null); if (correcting.line !== null) setCurrent(nextOpen(lines, current, 1)); }}
        />
      )}
    </>
  );
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
