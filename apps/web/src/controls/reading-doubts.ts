import type { Json } from '@imena/problem';
import { listOf, numberOf, recordOf, textOf } from '../format/read-json.ts';

/** Stands for a character that nobody could read. */
export const illegible = '\u25a1';

export interface Doubt {
  readonly at: number;
  readonly alternatives: readonly string[];
}

export interface ReadingValue {
  readonly text: string;
  readonly doubts: readonly Doubt[];
}

/** Reads a reading out of a statement or a form. */
export function readingOf(value: Json | undefined): ReadingValue {
  const reading = recordOf(value);
  const doubts = listOf(reading['doubts']).map((doubt) => {
    const { at, alternatives } = recordOf(doubt);
    return { at: numberOf(at) ?? 0, alternatives: listOf(alternatives).map((one) => textOf(one) ?? '') };
  });
  return { text: textOf(reading['text']) ?? '', doubts };
}

/** The form in which a reading stands in a statement; nothing when nothing was read. */
export function readingBody({ text, doubts }: ReadingValue): Json | undefined {
  if (text === '') return undefined;
  return doubts.length === 0 ? { text } : { text, doubts: doubts.map(({ at, alternatives }) => ({ at, alternatives })) };
}

/** A character of a reading with its place (UTF-16 offset) and its doubt. */
export interface ReadCharacter {
  readonly at: number;
  readonly character: string;
  readonly doubt: Doubt | undefined;
}

export function charactersOf({ text, doubts }: ReadingValue): ReadCharacter[] {
  const characters: ReadCharacter[] = [];
  let at = 0;
  for (const character of text) {
    const place = at;
    characters.push({ at, character, doubt: doubts.find((doubt) => doubt.at === place) });
    at += character.length;
  }
  return characters;
}

/**
 * Changes the text and keeps each doubt at its character: doubts before the change stay, those after it move, those
 * inside it are dropped, because another character stands there now.
 */
export function changeText({ text, doubts }: ReadingValue, next: string): ReadingValue {
  let before = 0;
  while (before < Math.min(text.length, next.length) && text[before] === next[before]) before += 1;
  let after = 0;
  while (after < Math.min(text.length, next.length) - before && text[text.length - 1 - after] === next[next.length - 1 - after]) after += 1;
  const moved = doubts.flatMap((doubt): Doubt[] => {
    if (doubt.at < before) return [doubt];
    if (doubt.at >= text.length - after) return [{ ...doubt, at: doubt.at + next.length - text.length }];
    return [];
  });
  return { text: next, doubts: moved };
}

/** Sets the other possible characters at a place; `null` takes the doubt away. */
export function setDoubt(reading: ReadingValue, at: number, alternatives: readonly string[] | null): ReadingValue {
  const others = reading.doubts.filter((doubt) => doubt.at !== at);
  if (alternatives === null) return { ...reading, doubts: others };
  return { ...reading, doubts: [...others, { at, alternatives }].sort((a, b) => a.at - b.at) };
}
