import { Group, Input, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceControl, IntervalControl, LineControl, OrAbsentControl, ProseControl, type ControlProps } from '../controls/index.ts';
import type { FormField } from '../components/index.ts';
import { fieldLabel, recordOf, textOf } from '../format/index.ts';
import { withPart } from '../controls/with-part.ts';
import classes from './remains.module.css';

/** What the examiner knew of the presumed name; asked before anything else, because later nobody remembers. */
export function ExposureControl({ label, value, onChange, error }: ControlProps) {
  const { t } = useTranslation(['remains', 'common']);
  const exposure = recordOf(value);
  const knew = exposure['knew'];
  const part = (name: 'what' | 'from' | 'since') => <LineControl label={t(`exposure.${name}`)} value={exposure[name]} onChange={(next) => onChange(withPart(exposure, name, next))} />;
  return (
    <Stack gap="xs">
      <Radio.Group size="md" label={label} description={t('exposure.explained')} required error={error} value={knew === true ? 'yes' : knew === false ? 'no' : ''} onChange={(next) => onChange(next === 'yes' ? { knew: true } : { knew: false })}>
        <Group mt="xs"><Radio size="md" value="no" label={t('exposure.no')} required /><Radio size="md" value="yes" label={t('exposure.yes')} /></Group>
      </Radio.Group>
      {knew === true && <>{part('what')}{part('from')}{part('since')}<p className={classes.note}>{t('exposure.notBlocked')}</p></>}
    </Stack>
  );
}

function SexFoundControl({ label, value, onChange, error }: ControlProps) {
  const found = recordOf(value);
  return (
    <Input.Wrapper label={label} labelElement="div" size="md" error={error}>
      <ChoiceControl label="" list="sexes" only={['male', 'female', 'undetermined']} value={found['value']} onChange={(next) => onChange(withPart(found, 'value', next))} />
      {textOf(found['value']) !== undefined && <LineControl label={fieldLabel('method')} value={found['method']} onChange={(next) => onChange(withPart(found, 'method', next))} />}
    </Input.Wrapper>
  );
}

/** The short examination: each finding is a value with its method, or the reason why there is none. */
export function useExaminationFields(): readonly FormField[] {
  const { t } = useTranslation(['remains', 'common']);
  return [
    { name: 'exposure', required: true, label: t('exposure.question'), control: (props) => <ExposureControl {...props} /> },
    { name: 'examiner', required: true, control: (props) => <LineControl {...props} /> },
    { name: 'sex', control: (props) => <OrAbsentControl {...props} control={(own) => <SexFoundControl {...own} />} /> },
    { name: 'ageYears', control: (props) => <OrAbsentControl {...props} control={(own) => <IntervalControl {...own} unit={t('common:unit.years')} />} /> },
    { name: 'statureMm', control: (props) => <OrAbsentControl {...props} control={(own) => <IntervalControl {...own} unit={t('common:unit.cm')} perShown={10} />} /> },
    { name: 'injuries', control: (props) => <OrAbsentControl {...props} control={(own) => <ProseControl {...own} />} /> },
    { name: 'findings', control: (props) => <ProseControl {...props} /> },
  ];
}
