import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { decisionHash, type Subject } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { DraftNote, ErrorNote, FormDialog, useSubmit } from '../components/index.ts';
import { useDraft } from '../device/index.ts';
import { useRecord } from '../record/index.ts';
import { DecisionContent } from './decision-content.tsx';
import classes from './decisions.module.css';

interface ReviewProps {
  readonly identification: Subject;
  readonly onClose: () => void;
}

/** A second person reads the proposal and agrees or returns it, with reasons; the review covers the hash of what was read. */
export function ReviewDialog({ opened, ...form }: ReviewProps & { readonly opened: boolean }) {
  const { t } = useTranslation('decisions');
  return <FormDialog opened={opened} onClose={form.onClose} title={t('review.title')}><ReviewForm {...form} /></FormDialog>;
}

function ReviewForm({ identification, onClose }: ReviewProps) {
  const { t } = useTranslation(['decisions', 'common']);
  const { account } = useSession();
  const record = useRecord();
  const draft = useDraft<{ readonly verdict: 'agreed' | 'returned'; readonly explanation: string }>(`identification.reviewed/${identification.id}`, { initial: { verdict: 'agreed', explanation: '' }, account: account.id });
  const { submit, error, working } = useSubmit();
  const { verdict } = draft.values;
  const explanation = draft.values.explanation.trim();
  const review = async (): Promise<void> => {
    await record.mutateAsync({ scope: identification.scope, subject: identification.id, subjectKind: 'identification', body: { type: 'identification.reviewed', basis: 'decided', verdict, decisionHash: decisionHash(identification), explanation } });
    await draft.clear();
    onClose();
  };
  return (
    <form className={classes.signing} onSubmit={(event) => { event.preventDefault(); if (explanation !== '') void submit(review); }}>
      <DecisionContent identification={identification} />
      <DraftNote draft={draft} />
      <SegmentedControl size="md" fullWidth aria-label={t('review.verdict')} value={verdict} onChange={(next) => draft.change({ ...draft.values, verdict: next === 'returned' ? 'returned' : 'agreed' })} data={[{ value: 'agreed', label: t('review.agree') }, { value: 'returned', label: t('review.return') }]} />
      <Textarea size="md" required autosize minRows={3} label={t(verdict === 'agreed' ? 'review.agreeWhy' : 'review.returnWhy')} value={draft.values.explanation} onChange={(event) => draft.change({ ...draft.values, explanation: event.currentTarget.value })} />
      <ErrorNote error={error} />
      <Group justify="flex-end">
        <Button size="lg" variant="default" onClick={onClose}>{t('common:cancel')}</Button>
        <Button size="lg" type="submit" loading={working} disabled={explanation === ''}>{t(verdict === 'agreed' ? 'review.agree' : 'review.return')}</Button>
      </Group>
    </form>
  );
}
