import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useMayState, type SubjectDetail } from '../api/index.ts';
import { typeLabel } from '../format/index.ts';
import { FormDialog } from './form-dialog.tsx';
import { StatementForm, type StatementFormProps } from './statement-form.tsx';

/** A button that opens the form of one type of statement about a subject; nothing for those who may not make it. */
export function StatementButton({ detail, label, variant = 'default', explained, ...form }: Pick<StatementFormProps, 'type' | 'fields' | 'fixed' | 'initial' | 'basis' | 'supersedes'> & {
  readonly detail: SubjectDetail;
  readonly label: string;
  readonly variant?: 'default' | 'filled' | 'subtle';
  readonly explained?: ReactNode;
}) {
  const mayState = useMayState();
  const [opened, setOpened] = useState(false);
  const { scope, id, kind } = detail.subject;
  if (!mayState(form.type, scope)) return null;
  const close = (): void => setOpened(false);
  return (
    <>
      <Button size="md" variant={variant} onClick={() => setOpened(true)}>{label}</Button>
      <FormDialog opened={opened} onClose={close} title={typeLabel(form.type)}>
        {explained}
        <StatementForm scope={scope} subject={id} subjectKind={kind} {...form} onDone={close} onCancel={close} />
      </FormDialog>
    </>
  );
}
