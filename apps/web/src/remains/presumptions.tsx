import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { EmptyState, OriginLine, Section, StatementButton, SubjectLink } from '../components/index.ts';
import { ChoiceControl, LineControl, ProseControl, SubjectControl } from '../controls/index.ts';
import { codeLabel, textOf } from '../format/index.ts';
import classes from './remains.module.css';

/** Whom somebody took the remains for, and why; kept apart from every identification. */
export function Presumptions({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const presumptions = detail.subject.lists['presumptions'] ?? [];
  return (
    <Section
      title={t('presumptions')}
      actions={<StatementButton detail={detail} type="remains.presumed" label={t('presume')} fields={[
        { name: 'ground', required: true, control: (props) => <ChoiceControl {...props} list="presumptionGrounds" required /> },
        { name: 'name', label: t('presumedName'), control: (props) => <LineControl {...props} /> },
        { name: 'person', label: t('presumedPerson'), control: (props) => <SubjectControl {...props} kind="person" /> },
        { name: 'explanation', control: (props) => <ProseControl {...props} /> },
      ]} />}
    >
      <p className={classes.note}>{t('presumptionExplained')}</p>
      {presumptions.length === 0 && <EmptyState>{t('noPresumption')}</EmptyState>}
      {presumptions.map((item) => {
        const { ground, name, person, explanation } = item.value;
        const linked = detail.linked.find((one) => one.item.id === person)?.item;
        return (
          <div key={item.entry} className={classes.presumption}>
            <p><strong>{textOf(name) ?? ''}</strong> {linked !== undefined && <SubjectLink item={linked} />}</p>
            <p>{codeLabel('presumptionGrounds', textOf(ground) ?? '')}{textOf(explanation) === undefined ? '' : `: ${textOf(explanation) ?? ''}`}</p>
            <OriginLine origin={item} />
          </div>
        );
      })}
    </Section>
  );
}
