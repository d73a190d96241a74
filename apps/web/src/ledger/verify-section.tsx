import { Button } from '@mantine/core';
import { ProblemError } from '@imena/problem';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconDownload, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge, Code, downloadText, ErrorNote, ProblemText, Section, type Tone } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EntryAnswer } from './ledger-api.ts';
import { useVerification, type Verification } from './use-verification.ts';
import type { Check } from './verify-entry.ts';
import classes from './ledger.module.css';

const looks: Readonly<Record<Check['result'], { readonly icon: typeof IconMinus; readonly tone: Tone }>> = {
  proven: { icon: IconCircleCheck, tone: 'good' }, failed: { icon: IconCircleX, tone: 'bad' }, open: { icon: IconCircleDashed, tone: 'warn' }, nothing: { icon: IconMinus, tone: 'plain' },
};

/** Everything about an entry recomputed in this browser, each check with its result in words. */
export function VerifySection({ answer }: { readonly answer: EntryAnswer }) {
  const { t } = useTranslation('ledger');
  const { verify, verification, error, working, ready, log } = useVerification(answer);
  return (
    <Section title={t('verify.title')}>
      <p className={classes.hint}>{t('verify.intro')}</p>
      <div className={`${classes.actions ?? ''} no-print`}>
        <Button size="md" onClick={() => void verify()} loading={working} disabled={!ready}>{t(verification === null ? 'verify.run' : 'verify.again')}</Button>
        <Button size="md" variant="default" leftSection={<IconDownload size={18} aria-hidden />} title={t('verify.downloadHint')} onClick={() => downloadText(`imena-${answer.index}.tlog-proof`, answer.proof)}>{t('verify.download')}</Button>
      </div>
      <ErrorNote error={error} />
      <div role="status">{verification !== null && <Verdict checks={verification.checks} />}</div>
      {verification !== null && (
        <>
          <ol className={classes.list}>{verification.checks.map((check) => <CheckLine key={check.name} check={check} verification={verification} index={answer.index} />)}</ol>
          <div className={classes.two}>
            <div><h3>{t('verify.provesTitle')}</h3><p>{t('verify.proves')}</p></div>
            <div><h3>{t('verify.provesNotTitle')}</h3><p>{t('verify.provesNot')}</p></div>
          </div>
          <p className={classes.hint}>{t('verify.keyUsed')}: <Code length={1000}>{log.vkey}</Code></p>
        </>
      )}
    </Section>
  );
}

function Verdict({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation('ledger');
  const open = checks.filter((check) => check.result === 'open').length;
  if (checks.some((check) => check.result === 'failed')) return <p className={classes.verdict} data-tone="bad">{t('verify.failed')}</p>;
  return <p className={classes.verdict} data-tone={open === 0 ? 'good' : 'warn'}>{open === 0 ? t('verify.allProven') : t('verify.someOpen', { number: open })}</p>;
}

function CheckLine({ check, verification, index }: { readonly check: Check; readonly verification: Verification; readonly index: number }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const { icon: Icon, tone } = looks[check.result];
  const size = (value: bigint | null): string => (value === null ? '' : formatNumber(Number(value), language));
  const words = check.result === 'proven' ? t(`verify.proven.${check.name}`, { index: formatNumber(index, language), proofSize: size(verification.proofSize), heldSize: size(verification.heldSize) })
    : check.result === 'failed' ? t(`verify.failedWords.${check.name}`) : '';
  return (
    <li className={classes.check} data-result={check.result}>
      <Icon size={22} stroke={1.8} aria-hidden />
      <div>
        <p className={classes.checkName}>{t(`verify.names.${check.name}`)}</p>
        <p className={classes.checkWords}>{words} {check.note !== undefined && t(`verify.notes.${check.note}`)} {check.problem !== undefined && <ProblemText error={new ProblemError(check.problem)} />}</p>
      </div>
      <Badge tone={tone}>{t(`verify.result.${check.result}`)}</Badge>
    </li>
  );
}
