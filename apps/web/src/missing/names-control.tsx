import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceControl, LineControl, type ControlProps } from '../controls/index.ts';
import { fieldLabel, listOf, recordOf } from '../format/index.ts';
import { changeName, nameFields, type NameForm } from './name-parts.ts';

/** The forms of a person's name, in parts and by script; none is rewritten into another. */
export function NamesControl({ value, onChange, error }: ControlProps) {
  const { t } = useTranslation(['missing', 'common']);
  const names: readonly NameForm[] = listOf(value).length === 0 ? [{ kind: 'as_said', script: 'Cyrl' }] : listOf(value).map(recordOf);
  const change = (at: number, next: NameForm): void => onChange(names.map((name, place) => (place === at ? next : name)));
  return (
    <Stack gap="sm">
      {names.map((name, at) => (
        <NameFields key={at} name={name} legend={t('nameForm', { number: at + 1 })} error={at === 0 ? error : undefined} onChange={(next) => change(at, next)} {...(names.length > 1 ? { onRemove: () => onChange(names.filter((_, place) => place !== at)) } : {})} />
      ))}
      <Button variant="default" size="md" onClick={() => onChange([...names, { kind: 'on_document', script: 'Latn' }])}>{t('addName')}</Button>
    </Stack>
  );
}

/** One form of a name. */
export function NameFields({ name, legend, onChange, onRemove, error }: { readonly name: NameForm; readonly legend: string; readonly onChange: (name: NameForm) => void; readonly onRemove?: () => void; readonly error?: string | undefined }) {
  const { t } = useTranslation(['missing', 'common']);
  return (
    <Fieldset legend={legend}>
      <Stack gap="xs">
        {nameFields.map((part) => <LineControl key={part} label={part === 'full' ? t('fullName') : fieldLabel(part)} value={name[part]} error={part === 'surname' ? error : undefined} onChange={(next) => onChange(changeName(name, part, next))} />)}
        <Group grow align="flex-start">
          <ChoiceControl label={fieldLabel('kind')} list="nameKinds" required value={name['kind']} onChange={(next) => onChange(changeName(name, 'kind', next))} />
          <ChoiceControl label={fieldLabel('script')} list="scripts" required value={name['script']} onChange={(next) => onChange(changeName(name, 'script', next))} />
        </Group>
        {onRemove !== undefined && <Button variant="subtle" size="sm" onClick={onRemove}>{t('common:remove')}</Button>}
      </Stack>
    </Fieldset>
  );
}
