import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch, type Item } from '../api/index.ts';
import { kindLabel, statusLabel, subjectPath } from '../format/index.ts';
import classes from './search-box.module.css';

const waitMs = 150;

/** Any number or name, over everything the person may read. `/` leads here from anywhere. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), waitMs);
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { data, isFetching, isPlaceholderData } = useSearch(query);
  useHotkeys([['/', () => input.current?.focus()]]);
  const found: readonly Item[] = query === '' ? [] : (data?.items ?? []);
  const open = (id: string): void => {
    const item = found.find((one) => one.id === id);
    if (item === undefined) return;
    setText('');
    box.closeDropdown();
    input.current?.blur();
    void navigate({ to: subjectPath(item.kind, item.id) });
  };
  return (
    <Combobox store={box} onOptionSubmit={open} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={input} type="search" size="md" value={text} aria-label={t('searchPlaceholder')} placeholder={t('searchPlaceholder')}
          leftSection={isFetching ? <Loader size={16} /> : <IconSearch size={18} aria-hidden />}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={() => text !== '' && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key === 'Enter' && box.getSelectedOptionIndex() < 0 && found[0] !== undefined && !isPlaceholderData) open(found[0].id);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query === '' || data === undefined}>
        <Combobox.Options mah={420} className={classes.options}>
          {found.map((item) => (
            <Combobox.Option key={item.id} value={item.id} className={classes.option}>
              <span className={classes.code}>{item.code}</span>
              <span className={classes.title}>{item.title}</span>
              <span className={classes.kind}>{kindLabel(item.kind)} · {statusLabel(item.kind, item.status)}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('searchNothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
