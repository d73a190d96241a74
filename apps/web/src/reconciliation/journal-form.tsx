import { StatementForm } from '../components/index.ts';
import { ChoiceControl, DateControl, LineControl, NumberControl } from '../controls/index.ts';

/** One line of a burial journal, typed from the page. */
export function JournalForm({ site, scope, close }: { readonly site: string; readonly scope: string; readonly close: () => void }) {
  return <StatementForm
    type="burial.listed" basis="document" scope={scope} subjectKind="burial_record" fixed={{ site }}
    fields={[
      { name: 'journal', control: (props) => <LineControl {...props} /> },
      { name: 'number', control: (props) => <LineControl {...props} /> },
      { name: 'name', control: (props) => <LineControl {...props} /> },
      { name: 'sex', control: (props) => <ChoiceControl {...props} list="sexes" /> },
      { name: 'birthDate', control: (props) => <DateControl {...props} /> },
      { name: 'deathDate', control: (props) => <DateControl {...props} /> },
      { name: 'buriedOn', control: (props) => <DateControl {...props} /> },
      { name: 'people', control: (props) => <NumberControl {...props} min={1} max={1000} /> },
      { name: 'plot', control: (props) => <LineControl {...props} /> },
    ]}
    onDone={close} onCancel={close}
  />;
}
