import { parseDateInput, ProblemError, type Problem } from '@imena/problem';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../components/problem-text.tsx';
import { formatEdtf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { ControlProps } from './control.ts';

type Read = { readonly kind: 'empty' } | { readonly kind: 'date'; readonly edtf: string } | { readonly kind: 'problem'; readonly problem: Problem };

/** Reads what somebody typed as a date of any precision. */
export function readDate(text: string): Read {
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'date', edtf: parseDateInput(text).text };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'problem', problem: error.problem };
    throw error;
  }
}

/** A date as people say it: "14.09.2022", "вересень 2022", "about 1950"; shown back in words, kept as EDTF. */
export function DateControl({ label, value, onChange, required, error, description }: ControlProps) {
  const { t } = useTranslation(['common', 'controls']);
  const language = useLanguage();
  const stored = textOf(value) ?? '';
  const [typed, setTyped] = useState<{ readonly text: string; readonly gives: string }>({ text: stored, gives: stored });
  // A value put in from outside (a draft, an emptied form) replaces what was typed; an unreadable text stays.
  const text = typed.gives === stored ? typed.text : stored;
  const read = readDate(text);
  const shownError = error ?? (read.kind === 'problem' ? <ProblemText error={new ProblemError(read.problem)} /> : undefined);
  return (
    <TextInput
      size="md" label={label} required={required ?? false} error={shownError} autoComplete="off" placeholder={t('controls:dateExample')}
      description={read.kind === 'date' ? formatEdtf(read.edtf, language) : (description ?? t('controls:dateHint'))}
      value={text}
      onChange={(event) => {
        const next = readDate(event.currentTarget.value);
        const gives = next.kind === 'date' ? next.edtf : '';
        setTyped({ text: event.currentTarget.value, gives });
        onChange(gives === '' ? undefined : gives);
      }}
    />
  );
}
