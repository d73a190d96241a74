import { Button, Fieldset, Group, Stack } from '@mantine/core';
import type { Json } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { fieldLabel, listOf, recordOf } from '../format/index.ts';
import { ChoiceControl } from './choice-control.tsx';
import type { ControlProps } from './control.ts';
import { LineControl } from './text-controls.tsx';
import { withPart } from './with-part.ts';

/** Numbers on implants, documents and devices, as read. */
export function NumberedThingsControl({ label, value, onChange, error }: ControlProps) {
  const { t } = useTranslation(['controls', 'common']);
  const things = listOf(value);
  const change = (at: number, next: Json | undefined): void => {
    const left = things.flatMap((thing, place) => (place !== at ? [thing] : next === undefined ? [] : [next]));
    onChange(left.length === 0 ? undefined : left);
  };
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        {things.map(recordOf).map((thing, at) => (
          <Group key={at} grow align="flex-end" preventGrowOverflow={false}>
            <ChoiceControl label={fieldLabel('thing')} list="numberedKinds" required value={thing['thing']} onChange={(next) => change(at, withPart(thing, 'thing', next))} />
            <LineControl label={fieldLabel('number')} required error={at === 0 ? error : undefined} value={thing['number']} onChange={(next) => change(at, withPart(thing, 'number', next))} />
            <Button size="md" variant="default" aria-label={`${fieldLabel('number')} ${at + 1}: ${t('common:remove')}`} onClick={() => change(at, undefined)}>{t('common:remove')}</Button>
          </Group>
        ))}
        <Button size="md" variant="default" onClick={() => onChange([...things, { thing: 'implant' }])}>{t('addNumber')}</Button>
      </Stack>
    </Fieldset>
  );
}
