import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchQuery, useSearch, type Item } from '../api/index.ts';
import { ProblemText } from '../components/problem-text.tsx';
import { kindLabel, statusLabel, subjectPath } from '../format/index.ts';
import classes from './search-box.module.css';

/**
 * Any number or name, over everything the person may read. `/` leads here from anywhere. Enter opens what is found first,
 * also where it is pressed before the answer has come, as a scanner of labels does.
 */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const client = useQueryClient();
  const words = text.trim();
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { items: found, error, isFetching } = useSearch(words);
  useHotkeys([['/', () => input.current?.focus()]]);
  const open = (item: Item | undefined): void => {
    if (item === undefined) return;
    setText('');
    box.closeDropdown();
    input.current?.blur();
    void navigate({ to: subjectPath(item.kind, item.id) });
  };
  const openFirst = async (): Promise<void> => {
    if (words === '') return;
    // Trouble is shown below the field, where the same question is being asked.
    const answer = await client.query(searchQuery(words)).catch(() => null);
    // Whoever has typed on or gone elsewhere meanwhile is not led away.
    if (input.current === document.activeElement && input.current?.value.trim() === words) open(answer?.items[0]);
  };
  return (
    <Combobox store={box} onOptionSubmit={(id) => open(found?.find((one) => one.id === id))} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={input} type="search" size="md" value={text} aria-label={t('searchPlaceholder')} placeholder={t('searchPlaceholder')}
          leftSection={isFetching ? <Loader size={16} /> : <IconSearch size={18} aria-hidden />}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.resetSelectedOption();
          }}
          onFocus={() => text !== '' && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
            if (event.key === 'Enter' && box.getSelectedOptionIndex() < 0) void openFirst();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words === ''}>
        <Combobox.Options mah={420} className={classes.options}>
          {found?.map((item) => (
            <Combobox.Option key={item.id} value={item.id} className={classes.option}>
              <span className={classes.code}>{item.code}</span>
              <span className={classes.title}>{item.title}</span>
              <span className={classes.kind}>{kindLabel(item.kind)} · {statusLabel(item.kind, item.status)}</span>
            </Combobox.Option>
          ))}
          {found?.length === 0 && <Combobox.Empty>{t('searchNothing')}</Combobox.Empty>}
          {words !== '' && found === undefined && <Combobox.Empty>{error === null ? t('loading') : <ProblemText error={error} />}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
