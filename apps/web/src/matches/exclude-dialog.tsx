import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmWithReason } from '../components/index.ts';
import { useRecord } from '../record/index.ts';
import type { CandidateDetail } from './candidate-api.ts';

/** Exclusion is a person's signed act with a reason, never a filter. */
export function ExcludeDialog({ opened, onClose, detail }: { readonly opened: boolean; readonly onClose: () => void; readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const record = useRecord();
  const client = useQueryClient();
  const exclude = async (explanation: string): Promise<void> => {
    if (detail.remains === null) return;
    await record.mutateAsync({ scope: detail.remains.scope, subject: detail.remainsId, subjectKind: 'remains', body: { type: 'pair.excluded', basis: 'decided', person: detail.personId, explanation } });
    await Promise.all([client.invalidateQueries({ queryKey: ['candidate'] }), client.invalidateQueries({ queryKey: ['candidates'] })]);
  };
  return (
    <ConfirmWithReason opened={opened} onClose={onClose} title={t('exclude.title')} draftKey={`pair.excluded/${detail.remainsId}/${detail.personId}`} confirmLabel={t('exclude.action')} confirm={exclude} danger="danger">
      <p>{t('exclude.explained', { remains: detail.remains?.code ?? '', person: detail.person === null ? '' : `${detail.person.code} ${detail.person.title}` })}</p>
    </ConfirmWithReason>
  );
}
