import { Button, Fieldset, Stack, TextInput } from '@mantine/core';
import type { Json } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../components/index.ts';
import { BilingualControl, ChoiceControl, DateControl, LineControl, SubjectControl, SwitchControl, type ControlProps } from '../controls/index.ts';
import { withPart } from '../controls/with-part.ts';
import { fieldLabel, formatQuantity, listOf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { figureText } from './figure-text.ts';

/** A document, as it is found in the world. */
export function useDocumentFields(): readonly FormField[] {
  return [
    { name: 'title', required: true, control: (props) => <LineControl {...props} required /> },
    { name: 'outlet', required: true, control: (props) => <LineControl {...props} required /> },
    { name: 'publishedOn', control: (props) => <DateControl {...props} /> },
    { name: 'url', control: (props) => <LineControl {...props} /> },
    { name: 'capturedOn', control: (props) => <DateControl {...props} /> },
    { name: 'language', control: (props) => <LineControl {...props} /> },
    { name: 'description', control: (props) => <BilingualControl {...props} lines={2} /> },
  ];
}

/** Who spoke: by name only where the source names them, otherwise by role. */
export function SpeakerControl({ label, value, onChange, error }: ControlProps) {
  const { t } = useTranslation('sources');
  const speaker = recordOf(value);
  // A speaker is always of some type, and either named or not.
  const set = (part: string, next: Json | undefined): void => {
    const changed = recordOf(withPart(speaker, part, next));
    const { named: _, ...rest } = changed;
    onChange(Object.keys(rest).length === 0 ? undefined : { type: 'person', ...changed, named: textOf(changed['name']) !== undefined });
  };
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        <ChoiceControl label={fieldLabel('type')} list="speakerTypes" error={error} value={speaker['type']} onChange={(next) => set('type', next)} />
        <LineControl label={t('speakerName')} description={t('speakerNameHint')} value={speaker['name']} onChange={(next) => set('name', next)} />
        <BilingualControl label={t('speakerRole')} value={speaker['role']} onChange={(next) => set('role', next)} />
        <BilingualControl label={fieldLabel('organisation')} value={speaker['organisation']} onChange={(next) => set('organisation', next)} />
      </Stack>
    </Fieldset>
  );
}

function ChannelControl({ label, value, onChange }: ControlProps) {
  const channel = recordOf(value);
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">{(['outlet', 'medium'] as const).map((part) => <LineControl key={part} label={fieldLabel(part)} value={channel[part]} onChange={(next) => onChange(withPart(channel, part, next))} />)}</Stack>
    </Fieldset>
  );
}

function AboutControl({ label, value, onChange, error }: ControlProps) {
  const about = recordOf(value);
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        <SubjectControl kind="site" label={fieldLabel('site')} error={error} value={about['site']} onChange={(next) => onChange(withPart(about, 'site', next) ?? {})} />
        <LineControl label={fieldLabel('place')} value={about['place']} onChange={(next) => onChange(withPart(about, 'place', next) ?? {})} />
      </Stack>
    </Fieldset>
  );
}

/** Figures as they were said: bound, value, unit; a label such as a number on a cross is marked as no count. */
export function QuantitiesControl({ label, value, onChange, error }: ControlProps) {
  const { t } = useTranslation(['sources', 'common']);
  const language = useLanguage();
  const quantities = listOf(value).map(recordOf);
  const change = (at: number, next: Json | undefined): void => onChange(quantities.map((one, place) => (place === at ? recordOf(next) : one)));
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {error !== undefined && <p role="alert">{error}</p>}
        {quantities.map((quantity, at) => {
          const set = (part: string) => (next: Json | undefined): void => change(at, part === 'value' && next === undefined ? { ...quantity, value: null } : withPart(quantity, part, next));
          return (
            <Fieldset key={at} legend={t('figureNumber', { number: at + 1 })}>
              <Stack gap="xs">
                <ChoiceControl label={fieldLabel('bound')} list="bounds" required value={quantity['bound']} onChange={set('bound')} />
                <FigureInput label={fieldLabel('value')} value={quantity['value']} onChange={set('value')} />
                {quantity['bound'] === 'range' && <FigureInput label={fieldLabel('value2')} value={quantity['value2']} onChange={set('value2')} />}
                <LineControl label={fieldLabel('unit')} description={t('unitHint')} required value={quantity['unit']} onChange={set('unit')} />
                <SwitchControl label={t('isLabel')} description={t('isLabelHint')} value={quantity['ordinal']} onChange={set('ordinal')} />
                <p aria-live="polite"><strong>{formatQuantity(quantity, language)}</strong></p>
                <Button variant="subtle" size="sm" onClick={() => onChange(quantities.filter((_, place) => place !== at))}>{t('common:remove')}</Button>
              </Stack>
            </Fieldset>
          );
        })}
        <Button variant="default" size="md" onClick={() => onChange([...quantities, { bound: 'exact', value: null, unit: '' }])}>{t('addFigure')}</Button>
      </Stack>
    </Fieldset>
  );
}

function FigureInput({ label, value, onChange }: { readonly label: string; readonly value: Json | undefined; readonly onChange: (value: Json | undefined) => void }) {
  return <TextInput size="md" label={label} inputMode="decimal" value={textOf(value) ?? ''} onChange={(event) => onChange(figureText(event.currentTarget.value))} />;
}

/** One attributed statement, by hand. */
export function useClaimFields(): readonly FormField[] {
  const { t } = useTranslation('sources');
  return [
    { name: 'words', required: true, label: t('ownWords'), description: t('ownWordsHint'), control: (props) => <BilingualControl {...props} lines={2} required /> },
    { name: 'claimKind', required: true, control: (props) => <ChoiceControl {...props} list="claimKinds" required /> },
    { name: 'speaker', control: (props) => <SpeakerControl {...props} /> },
    { name: 'channel', control: (props) => <ChannelControl {...props} /> },
    { name: 'quoteType', required: true, control: (props) => <ChoiceControl {...props} list="quoteTypes" required /> },
    { name: 'modality', required: true, control: (props) => <ChoiceControl {...props} list="modalities" required /> },
    { name: 'saidOn', control: (props) => <DateControl {...props} /> },
    { name: 'eventOn', control: (props) => <DateControl {...props} /> },
    { name: 'about', required: true, control: (props) => <AboutControl {...props} /> },
    { name: 'quantities', control: (props) => <QuantitiesControl {...props} /> },
    { name: 'quote', label: t('shortQuote'), control: (props) => <LineControl {...props} /> },
    { name: 'locator', required: true, control: (props) => <LineControl {...props} /> },
  ];
}
