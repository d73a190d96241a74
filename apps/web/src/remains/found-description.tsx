import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { CorrectableFields, EmptyState, Section, StatementButton, type FormField } from '../components/index.ts';
import { ChoiceControl, DateControl, LineControl, NumberedThingsControl, OrAbsentControl, PlaceControl, ToothChartControl } from '../controls/index.ts';

const lines = ['hair', 'eyes', 'marks', 'clothing', 'belongings'] as const;
const shown = ['foundAt', 'deathDate', ...lines, 'military', 'numbers', 'toothChart'] as const;

const form: readonly FormField[] = [
  { name: 'foundAt', control: (props) => <PlaceControl {...props} /> },
  { name: 'deathDate', control: (props) => <OrAbsentControl {...props} control={(own) => <DateControl {...own} />} /> },
  ...lines.map((name): FormField => ({ name, control: (props) => <OrAbsentControl {...props} control={(own) => <LineControl {...own} />} /> })),
  { name: 'military', control: (props) => <OrAbsentControl {...props} control={(own) => <ChoiceControl {...own} list="militaryStatuses" />} /> },
  { name: 'numbers', control: (props) => <OrAbsentControl {...props} control={(own) => <NumberedThingsControl {...own} />} /> },
  { name: 'toothChart', control: (props) => <OrAbsentControl {...props} control={(own) => <ToothChartControl {...own} />} /> },
];

/** What is seen of the remains and on them: the same that a family is asked for, so that both can be compared. */
export function FoundDescription({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('remains');
  const isDescribed = shown.some((field) => (detail.subject.fields[field]?.length ?? 0) > 0);
  return (
    <Section title={t('found')} actions={<StatementButton detail={detail} type="remains.described" label={t('describe')} fields={form} />}>
      {!isDescribed && <EmptyState>{t('notDescribed')}</EmptyState>}
      {isDescribed && <CorrectableFields detail={detail} fields={shown} forms={{ 'remains.described': form }} hideEmpty="hideEmpty" />}
    </Section>
  );
}
