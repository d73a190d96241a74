import { Chip, Input, MultiSelect, Select, Switch } from '@mantine/core';
import { codeLists } from '@imena/record';
import { useId } from 'react';
import { codeLabel, listOf, textOf, type CodeListName } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ControlProps } from './control.ts';

const mostChips = 7;

/** One value of a code list: large chips where they are few, a list where they are many. */
export function ChoiceControl({ list, only, label, value, onChange, required, error, description }: ControlProps & { readonly list: CodeListName; readonly only?: readonly string[] }) {
  useLanguage();
  const labelId = useId();
  const values: readonly string[] = only ?? codeLists[list];
  const chosen = textOf(value) ?? null;
  if (values.length > mostChips) {
    return <Select size="md" label={label} description={description} error={error} required={required ?? false} clearable={required !== true} searchable data={values.map((one) => ({ value: one, label: codeLabel(list, one) }))} value={chosen} onChange={(next) => onChange(next ?? undefined)} />;
  }
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id: labelId }} description={description} error={error} required={required ?? false} size="md">
      <Chip.Group value={chosen ?? ''} onChange={(next) => onChange(next === '' ? undefined : next)}>
        <div role="radiogroup" aria-labelledby={labelId} style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', paddingTop: '0.25rem' }}>
          {values.map((one) => (
            <Chip key={one} value={one} size="md" radius="sm" onClick={() => chosen === one && required !== true && onChange(undefined)}>{codeLabel(list, one)}</Chip>
          ))}
        </div>
      </Chip.Group>
    </Input.Wrapper>
  );
}

/** Several values of a code list. */
export function ChoicesControl({ list, label, value, onChange, required, error, description }: ControlProps & { readonly list: CodeListName }) {
  useLanguage();
  const values: readonly string[] = codeLists[list];
  return (
    <MultiSelect
      size="md" label={label} description={description} error={error} required={required ?? false} searchable
      data={values.map((one) => ({ value: one, label: codeLabel(list, one) }))}
      value={listOf(value).filter((one) => typeof one === 'string')}
      onChange={(next) => onChange(next.length === 0 ? undefined : next)}
    />
  );
}

/** Yes, or left out. `whenOff` false states "no" instead of leaving it out. */
export function SwitchControl({ label, value, onChange, description, whenOff }: ControlProps & { readonly whenOff?: false }) {
  return <Switch size="md" label={label} description={description} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked ? true : whenOff)} />;
}
