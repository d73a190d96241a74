import { Group, Input, NumberInput, Select } from '@mantine/core';
import type { Json } from '@imena/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel, numberOf, recordOf, textOf, withMember } from '../format/index.ts';
import type { ControlProps } from './control.ts';
import { LineControl } from './text-controls.tsx';

const numberFrom = (value: string | number): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/** A whole number. */
export function NumberControl({ label, value, onChange, required, error, description, min, max, suffix }: ControlProps & { readonly min?: number; readonly max?: number; readonly suffix?: string }) {
  return (
    <NumberInput
      size="md" label={label} description={description} error={error} required={required ?? false} allowDecimal={false} inputMode="numeric" hideControls
      {...(min === undefined ? {} : { min })} {...(max === undefined ? {} : { max })} {...(suffix === undefined ? {} : { suffix: ` ${suffix}` })}
      value={numberOf(value) ?? ''} onChange={(next) => onChange(numberFrom(next))}
    />
  );
}

const perUnit = { mm: 1, cm: 10, m: 1000 } as const;
type LengthUnit = keyof typeof perUnit;

function asUnit(text: string | null): LengthUnit {
  return text === 'mm' || text === 'm' ? text : 'cm';
}

/** A length typed in the unit at hand; the statement holds whole millimetres. */
export function LengthControl({ label, value, onChange, required, error, description, unit: firstUnit = 'cm', signed }: ControlProps & { readonly unit?: LengthUnit; readonly signed?: 'signed' }) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<LengthUnit>(firstUnit);
  const lengthMm = numberOf(value);
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <NumberInput
        style={{ flex: 1 }} size="md" label={label} description={description} error={error} required={required ?? false} decimalScale={unit === 'mm' ? 0 : unit === 'cm' ? 1 : 3} decimalSeparator="," allowedDecimalSeparators={['.', ',']} inputMode="decimal" hideControls
        allowNegative={signed === 'signed'} value={lengthMm === undefined ? '' : lengthMm / perUnit[unit]}
        onChange={(next) => {
          const number = numberFrom(next);
          onChange(number === undefined ? undefined : Math.round(number * perUnit[unit]));
        }}
      />
      <Select size="md" w={84} aria-label={`${label}: ${t('unit.mm')}, ${t('unit.cm')}, ${t('unit.m')}`} allowDeselect={false} value={unit} onChange={(next) => setUnit(asUnit(next))} data={(['mm', 'cm', 'm'] as const).map((one) => ({ value: one, label: t(`unit.${one}`) }))} />
    </Group>
  );
}

/** A closed interval of whole numbers with method and population; `perShown` turns shown units into stored ones (10 for centimetres of millimetres). */
export function IntervalControl({ label, value, onChange, required, error, description, unit, perShown = 1 }: ControlProps & { readonly unit: string; readonly perShown?: number }) {
  const interval = recordOf(value);
  const change = (name: string, next: string | number | undefined): void => {
    const changed = withMember<Json>(interval, name, next);
    onChange(Object.keys(changed).length === 0 ? undefined : changed);
  };
  const bound = (name: 'low' | 'high') => (
    <NumberInput
      size="md" style={{ flex: 1 }} aria-label={`${label}: ${fieldLabel(name)}`} placeholder={fieldLabel(name)} hideControls suffix={` ${unit}`} inputMode="decimal" allowNegative={false}
      value={numberOf(interval[name]) === undefined ? '' : (numberOf(interval[name]) ?? 0) / perShown}
      onChange={(next) => {
        const number = numberFrom(next);
        change(name, number === undefined ? undefined : Math.round(number * perShown));
      }}
    />
  );
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error} required={required ?? false} size="md">
      <Group gap="xs" wrap="nowrap" mb="xs">{bound('low')}<span aria-hidden>–</span>{bound('high')}</Group>
      <LineControl label={fieldLabel('method')} value={textOf(interval['method'])} onChange={(next) => change('method', textOf(next))} />
    </Input.Wrapper>
  );
}
