import { Button, Combobox, InputBase, Select, TextInput, useCombobox } from '@mantine/core';
import { isUuid } from '@imena/ledger';
import { statementTypes } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useSearch } from '../api/index.ts';
import { ProblemText, SubjectLink } from '../components/index.ts';
import { kindLabel, typeLabel } from '../format/index.ts';
import type { EntryConditions } from './ledger-api.ts';
import { useScopes } from './ledger-words.ts';
import classes from './ledger.module.css';

/** Scope, statement, subject; and a way to one entry by its id. */
export function EntryFilters({ conditions, onChange }: { readonly conditions: EntryConditions; readonly onChange: (change: EntryConditions) => void }) {
  const { t } = useTranslation('ledger');
  const scopes = useScopes();
  const types = [...statementTypes.keys()].map((value) => ({ value, label: typeLabel(value) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className="no-print">
      <div className={classes.filters}>
        <Select size="md" label={t('filterScope')} placeholder={t('allScopes')} clearable searchable data={[...scopes.values()].map((item) => ({ value: item.id, label: item.title === '' ? item.code : item.title }))} value={conditions.scope ?? null} onChange={(scope) => onChange({ scope: scope ?? undefined })} />
        <Select size="md" label={t('filterType')} placeholder={t('allTypes')} clearable searchable data={types} value={conditions.type ?? null} onChange={(type) => onChange({ type: type ?? undefined })} />
        {conditions.subject === undefined && <SubjectFilter onChoose={(subject) => onChange({ subject })} />}
        <FindEntry />
      </div>
      {conditions.type !== undefined && <p className={classes.hint}>{t('typeFilterNote')}</p>}
      {conditions.subject !== undefined && <ChosenSubject id={conditions.subject} onClear={() => onChange({ subject: undefined })} />}
    </div>
  );
}

function SubjectFilter({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const { t } = useTranslation(['ledger', 'common']);
  const [text, setText] = useState('');
  const words = text.trim();
  const box = useCombobox();
  const { items, error } = useSearch(words);
  return (
    <Combobox store={box} onOptionSubmit={(id) => { onChoose(id); box.closeDropdown(); }}>
      <Combobox.Target>
        <InputBase size="md" label={t('filterSubject')} placeholder={t('findSubject')} autoComplete="off" value={text} onChange={(event) => { setText(event.currentTarget.value); box.openDropdown(); }} onBlur={() => box.closeDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words === ''}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {items?.map((item) => <Combobox.Option key={item.id} value={item.id}>{kindLabel(item.kind)} <strong>{item.code}</strong> {item.title}</Combobox.Option>)}
          {items?.length === 0 && <Combobox.Empty>{t('common:searchNothing')}</Combobox.Empty>}
          {words !== '' && items === undefined && <Combobox.Empty>{error === null ? t('common:loading') : <ProblemText error={error} />}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function ChosenSubject({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const { t } = useTranslation('ledger');
  const { data, error } = useQuery(subjectQuery(id));
  return (
    <div className={classes.subject}>
      {data !== undefined && <span>{t('onlySubject', { name: kindLabel(data.item.kind) })} <SubjectLink item={data.item} /></span>}
      {data === undefined && error !== null && <span>{t('onlySubject', { name: t('subjectHidden') })}</span>}
      <Button variant="default" onClick={onClear}>{t('showAll')}</Button>
    </div>
  );
}

function FindEntry() {
  const { t } = useTranslation('ledger');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = text.trim().toLowerCase();
  const open = (): void => {
    setWrong(!isUuid(id));
    if (isUuid(id)) void navigate({ to: `/ledger/${id}` });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); open(); }}>
      <TextInput
        size="md" label={t('findEntry')} placeholder={t('findEntryHint')} autoComplete="off" spellCheck={false} value={text} error={wrong ? t('notAnId') : undefined} onChange={(event) => { setText(event.currentTarget.value); setWrong(false); }}
        rightSectionWidth="auto" rightSection={id === '' ? null : <Button type="submit" size="compact-md" mr={4}>{t('openEntry')}</Button>}
      />
    </form>
  );
}
