import { useTranslation } from 'react-i18next';
import { useMayState, useSession, type SubjectDetail } from '../api/index.ts';
import { CorrectableFields, Section, StatementButton, type FormField } from '../components/index.ts';
import { ChoiceControl, ProseControl } from '../controls/index.ts';
import { codeLabel, recordOf, textOf } from '../format/index.ts';
import { LowTemplateControl } from './low-template-control.tsx';
import classes from './dna.module.css';

const type = 'profile.low_template_stated';

/** Whether alleles of a profile may be lost or added, with what probability, who says so and on what ground. */
export function LowTemplateSection({ detail, markers }: { readonly detail: SubjectDetail; readonly markers: readonly string[] }) {
  const { t } = useTranslation('lowTemplate');
  const mayState = useMayState();
  const { account } = useSession();
  const standing = detail.subject.fields['lowTemplate'] ?? [];
  const grounds = detail.subject.history.filter((item) => item.type === type && item.state === 'standing').map((item) => recordOf(item.body));
  const fields: readonly FormField[] = [
    { name: 'lowTemplate', required: true, control: (props) => <LowTemplateControl {...props} markers={markers} /> },
    { name: 'ground', label: t('why'), required: true, control: (props) => <ChoiceControl {...props} list="dropOutGrounds" /> },
    { name: 'explanation', description: t('aboutWhy'), required: true, control: (props) => <ProseControl {...props} /> },
  ];
  return (
    <Section title={t('title')}>
      <p className={classes.dimmed}>{t('explained')}</p>
      {standing.length === 0 ? <p>{t('notStated')} {!mayState(type, detail.subject.scope) && t('who')}</p> : (
        <>
          <CorrectableFields detail={detail} fields={['lowTemplate']} forms={{ [type]: fields }} />
          {grounds.map((body, at) => <p key={at}>{t('why')}: {codeLabel('dropOutGrounds', textOf(body['ground']) ?? '')}. {textOf(body['explanation'])}</p>)}
        </>
      )}
      {/* Who stated it corrects it; a colleague who sees it otherwise states that beside it, and somebody decides. */}
      {standing.every(({ by }) => by !== account.id) && <StatementButton detail={detail} type={type} basis="measured" label={t('state')} fields={fields} />}
    </Section>
  );
}
