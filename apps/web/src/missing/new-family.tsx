import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAllSubjects } from '../api/index.ts';
import { LoadingState, StatementForm } from '../components/index.ts';
import { LineControl, SubjectControl, type ControlProps } from '../controls/index.ts';
import { listOf, subjectPath } from '../format/index.ts';
import { nextFamilyCode } from './family-code.ts';

/** Registers a family around one or more missing persons. */
export function NewFamily({ office, missing, title, onDone }: { readonly office: string; readonly missing: readonly string[]; readonly title?: string; readonly onDone: () => void }) {
  const { t } = useTranslation('missing');
  const navigate = useNavigate();
  const { data } = useAllSubjects({ kind: 'family' });
  if (data === undefined) return <LoadingState />;
  return (
    <StatementForm
      type="family.registered" basis="told" scope={office} subjectKind="family" initial={{ code: nextFamilyCode(data.map((item) => item.code)), missing, ...(title === undefined ? {} : { title }) }}
      fields={[
        { name: 'code', required: true, control: (props) => <LineControl {...props} required /> },
        { name: 'title', label: t('familyName'), control: (props) => <LineControl {...props} /> },
        { name: 'missing', required: true, control: (props) => <PersonsControl {...props} /> },
      ]}
      onDone={({ subject }) => { onDone(); void navigate({ to: subjectPath('family', subject) }); }} onCancel={onDone}
    />
  );
}

/** The missing persons of a family, one after another. */
function PersonsControl({ label, value, onChange, error }: ControlProps) {
  const persons = [...listOf(value), undefined];
  return (
    <>
      {persons.map((person, at) => (
        <SubjectControl
          key={at} kind="person" label={at === 0 ? label : `${label} ${at + 1}`} value={person} required={at === 0} {...(at === 0 ? { error } : {})}
          onChange={(next) => {
            const changed = persons.map((one, place) => (place === at ? next : one)).filter((one) => one !== undefined);
            onChange(changed.length === 0 ? undefined : [...new Set(changed)]);
          }}
        />
      ))}
    </>
  );
}
