import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel, isAbsent, recordOf } from '../format/index.ts';
import { ChoiceControl } from './choice-control.tsx';
import type { ControlProps } from './control.ts';

/** A value, or the reason why there is none: five reasons that are five different statements. */
export function OrAbsentControl({ control, ...props }: ControlProps & { readonly control: (props: ControlProps) => ReactNode }) {
  const { t } = useTranslation(['common', 'controls']);
  const absent = isAbsent(props.value);
  return (
    <div>
      {absent
        ? <ChoiceControl {...props} label={`${props.label}: ${fieldLabel('absent')}`} list="absences" required value={recordOf(props.value)['absent']} onChange={(next) => props.onChange(next === undefined ? undefined : { absent: next })} />
        : control(props)}
      <Checkbox mt="xs" size="sm" label={t('controls:noValue')} aria-label={`${props.label}: ${t('controls:noValue')}`} checked={absent} onChange={(event) => props.onChange(event.currentTarget.checked ? { absent: 'not_observed' } : undefined)} />
    </div>
  );
}
