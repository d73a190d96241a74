import { Button, Input, Popover, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from './control.ts';
import { changeText, charactersOf, illegible, readingBody, readingOf, setDoubt, type ReadCharacter, type ReadingValue } from './reading-doubts.ts';
import classes from './reading-control.module.css';

/** Text read from a marker, character by character: press a character to say what else it may be. */
export function ReadingControl({ label, value, onChange, required, error, description }: ControlProps) {
  const { t } = useTranslation(['common', 'controls']);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const reading = readingOf(value);
  const change = (next: ReadingValue): void => onChange(readingBody(next));
  const putIllegible = (): void => {
    const at = input.current?.selectionStart ?? reading.text.length;
    change(changeText(reading, reading.text.slice(0, at) + illegible + reading.text.slice(at)));
    input.current?.focus();
  };
  return (
    <div>
      <div className={classes.line}>
        <TextInput ref={input} style={{ flex: 1 }} size="md" label={label} description={description} error={error} required={required ?? false} autoComplete="off" spellCheck={false} value={reading.text} onChange={(event) => change(changeText(reading, event.currentTarget.value))} />
        <Button variant="default" size="md" px="sm" aria-label={t('controls:illegible')} title={t('controls:illegible')} onClick={putIllegible}>{illegible}</Button>
      </div>
      {reading.text !== '' && (
        <>
          <Input.Description id={listId} mt="xs">{t('controls:pressDoubtful')}</Input.Description>
          <ul className={classes.characters} aria-labelledby={listId}>
            {charactersOf(reading).map((one) => <li key={one.at}><Character one={one} change={(alternatives) => change(setDoubt(reading, one.at, alternatives))} /></li>)}
          </ul>
        </>
      )}
    </div>
  );
}

function Character({ one, change }: { readonly one: ReadCharacter; readonly change: (alternatives: readonly string[] | null) => void }) {
  const { t } = useTranslation(['common', 'controls']);
  const [opened, setOpened] = useState(false);
  const alternatives = one.doubt?.alternatives ?? [];
  const shown = one.character === ' ' ? '␣' : one.character;
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow shadow="md">
      <Popover.Target>
        <button type="button" className={classes.character} data-doubtful={one.doubt !== undefined} aria-label={one.doubt === undefined ? shown : t('controls:characterDoubtful', { character: shown, alternatives: alternatives.join(', ') })} onClick={() => setOpened(true)}>
          {shown}
          {alternatives.length > 0 && <span className={classes.alternatives} aria-hidden>{alternatives.join('')}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          size="md" data-autofocus autoComplete="off" label={t('controls:alternatives', { character: shown })} description={t('controls:alternativesHint')} defaultValue={alternatives.join(' ')}
          onChange={(event) => change(event.currentTarget.value.split(/[\s,]+/).filter((text) => text !== '').map((text) => text.slice(0, 8)).slice(0, 10))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (one.doubt === undefined) change([]);
            setOpened(false);
          }}
        />
        <Button mt="xs" mr="xs" size="sm" onClick={() => { if (one.doubt === undefined) change([]); setOpened(false); }}>{t('controls:doubtful')}</Button>
        <Button mt="xs" size="sm" variant="default" onClick={() => { change(null); setOpened(false); }}>{t('controls:certain')}</Button>
      </Popover.Dropdown>
    </Popover>
  );
}
