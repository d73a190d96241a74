import type { StandingValue } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useMayState, useSession, type SubjectDetail } from '../api/index.ts';
import { ProseControl } from '../controls/index.ts';
import { recordOf } from '../format/index.ts';
import { FieldList, FieldView } from './field-view.tsx';
import { FormDialog } from './form-dialog.tsx';
import { StatementForm, type FormField } from './statement-form.tsx';

/** Fields of a subject that can be corrected: the new statement repeats the old one with the change, and supersedes it. */
export function CorrectableFields({ detail, fields, forms, hideEmpty }: {
  readonly detail: SubjectDetail;
  readonly fields: readonly string[];
  /** The fields of the form, by type of statement. */
  readonly forms: Readonly<Record<string, readonly FormField[]>>;
  readonly hideEmpty?: 'hideEmpty';
}) {
  const { t } = useTranslation();
  const mayState = useMayState();
  const session = useSession();
  const isDecider = useHasRole('coordinator', 'analyst', 'board');
  const [correcting, setCorrecting] = useState<StandingValue>();
  const typeOf = (standing: StandingValue | undefined): string | undefined => detail.subject.history.find((item) => item.entry === standing?.entry)?.type;
  const item = detail.subject.history.find((one) => one.entry === correcting?.entry);
  const form = item === undefined ? undefined : forms[item.type];
  const close = (): void => setCorrecting(undefined);
  return (
    <>
      <FieldList>
        {fields.map((field) => {
          const type = typeOf(detail.subject.fields[field]?.[0]);
          // The author corrects; what another person said only somebody entitled replaces, as a decision.
          const mayReplace = isDecider || detail.subject.fields[field]?.[0]?.by === session.account.id;
          const may = mayReplace && type !== undefined && forms[type] !== undefined && mayState(type, detail.subject.scope);
          return <FieldView key={field} detail={detail} field={field} {...(may ? { onCorrect: setCorrecting } : {})} {...(hideEmpty === undefined ? {} : { hideEmpty })} />;
        })}
      </FieldList>
      {item !== undefined && form !== undefined && (
        <FormDialog opened onClose={close} title={t('edit')}>
          <CorrectionForm detail={detail} entry={item.entry} type={item.type} body={recordOf(item.body)} fields={form} onClose={close} />
        </FormDialog>
      )}
    </>
  );
}

function CorrectionForm({ detail, entry, type, body, fields, onClose }: { readonly detail: SubjectDetail; readonly entry: string; readonly type: string; readonly body: ReturnType<typeof recordOf>; readonly fields: readonly FormField[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { account } = useSession();
  const { when, observers: _, type: __, reason: ___, ...rest } = body;
  const edtf = recordOf(when)['edtf'];
  // An author corrects; what another person said is replaced only by a decision with a reason.
  const own = detail.subject.history.find((item) => item.entry === entry)?.by === account.id;
  const reason: FormField = { name: 'reason', label: t('record.correctionReason'), control: (props) => <ProseControl {...props} required={!own} />, ...(own ? {} : { required: true as const }) };
  return (
    <StatementForm
      type={type} scope={detail.subject.scope} subject={detail.subject.id} subjectKind={detail.subject.kind} fields={[reason, ...fields]} supersedes={[entry]}
      initial={{ ...rest, ...(edtf === undefined ? {} : { when: edtf }) }} {...(own ? {} : { fixed: { basis: 'decided' } })} onDone={onClose} onCancel={onClose}
    />
  );
}
