import type { Json } from '@imena/problem';
import { stableText } from '@imena/record';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFreeCode } from '../api/index.ts';
import { QueryView, StatementForm } from '../components/index.ts';
import { LineControl, SubjectControl, type ControlProps } from '../controls/index.ts';
import { listOf, subjectPath } from '../format/index.ts';
import { familyCode, nextFamilyNumber } from './family-code.ts';

/** Registers a family around one or more missing persons. */
export function NewFamily({ office, missing, title, onDone }: { readonly office: string; readonly missing: readonly string[]; readonly title?: string; readonly onDone: () => void }) {
  const { t } = useTranslation('missing');
  const navigate = useNavigate();
  const code = useFreeCode({ kind: 'family', nextNumber: nextFamilyNumber, codeOf: familyCode });
  return <QueryView query={code}>{(free) => (
    <StatementForm
      type="family.registered" basis="told" scope={office} subjectKind="family" initial={{ code: free, missing, ...(title === undefined ? {} : { title }) }}
      fields={[
        { name: 'code', required: true, control: (props) => <LineControl {...props} required /> },
        { name: 'title', label: t('familyName'), control: (props) => <LineControl {...props} /> },
        { name: 'missing', required: true, control: (props) => <PersonsControl {...props} /> },
      ]}
      onDone={({ subject }) => { onDone(); void navigate({ to: subjectPath('family', subject) }); }} onCancel={onDone}
    />
  )}</QueryView>;
}

const filled = (rows: readonly (Json | undefined)[]): readonly Json[] => rows.filter((row) => row !== undefined);

/** The missing persons of a family, one after another; a row that is emptied keeps its place, and what is typed into the others theirs. */
function PersonsControl({ label, value, onChange, error }: ControlProps) {
  const [rows, setRows] = useState<readonly (Json | undefined)[]>([]);
  const stated = listOf(value);
  const standing = stableText(filled(rows)) === stableText(stated) ? rows : stated;
  const persons = standing.length > 0 && standing.at(-1) === undefined ? standing : [...standing, undefined];
  return (
    <>
      {persons.map((person, at) => (
        <SubjectControl
          key={at} kind="person" label={at === 0 ? label : `${label} ${at + 1}`} value={person} required={at === 0} {...(at === 0 ? { error } : {})}
          onChange={(next) => {
            const changed = persons.map((one, place) => (place === at ? next : one));
            const distinct = [...new Set(filled(changed))];
            setRows(distinct.length === filled(changed).length ? changed : distinct);
            onChange(distinct.length === 0 ? undefined : distinct);
          }}
        />
      ))}
    </>
  );
}
