import { Textarea, TextInput } from '@mantine/core';
import { recordOf, textOf, withMember } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { languageNames, languages } from '../i18n/languages.ts';
import type { ControlProps } from './control.ts';

const emptyToNothing = (text: string): string | undefined => (text === '' ? undefined : text);

/** One line of text. */
export function LineControl({ label, value, onChange, required, error, description, autoComplete = 'off' }: ControlProps & { readonly autoComplete?: string }) {
  return <TextInput size="md" label={label} description={description} required={required ?? false} error={error} autoComplete={autoComplete} value={textOf(value) ?? ''} onChange={(event) => onChange(emptyToNothing(event.currentTarget.value))} />;
}

/** Several lines of text. */
export function ProseControl({ label, value, onChange, required, error, description }: ControlProps) {
  return <Textarea size="md" label={label} description={description} required={required ?? false} error={error} autosize minRows={3} maxRows={16} value={textOf(value) ?? ''} onChange={(event) => onChange(emptyToNothing(event.currentTarget.value))} />;
}

/** Words in one or both languages; the reader's own language first. */
export function BilingualControl({ label, value, onChange, required, error, description, lines = 1 }: ControlProps & { readonly lines?: number }) {
  const language = useLanguage();
  const words = recordOf(value);
  const ordered = [language, ...languages.filter((one) => one !== language)];
  return (
    <div>
      {ordered.map((one, place) => (
        <Textarea
          key={one} size="md" lang={one} mt={place === 0 ? 0 : 'xs'} autosize minRows={lines} required={required === true && place === 0 && Object.keys(words).length === 0}
          label={`${label} (${languageNames[one]})`} {...(place === 0 ? { error, description } : {})}
          value={textOf(words[one]) ?? ''}
          onChange={(event) => {
            const next = withMember(words, one, emptyToNothing(event.currentTarget.value.replace(/\n/g, ' ')));
            onChange(Object.keys(next).length === 0 ? undefined : next);
          }}
        />
      ))}
    </div>
  );
}
