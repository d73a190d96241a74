import { Select } from '@mantine/core';
import { useEffect } from 'react';
import type { Item } from '../api/index.ts';

/** An office has no code of its own: there the beginning of its id stands, which says nothing to people. */
function labelOf({ id, code, title }: Item): string {
  if (title === '') return code;
  return id.startsWith(code) ? title : `${code} ${title}`;
}

/** One of a few sites or offices; the only one is chosen already. */
export function ChoiceOfSubject({ label, items, value, onChange }: { readonly label: string; readonly items: readonly Item[]; readonly value: string | undefined; readonly onChange: (id: string | undefined) => void }) {
  const only = items.length === 1 ? items[0]?.id : undefined;
  useEffect(() => {
    if (value === undefined && only !== undefined) onChange(only);
  }, [value, only, onChange]);
  return <Select size="md" label={label} required searchable data={items.map((item) => ({ value: item.id, label: labelOf(item) }))} value={value ?? null} onChange={(next) => onChange(next ?? undefined)} />;
}
