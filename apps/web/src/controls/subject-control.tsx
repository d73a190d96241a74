import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SubjectKind } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useSubjects } from '../api/index.ts';
import { textOf } from '../format/index.ts';
import type { ControlProps } from './control.ts';

const mostShown = 50;

/** Another subject, found by any of its numbers or names. `linkedTo` narrows: `{'link.site': id}`. */
export function SubjectControl({ kind, scope, linkedTo, label, value, onChange, required, error, description }: ControlProps & {
  readonly kind: SubjectKind;
  readonly scope?: string;
  readonly linkedTo?: Readonly<Record<`link.${string}`, string>>;
}) {
  const { t } = useTranslation();
  const chosen = textOf(value);
  const [query, setQuery] = useState<string | null>(null);
  const [q] = useDebouncedValue(query ?? '', 150);
  const box = useCombobox();
  const { data, error: trouble, isPlaceholderData } = useSubjects({ kind, scope, q: q.trim() === '' ? undefined : q, sort: 'code', ...linkedTo });
  // A list for other words would be taken for the answer to these.
  const items = isPlaceholderData || (query ?? '') !== q ? undefined : data?.pages[0]?.items;
  const inList = data?.pages[0]?.items.find((item) => item.id === chosen);
  const fetched = useQuery({ ...subjectQuery(chosen ?? ''), enabled: chosen !== undefined && inList === undefined });
  const shown = inList ?? (chosen === undefined ? undefined : fetched.data?.item);
  const text = query ?? (shown === undefined ? '' : `${shown.code} ${shown.title}`.trim());
  return (
    <Combobox store={box} onOptionSubmit={(id) => { onChange(id); setQuery(null); box.closeDropdown(); }}>
      <Combobox.Target>
        <InputBase
          size="md" label={label} description={description} error={error} required={required ?? false} autoComplete="off" placeholder={t('searchPlaceholder')} value={text}
          rightSection={<Combobox.Chevron />} rightSectionPointerEvents="none"
          onChange={(event) => { setQuery(event.currentTarget.value); box.openDropdown(); if (event.currentTarget.value === '') onChange(undefined); }}
          onClick={() => box.openDropdown()} onFocus={() => box.openDropdown()} onBlur={() => { box.closeDropdown(); setQuery(null); }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {items?.slice(0, mostShown).map((item) => <Combobox.Option key={item.id} value={item.id}><strong>{item.code}</strong> {item.title}</Combobox.Option>)}
          {(items === undefined || items.length === 0) && <Combobox.Empty>{t(items !== undefined ? 'nothingFound' : trouble === null ? 'loading' : 'errorTitle')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
