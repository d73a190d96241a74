import type { HistoryVerdict, TrustedLog } from '@imena/ledger';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote, Section } from '../components/index.ts';
import { judgeCheckpoint } from './judge-checkpoint.ts';
import { fetchConsistency } from './ledger-api.ts';
import classes from './ledger.module.css';

/** Compares the server's newest checkpoint with one that somebody else kept: the only way to see two histories shown to two people. */
export function CompareCheckpoint({ newest, log }: { readonly newest: string; readonly log: TrustedLog }) {
  const { t } = useTranslation('ledger');
  const [text, setText] = useState('');
  const [verdict, setVerdict] = useState<HistoryVerdict | null>(null);
  const [error, setError] = useState<unknown>(null);
  const compare = async (): Promise<void> => {
    setError(null);
    setVerdict(null);
    try {
      setVerdict(await judgeCheckpoint({ earlier: withLastLine(text), newest, log, consistency: fetchConsistency }));
    } catch (trouble) {
      setError(trouble);
    }
  };
  return (
    <div className="no-print">
      <Section title={t('checkpoint.compareTitle')}>
        <p className={classes.hint}>{t('checkpoint.compareHint')}</p>
        <form onSubmit={(event) => { event.preventDefault(); void compare(); }}>
          <Textarea size="md" label={t('checkpoint.paste')} autosize minRows={5} spellCheck={false} value={text} onChange={(event) => { setText(event.currentTarget.value); setVerdict(null); }} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.85rem' } }} />
          <Button type="submit" mt="sm" size="md" disabled={text.trim() === ''}>{t('checkpoint.compare')}</Button>
        </form>
        <ErrorNote error={error} />
        <div role="status">{verdict !== null && <p className={classes.verdict} data-tone={verdict === 'consistent' ? 'good' : 'bad'}>{t(`checkpoint.other.${verdict}`)}</p>}</div>
      </Section>
    </div>
  );
}

/** A text pasted by hand loses its last line break and gains others around it; a checkpoint ends in exactly one. */
function withLastLine(text: string): string {
  return `${text.replace(/\r\n/g, '\n').trim()}\n`;
}
