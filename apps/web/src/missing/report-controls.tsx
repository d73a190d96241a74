import { Fieldset, Group, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceControl, ChoicesControl, DateControl, IntervalControl, LineControl, NumberedThingsControl, OrAbsentControl, PlaceControl, ProseControl, ToothChartControl, type ControlProps } from '../controls/index.ts';
import type { FormField } from '../components/index.ts';
import { withPart } from '../controls/with-part.ts';
import { fieldLabel, recordOf } from '../format/index.ts';
import { NamesControl } from './names-control.tsx';

/** Who reported: name, relation, language. */
export function InformantControl({ label, value, onChange, error }: ControlProps) {
  const informant = recordOf(value);
  const set = (part: string) => (next: Parameters<ControlProps['onChange']>[0]): void => onChange(withPart(informant, part, next));
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        <ChoiceControl label={fieldLabel('relation')} list="relations" required error={error} value={informant['relation']} onChange={set('relation')} />
        {(['name', 'relationAsTold', 'contact', 'language'] as const).map((part) => <LineControl key={part} label={part === 'name' ? fieldLabel('informant') : fieldLabel(part)} value={informant[part]} onChange={set(part)} />)}
      </Stack>
    </Fieldset>
  );
}

/** Whether the informant agreed, to what and when. Not asked is left out, and is something else than no. */
export function ConsentControl({ label, value, onChange }: ControlProps) {
  const { t } = useTranslation(['missing', 'common']);
  const consent = recordOf(value);
  const given = consent['given'];
  return (
    <Fieldset legend={label}>
      <Radio.Group aria-label={label} value={given === true ? 'given' : given === false ? 'refused' : 'unsaid'} onChange={(next) => onChange(next === 'unsaid' ? undefined : { ...consent, purposes: consent['purposes'] ?? [], given: next === 'given' })}>
        <Group>{(['given', 'refused', 'unsaid'] as const).map((one) => <Radio key={one} size="md" value={one} label={t(`consent.${one}`)} />)}</Group>
      </Radio.Group>
      {given !== undefined && (
        <Stack gap="xs" mt="xs">
          <ChoicesControl label={fieldLabel('purposes')} list="consentPurposes" value={consent['purposes']} onChange={(next) => onChange({ ...consent, purposes: next ?? [] })} />
          <DateControl label={fieldLabel('on')} value={consent['on']} onChange={(next) => onChange(withPart(consent, 'on', next))} />
        </Stack>
      )}
    </Fieldset>
  );
}

/** When, where and how the person was last seen. */
export function LastSeenControl({ label, value, onChange }: ControlProps) {
  const seen = recordOf(value);
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        <DateControl label={fieldLabel('when')} value={seen['when']} onChange={(next) => onChange(withPart(seen, 'when', next))} />
        <PlaceControl label={fieldLabel('place')} value={seen['place']} onChange={(next) => onChange(withPart(seen, 'place', next))} />
        <ProseControl label={fieldLabel('circumstances')} value={seen['circumstances']} onChange={(next) => onChange(withPart(seen, 'circumstances', next))} />
      </Stack>
    </Fieldset>
  );
}

const lines = ['hair', 'eyes', 'marks', 'clothing', 'belongings', 'teeth', 'medical'] as const;

/** What describes a person, asked in the order in which people tell it. */
export function useDescriptionFields(): readonly FormField[] {
  const { t } = useTranslation(['missing', 'common']);
  return [
    { name: 'names', control: (props) => <NamesControl {...props} /> },
    { name: 'sex', control: (props) => <ChoiceControl {...props} list="sexes" /> },
    { name: 'birthDate', control: (props) => <DateControl {...props} /> },
    { name: 'birthPlace', control: (props) => <LineOfPlace {...props} /> },
    { name: 'residence', control: (props) => <LineOfPlace {...props} /> },
    { name: 'lastSeen', control: (props) => <LastSeenControl {...props} /> },
    { name: 'statureMm', control: (props) => <IntervalControl {...props} unit={t('common:unit.cm')} perShown={10} /> },
    ...lines.map((name): FormField => ({ name, control: (props) => <LineControl {...props} /> })),
    { name: 'military', control: (props) => <OrAbsentControl {...props} control={(own) => <ChoiceControl {...own} list="militaryStatuses" />} /> },
    { name: 'numbers', control: (props) => <OrAbsentControl {...props} control={(own) => <NumberedThingsControl {...own} />} /> },
    { name: 'toothChart', control: (props) => <OrAbsentControl {...props} control={(own) => <ToothChartControl {...own} />} /> },
  ];
}

/** A place of which only the words matter. */
function LineOfPlace({ value, onChange, ...props }: ControlProps) {
  const place = recordOf(value);
  return <LineControl {...props} value={place['asSaid']} onChange={(next) => onChange(withPart(place, 'asSaid', next))} />;
}

export function useReportFields(): readonly FormField[] {
  const { t } = useTranslation(['missing', 'common']);
  return [
    { name: 'informant', required: true, label: t('whoReports'), control: (props) => <InformantControl {...props} /> },
    { name: 'consent', label: t('consentTitle'), control: (props) => <ConsentControl {...props} /> },
    ...useDescriptionFields(),
    { name: 'reportCode', control: (props) => <LineControl {...props} /> },
  ];
}
