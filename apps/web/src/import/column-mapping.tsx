import { Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { parseMapping, targets, type Mapping, type TargetName } from '@imena/exchange';
import type { Json } from '@imena/problem';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing } from '../api/index.ts';
import { ErrorNote } from '../components/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useSavedMappings } from './use-register-context.ts';
import type { OpenedTable } from './worker-protocol.ts';
import classes from './import.module.css';

/** Which column gives which field: guessed, shown, corrected, saved under a name and used again. */
export function ColumnMapping({ target, opened, mapping, onMapping }: { readonly target: TargetName; readonly opened: OpenedTable; readonly mapping: Mapping; readonly onMapping: (mapping: Mapping) => void }) {
  const { t } = useTranslation(['import', 'common']);
  const language = useLanguage();
  const setColumn = (field: string, column: string | null): void => {
    const { [field]: _, ...rest } = mapping.columns;
    onMapping({ ...mapping, columns: column === null ? rest : { ...rest, [field]: column } });
  };
  const taken = new Set(Object.values(mapping.columns));
  const unused = opened.columns.filter((column) => !taken.has(column));
  return (
    <>
      <p className={classes.note}>{t('mappingExplained')}</p>
      <div className={classes.mapping}>
        {targets[target].fields.map(({ field, label, required }) => (
          <Select
            key={field} size="md" label={label[language]} required={required} clearable searchable placeholder={t('noColumn')}
            data={opened.columns.filter((column) => mapping.columns[field] === column || !taken.has(column))} value={mapping.columns[field] ?? null} onChange={(column) => setColumn(field, column)}
          />
        ))}
      </div>
      {unused.length > 0 && <p className={classes.note}>{t('unusedColumns', { columns: unused.join(', ') })}</p>}
      <Group my="md">
        <Switch size="md" label={t('decimalComma')} checked={mapping.options.decimalComma === true} onChange={(event) => onMapping({ ...mapping, options: { ...mapping.options, decimalComma: event.currentTarget.checked } })} />
        <Select
          size="md" aria-label={t('dateOrder')} placeholder={t('dateOrder')} clearable value={mapping.options.dateOrder ?? null}
          data={[{ value: 'day-first', label: t('dayFirst') }, { value: 'month-first', label: t('monthFirst') }]}
          onChange={(next) => {
            const { dateOrder: _, ...options } = mapping.options;
            onMapping({ ...mapping, options: next === 'day-first' || next === 'month-first' ? { ...options, dateOrder: next } : options });
          }}
        />
      </Group>
      <SavedMappings target={target} mapping={mapping} columns={opened.columns} onMapping={onMapping} />
    </>
  );
}

function SavedMappings({ target, mapping, columns, onMapping }: { readonly target: TargetName; readonly mapping: Mapping; readonly columns: readonly string[]; readonly onMapping: (mapping: Mapping) => void }) {
  const { t } = useTranslation(['import', 'common']);
  const client = useQueryClient();
  const { data: saved = [] } = useSavedMappings(target);
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const use = (chosen: string | null): void => {
    const found = saved.find((one) => one.name === chosen);
    if (found === undefined) return;
    setError(null);
    try {
      const read = parseMapping(found.mapping);
      // Columns that this file does not have are shown as not mapped, not silently mapped to something else.
      onMapping({ ...read, columns: Object.fromEntries(Object.entries(read.columns).filter(([, column]) => columns.includes(column))) });
    } catch (trouble) {
      setError(trouble);
    }
  };
  const save = async (): Promise<void> => {
    setError(null);
    try {
      await requestNothing(`/mappings/${target}`, { method: 'PUT', body: { name: name.trim(), mapping: mapping as unknown as Json } });
      await client.invalidateQueries({ queryKey: ['mappings', target] });
      setName('');
    } catch (trouble) {
      setError(trouble);
    }
  };
  return (
    <>
      <Group align="flex-end" mb="md">
        {saved.length > 0 && <Select size="md" label={t('useSaved')} data={saved.map((one) => one.name)} value={null} onChange={use} />}
        <TextInput size="md" label={t('saveAs')} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        <Button size="md" variant="default" disabled={name.trim() === ''} onClick={() => void save()}>{t('saveMapping')}</Button>
      </Group>
      <ErrorNote error={error} />
    </>
  );
}
