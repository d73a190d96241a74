import { Button, Collapse, Group, Stack } from '@mantine/core';
import { ProblemError, type Json } from '@imena/problem';
import { statementTypes, type SubjectKind } from '@imena/record';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { ChoiceControl, DateControl, LineControl, ProseControl, type ControlProps } from '../controls/index.ts';
import { newId, useDraft } from '../device/index.ts';
import { fieldLabel, textOf } from '../format/index.ts';
import { useRecord, type RecordState } from '../record/index.ts';
import { DraftNote } from './draft-note.tsx';
import { ErrorNote } from './error-note.tsx';
import { useSubmit } from './use-submit.ts';

/** One field of a form: its name in the statement, and the control that edits it. The label comes from the name. */
export interface FormField {
  readonly name: string;
  readonly control: (props: ControlProps) => ReactNode;
  readonly required?: true;
  /** Words of its own where the field's common label is too general. */
  readonly label?: string;
  readonly description?: string;
}

export type FormValues = Readonly<Record<string, Json | undefined>>;

export interface StatementFormProps {
  readonly type: string;
  readonly scope: string;
  readonly subjectKind: SubjectKind;
  /** Left out for a statement that brings a new subject into being. */
  readonly subject?: string;
  /** The fields; as a function where they depend on what is typed. */
  readonly fields: readonly FormField[] | ((values: FormValues) => readonly FormField[]);
  /** Fields of the statement that are not asked for: `{ stage: 'opened', site: id }`. */
  readonly fixed?: FormValues;
  readonly initial?: FormValues;
  readonly basis?: 'observed' | 'measured' | 'told' | 'document' | 'decided';
  readonly supersedes?: readonly string[];
  readonly files?: readonly File[];
  readonly submitLabel?: string;
  readonly children?: ReactNode | ((values: FormValues) => ReactNode);
  /** A new site is its own scope. */
  readonly ownScope?: 'ownScope';
  readonly onDone: (result: { readonly subject: string; readonly state: RecordState }) => void;
  readonly onCancel?: () => void;
}

/** A form for one statement: what is typed is kept as a draft, checked as the ledger checks it, signed, saved, sent. */
export function StatementForm(props: StatementFormProps) {
  const { t } = useTranslation(['common', 'controls']);
  const session = useSession();
  const record = useRecord();
  const [newSubject] = useState(newId);
  const [more, setMore] = useState(false);
  const { submit, error, working } = useSubmit();
  const draftKey = draftKeyOf(props);
  const initial: FormValues = { basis: props.basis ?? 'observed', ...props.initial };
  const draft = useDraft<FormValues>(draftKey, { initial, account: session.account.id });
  const subject = props.subject ?? newSubject;
  const fields = typeof props.fields === 'function' ? props.fields(draft.values) : props.fields;
  const place = error instanceof ProblemError ? error.problem.place?.field : undefined;
  const controlProps = (name: string, label: string): ControlProps => ({
    label, value: draft.values[name],
    onChange: (value) => draft.update((now) => ({ ...now, [name]: value })),
    error: place !== undefined && (place === name || place.startsWith(`${name}.`)) ? t('formInvalid') : undefined,
  });
  const save = async (): Promise<void> => {
    const scope = props.ownScope === undefined ? props.scope : subject;
    const body = bodyOf(props.type, { ...draft.values, ...props.fixed }, session.installation.demonstration);
    const state = await record.mutateAsync({ scope, subject, subjectKind: props.subjectKind, body, supersedes: props.supersedes ?? [], files: props.files ?? [] });
    await draft.clear();
    props.onDone({ subject, state });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(save); }} noValidate={false}>
      <Stack gap="md">
        <DraftNote draft={draft} />
        {typeof props.children === 'function' ? props.children(draft.values) : props.children}
        {fields.map(({ name, control, required, label, description }) => (
          <div key={name}>{control({ ...controlProps(name, label ?? fieldLabel(name)), ...(required === undefined ? {} : { required }), ...(description === undefined ? {} : { description }) })}</div>
        ))}
        <div>
          <Button variant="subtle" px="xs" aria-expanded={more} onClick={() => setMore(!more)}>{t('record.more')}</Button>
          <Collapse expanded={more}>
            <Stack gap="md" pt="xs">
              <ChoiceControl {...controlProps('basis', t('controls:basis'))} list="bases" only={['observed', 'measured', 'told', 'document', 'decided']} required />
              {!fields.some(({ name }) => name === 'when') && <DateControl {...controlProps('when', t('controls:whenHappened'))} />}
              <LineControl {...controlProps('observers', t('controls:observers'))} description={t('controls:observersHint')} />
              <ProseControl {...controlProps('note', t('controls:note'))} />
            </Stack>
          </Collapse>
        </div>
        <ErrorNote error={error} />
        <Group justify="flex-end">
          {props.onCancel !== undefined && <Button size="lg" variant="default" onClick={props.onCancel}>{t('cancel')}</Button>}
          <Button size="lg" type="submit" loading={working}>{props.submitLabel ?? t('save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/**
 * Under which name a form's draft is kept. A correction has a draft of its own, told apart by what it corrects: a
 * session that ends in the middle must lose neither it nor the draft of a new statement of the same type.
 */
export function draftKeyOf({ type, subject, scope, supersedes }: Pick<StatementFormProps, 'type' | 'subject' | 'scope' | 'supersedes'>): string {
  const place = `${type}/${subject ?? scope}`;
  return supersedes === undefined ? place : `${place}/${[...supersedes].sort().join('+')}`;
}

/** The body out of the form's values: date and observers take the form of the statement, empty fields are left out. */
export function bodyOf(type: string, values: FormValues, demonstration: boolean): Record<string, unknown> {
  const { when, observers, ...own } = values;
  const names = (textOf(observers) ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  const filled = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined && value !== ''));
  return {
    type, ...filled,
    ...(textOf(when) === undefined ? {} : { when: { edtf: textOf(when), clock: 'stated' } }),
    ...(names.length === 0 ? {} : { observers: names.map((name) => ({ name })) }),
    // In the demonstration every new person and thing is invented, and says so.
    ...(demonstration && statementTypes.get(type)?.creates === true ? { synthetic: true } : {}),
  };
}
