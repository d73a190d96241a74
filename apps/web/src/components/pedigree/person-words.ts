import type { TFunction } from 'i18next';
import type { PedigreePerson } from './pedigree-person.ts';

export interface WordsContext {
  readonly people: readonly PedigreePerson[];
  /** The member in whose place the remains are thought to stand. */
  readonly remainsAt?: string | undefined;
}

/** What the picture says of one member, in words, for those who hear it and for print. */
export function describePerson(person: PedigreePerson, { people, remainsAt }: WordsContext, t: TFunction<'pedigree'>): string {
  const name = (id: string): string => nameOf(people.find((one) => one.id === id) ?? { id });
  const parts = [
    `${nameOf(person)}: ${t(`sex.${person.sex}`)}`,
    ...(person.state === undefined ? [] : [t(`state.${person.state}`)]),
    ...(person.typed === undefined ? [] : [t(person.typed ? 'typed' : 'notTyped')]),
    ...(person.father === null || person.mother === null ? [] : [t('childOf', { father: name(person.father), mother: name(person.mother) })]),
    ...(remainsAt === person.id ? [t('remainsHere')] : []),
  ];
  return parts.join(', ');
}

export function nameOf(person: { readonly id: string; readonly label?: string | undefined }): string {
  return person.label ?? person.id;
}

const mostLines = 3;

/** A name in at most three lines of some `width` letters, as surname, name and patronymic need; what does not fit is cut with a mark. */
export function nameLines(name: string, width = 17): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/u)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, mostLines).map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  if (lines.length > mostLines) shown[mostLines - 1] = `${(shown[mostLines - 1] ?? '').slice(0, width - 1).replace(/…$/u, '')}…`;
  return shown;
}
