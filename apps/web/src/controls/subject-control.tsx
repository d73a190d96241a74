import { Combobox, InputBase } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { SubjectKind } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useSubjects } from '../api/index.ts';
import { textOf } from '../format/index.ts';
import type { ControlProps } from './control.ts';
import { oneThatFits } from './one-that-fits.ts';
import { useListOfOptions } from './use-list-of-options.ts';

const mostShown = 50;

/** Words that nobody has chosen by yet. */
interface Typed {
  readonly text: string;
  /** What was chosen when they were typed: another choice that comes from outside (a draft, an emptied form) takes their place. */
  readonly over: string | undefined;
  /** The person has gone on to something else, or pressed Enter. */
  readonly isDone: boolean;
}

/**
 * Another subject, found by any of its numbers or names. Words that are left in the field choose the one that bears them in
 * full; where none or several do, they stay, nothing is chosen, the field says so and its form is not sent.
 * `linkedTo` narrows: `{'link.site': id}`.
 */
export function SubjectControl({ kind, scope, linkedTo, label, value, onChange, required, error, description }: ControlProps & {
  readonly kind: SubjectKind;
  readonly scope?: string;
  readonly linkedTo?: Readonly<Record<`link.${string}`, string>>;
}) {
  const { t } = useTranslation(['common', 'controls']);
  const chosen = textOf(value);
  const [lastTyped, setTyped] = useState<Typed | null>(null);
  const typed = lastTyped?.over === chosen ? lastTyped : null;
  if (typed !== lastTyped) setTyped(null);
  const words = typed?.text ?? '';
  const [q] = useDebouncedValue(words, 150);
  const { box, reached, optionId } = useListOfOptions();
  const input = useRef<HTMLInputElement>(null);
  const { data, error: trouble, isPlaceholderData } = useSubjects({ kind, scope, q: q.trim() === '' ? undefined : q, sort: 'code', ...linkedTo });
  // A list for other words would be taken for the answer to these.
  const found = isPlaceholderData || words !== q ? undefined : data?.pages[0];
  const items = found?.items;
  const inList = data?.pages[0]?.items.find((item) => item.id === chosen);
  const fetched = useQuery({ ...subjectQuery(chosen ?? ''), enabled: chosen !== undefined && inList === undefined });
  const shown = inList ?? (chosen === undefined ? undefined : fetched.data?.item);
  const written = shown === undefined ? '' : `${shown.code} ${shown.title}`.trim();
  const only = typed?.isDone !== true || found === undefined ? undefined : oneThatFits(found.items, words, found.next === null)?.id;
  const isOpen = typed?.isDone === true && only === undefined;
  const choose = useEffectEvent(onChange);
  useEffect(() => {
    if (only !== undefined) choose(only);
  }, [only]);
  const unsaid = words.trim() === '' ? '' : t('controls:nothingChosen');
  useEffect(() => input.current?.setCustomValidity(unsaid), [unsaid]);
  const finish = (): void => {
    if (typed === null) return;
    if (words.trim() === '' || words.trim() === written) {
      setTyped(null);
      return;
    }
    setTyped({ text: words, over: undefined, isDone: true });
    if (chosen !== undefined) onChange(undefined);
  };
  const press = (event: KeyboardEvent): void => {
    const isOnLine = box.dropdownOpened && box.getSelectedOptionIndex() >= 0;
    if (event.key === 'Tab' && isOnLine) box.clickSelectedOption();
    if (event.key !== 'Enter' || isOnLine || typed === null) return;
    // A scanner of labels ends with Enter; the form is sent by the next one.
    event.preventDefault();
    finish();
  };
  const answer = trouble !== null ? 'notAsked' : items?.length === 0 ? 'nothingFits' : 'nothingChosen';
  return (
    <Combobox store={box} onOptionSubmit={(id) => { setTyped(null); onChange(id); box.closeDropdown(); }}>
      <Combobox.Target withExpandedAttribute aria-activedescendant={box.dropdownOpened && items?.some(({ id }) => id === reached) === true ? optionId(reached) : null}>
        <InputBase
          ref={input} size="md" label={label} description={description} required={required ?? false} autoComplete="off" placeholder={t('searchPlaceholder')} value={typed?.text ?? written}
          error={error ?? (isOpen && (items !== undefined || trouble !== null) ? <span role="alert">{t(`controls:${answer}`)}</span> : undefined)}
          rightSection={<Combobox.Chevron />} rightSectionPointerEvents="none"
          onChange={({ currentTarget: { value: text } }) => {
            setTyped({ text, over: text === '' ? undefined : chosen, isDone: false });
            box.openDropdown();
            box.resetSelectedOption();
            if (text === '') onChange(undefined);
          }}
          onKeyDown={press} onClick={() => box.openDropdown()} onFocus={() => box.openDropdown()} onBlur={() => { box.closeDropdown(); finish(); }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <section aria-label={label}>
          <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
            {items?.slice(0, mostShown).map((item) => <Combobox.Option key={item.id} id={optionId(item.id)} value={item.id} aria-selected={item.id === reached}><strong>{item.code}</strong> {item.title}</Combobox.Option>)}
            {(items === undefined || items.length === 0) && <Combobox.Option value="" disabled>{t(items !== undefined ? 'nothingFound' : trouble === null ? 'loading' : 'errorTitle')}</Combobox.Option>}
          </Combobox.Options>
        </section>
      </Combobox.Dropdown>
    </Combobox>
  );
}
