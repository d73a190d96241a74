import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { decisionHash, type Subject } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote, FormDialog } from '../components/index.ts';
import { useRecord } from '../record/index.ts';
import { DecisionContent } from './decision-content.tsx';
import classes from './decisions.module.css';

/** A second person reads the proposal and agrees or returns it, with reasons; the review covers the hash of what was read. */
export function ReviewDialog({ identification, opened, onClose }: { readonly identification: Subject; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['decisions', 'common']);
  const record = useRecord();
  const [verdict, setVerdict] = useState<'agreed' | 'returned'>('agreed');
  const [explanation, setExplanation] = useState('');
  const [error, setError] = useState<unknown>(null);
  const hash = decisionHash(identification);
  const submit = async (): Promise<void> => {
    setError(null);
    try {
      await record.mutateAsync({ scope: identification.scope, subject: identification.id, subjectKind: 'identification', body: { type: 'identification.reviewed', basis: 'decided', verdict, decisionHash: hash, explanation: explanation.trim() } });
      setExplanation('');
      onClose();
    } catch (trouble) {
      setError(trouble);
    }
  };
  return (
    <FormDialog opened={opened} onClose={onClose} title={t('actions.review')}>
      <form className={classes.signing} onSubmit={(event) => { event.preventDefault(); if (explanation.trim() !== '') void submit(); }}>
        <DecisionContent identification={identification} />
        <SegmentedControl size="md" fullWidth aria-label={t('review.verdict')} value={verdict} onChange={(next) => setVerdict(next === 'returned' ? 'returned' : 'agreed')} data={[{ value: 'agreed', label: t('review.agree') }, { value: 'returned', label: t('review.return') }]} />
        <Textarea size="md" required autosize minRows={3} label={t(verdict === 'agreed' ? 'review.agreeWhy' : 'review.returnWhy')} value={explanation} onChange={(event) => setExplanation(event.currentTarget.value)} />
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button size="lg" variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button size="lg" type="submit" loading={record.isPending} disabled={explanation.trim() === ''}>{t(verdict === 'agreed' ? 'review.agree' : 'review.return')}</Button>
        </Group>
      </form>
    </FormDialog>
  );
}
