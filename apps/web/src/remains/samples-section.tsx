import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canRead, useMayState, useSession, type SubjectDetail } from '../api/index.ts';
import { EmptyState, FormDialog, Section, StatementForm, StatusBadge, SubjectLink } from '../components/index.ts';
import { ChoiceControl, LineControl } from '../controls/index.ts';
import { codeLabel, textOf } from '../format/index.ts';
import { nextSampleCode } from './sample-code.ts';
import classes from './remains.module.css';

/** Samples taken from remains, of a relative, or from a missing person's belongings, and how far each has come. */
export function SamplesSection({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const session = useSession();
  const mayState = useMayState();
  const [taking, setTaking] = useState(false);
  const { scope, id, kind } = detail.subject;
  const samples = [...new Map(detail.linked.filter((one) => one.item.kind === 'sample').map((one) => [one.item.id, one.item])).values()];
  if (!canRead(session, 'sample') || (kind !== 'remains' && kind !== 'relative' && kind !== 'person')) return null;
  const may = mayState('sample.taken', scope);
  return (
    <Section title={t('samples')} actions={may && <Button size="md" variant="default" onClick={() => setTaking(true)}>{t('takeSample')}</Button>}>
      {samples.length === 0 && <EmptyState>{t('noSample')}</EmptyState>}
      <ul className={classes.list}>
        {samples.map((item) => <li key={item.id}><SubjectLink item={item} /><span>{typeof item.facets['sampleType'] === 'string' ? codeLabel('sampleTypes', item.facets['sampleType']) : ''}</span><StatusBadge kind="sample" status={item.status} /></li>)}
      </ul>
      <FormDialog opened={taking} onClose={() => setTaking(false)} title={t('takeSample')}>
        <StatementForm
          type="sample.taken" scope={scope} subjectKind="sample" fixed={{ [kind]: id }} initial={{ code: nextSampleCode(textOf(detail.item.code) ?? '', samples.map((item) => item.code)) }}
          fields={[
            { name: 'code', required: true, control: (props) => <LineControl {...props} required /> },
            { name: 'sampleType', required: true, control: (props) => <ChoiceControl {...props} list="sampleTypes" required /> },
            { name: 'takenBy', control: (props) => <LineControl {...props} /> },
          ]}
          onDone={() => setTaking(false)} onCancel={() => setTaking(false)}
        />
      </FormDialog>
    </Section>
  );
}
