import type { Subject } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { ConfirmWithReason, SubjectLink } from '../components/index.ts';
import { useRecord } from '../record/index.ts';
import type { Decision } from './decisions-api.ts';

/** Revocation: first everything that rests on the decision and becomes work, then the reason. */
export function RevokeDialog({ identification, decision, opened, onClose }: { readonly identification: Subject; readonly decision: Decision; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('decisions');
  const session = useSession();
  const record = useRecord();
  const { certificatesPrinted, certified, notifications, otherIdentifications } = decision.consequences;
  const rests = certificatesPrinted > 0 || certified || notifications.length > 0 || otherIdentifications.length > 0;
  const revoke = (explanation: string) => record.mutateAsync({
    scope: identification.scope, subject: identification.id, subjectKind: 'identification',
    body: { type: 'identification.revoked', basis: 'decided', explanation, signer: session.account.id, signerName: session.account.displayName },
  });
  return (
    <ConfirmWithReason opened={opened} onClose={onClose} title={t('revoke.title')} draftKey={`identification.revoked/${identification.id}`} confirmLabel={t('actions.revoke')} confirm={revoke} danger="danger">
      <p>{t('revoke.explained')}</p>
      <h3>{t('revoke.rests')}</h3>
      {!rests ? <p>{t('revoke.nothing')}</p> : (
        <ul>
          {certificatesPrinted > 0 && <li>{t('revoke.printed', { count: certificatesPrinted })}</li>}
          {certified && <li>{t('revoke.certified')}</li>}
          {notifications.map((one) => <li key={one.entry}>{t('revoke.notified', { told: one.told ?? '', by: one.toldBy ?? '' })}</li>)}
          {otherIdentifications.map(({ item, via, subject }) => <li key={`${item.id} ${via} ${subject}`}>{t(via === 'person' ? 'revoke.otherPerson' : 'revoke.otherRemains')} <SubjectLink item={item} /></li>)}
        </ul>
      )}
    </ConfirmWithReason>
  );
}
