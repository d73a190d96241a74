import { Button } from '@mantine/core';
import type { Json } from '@imena/problem';
import { decisionState, type Subject } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, useSession } from '../api/index.ts';
import { ConfirmWithReason, FormDialog, Section, StatementForm, type FormField } from '../components/index.ts';
import { ChoiceControl, DateControl, LineControl, OrAbsentControl, ProseControl, type ControlProps } from '../controls/index.ts';
import { recordOf } from '../format/index.ts';
import { useRecord } from '../record/index.ts';
import type { Decision } from './decisions-api.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import classes from './decisions.module.css';

type Open = 'sign' | 'dissent' | 'certify' | 'notify' | 'revoke' | null;

const notificationFields: readonly FormField[] = [
  { name: 'toldBy', control: (props) => <LineControl {...props} />, required: true },
  { name: 'told', control: (props) => <LineControl {...props} />, required: true },
  { name: 'means', control: (props) => <ChoiceControl {...props} list="notificationMeans" required />, required: true },
  { name: 'wishes', control: (props) => <OrAbsentControl {...props} control={(inner) => <ProseControl {...inner} />} /> },
];

/** What the person can do with an identification now; what would be refused is not offered. */
export function DecisionActions({ identification, decision, onReview }: { readonly identification: Subject; readonly decision: Decision; readonly onReview: (() => void) | undefined }) {
  const { t } = useTranslation('decisions');
  const session = useSession();
  const mayState = useMayState();
  const record = useRecord();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { scope, id } = identification;
  const { stage, signatures } = decisionState(identification);
  const isDecided = stage === 'established' || stage === 'certified';
  const may = (type: string): boolean => mayState(type, scope);
  const hasSigned = signatures.some((one) => one.value['signer'] === session.account.id);
  const maySign = may('identification.signed') && stage === 'reviewed' && decision.obstacles.length === 0 && !hasSigned;
  const dissent = (explanation: string) => record.mutateAsync({ scope, subject: id, subjectKind: 'identification', body: { type: 'identification.dissented', basis: 'decided', signer: session.account.id, signerName: session.account.displayName, explanation } });
  const buttons = [
    onReview !== undefined && stage !== 'revoked' && !isDecided && <Button key="review" size="lg" onClick={onReview}>{t('actions.review')}</Button>,
    maySign && <Button key="sign" size="lg" onClick={() => setOpen('sign')}>{t('actions.sign')}</Button>,
    may('identification.certified') && stage === 'established' && <Button key="certify" size="lg" onClick={() => setOpen('certify')}>{t('actions.certify')}</Button>,
    may('identification.notified') && isDecided && <Button key="notify" size="lg" variant={decision.notified ? 'default' : 'filled'} onClick={() => setOpen('notify')}>{t('actions.notify')}</Button>,
    may('identification.dissented') && stage !== 'revoked' && <Button key="dissent" size="lg" variant="default" onClick={() => setOpen('dissent')}>{t('actions.dissent')}</Button>,
    may('identification.revoked') && stage !== 'revoked' && <Button key="revoke" size="lg" variant="outline" color="red.9" onClick={() => setOpen('revoke')}>{t('actions.revoke')}</Button>,
  ].filter((button) => button !== false);
  const waitsForSecond = hasSigned && !isDecided && stage !== 'revoked';
  if (buttons.length === 0 && !waitsForSecond) return null;
  return (
    <Section title={t('actions.title')}>
      {waitsForSecond && <p className={classes.dimmed}>{t('actions.youSigned')}</p>}
      <div className={`${classes.actions ?? ''} no-print`}>{buttons}</div>
      <SignDialog identification={identification} serverHash={decision.hash} opened={open === 'sign'} onClose={close} />
      <RevokeDialog identification={identification} decision={decision} opened={open === 'revoke'} onClose={close} />
      <ConfirmWithReason opened={open === 'dissent'} onClose={close} title={t('actions.dissent')} draftKey={`identification.dissented/${id}`} confirmLabel={t('actions.recordDissent')} confirm={dissent}><p>{t('dissentExplained')}</p></ConfirmWithReason>
      <FormDialog opened={open === 'certify'} onClose={close} title={t('actions.certify')}>
        <StatementForm type="identification.certified" scope={scope} subject={id} subjectKind="identification" basis="document" fields={[{ name: 'certificate', control: (props) => <CertificateControl {...props} /> }]} onDone={close} onCancel={close}><p style={{ margin: 0 }}>{t('certifyExplained')}</p></StatementForm>
      </FormDialog>
      <FormDialog opened={open === 'notify'} onClose={close} title={t('actions.notify')}>
        <StatementForm type="identification.notified" scope={scope} subject={id} subjectKind="identification" basis="told" fields={notificationFields} initial={{ toldBy: session.account.displayName }} onDone={close} onCancel={close}><p style={{ margin: 0 }}>{t('notifyExplained')}</p></StatementForm>
      </FormDialog>
    </Section>
  );
}

/** Authority, number and date of the act, as they stand on it. */
function CertificateControl({ value, onChange }: ControlProps) {
  const { t } = useTranslation('fields');
  const certificate = recordOf(value);
  const set = (name: string) => (next: Json | undefined): void => onChange(Object.fromEntries(Object.entries({ ...certificate, [name]: next }).filter((entry): entry is [string, Json] => entry[1] !== undefined)));
  return (
    <div className={classes.signing}>
      <LineControl label={t('authority')} value={certificate['authority']} onChange={set('authority')} required />
      <LineControl label={t('number')} value={certificate['number']} onChange={set('number')} required />
      <DateControl label={t('on')} value={certificate['on']} onChange={set('on')} required />
    </div>
  );
}
