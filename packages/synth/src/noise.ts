import type { NameForm, SynthPerson } from './person.ts';
import type { Random } from './random.ts';

/** Letters that people and reports confuse: by ear, by hand, between the two languages. */
const confusions: readonly (readonly [string, string])[] = [
  ['и', 'і'], ['і', 'и'], ['е', 'и'], ['о', 'а'], ['н', 'п'], ['в', 'б'], ['ч', 'щ'], ['сь', 'с'], ['й', ''],
];

/** A text with one letter confused, as a tired hand writes it; the same text when nothing in it can be confused. */
export function misspell(random: Random, text: string): string {
  const possible = confusions.flatMap(([from, to]) => {
    const at = text.toLowerCase().indexOf(from, 1);
    return at < 1 ? [] : [text.slice(0, at) + to + text.slice(at + from.length)];
  });
  return possible.length === 0 ? text : random.pick(possible);
}

export type NameNoise = 'russian' | 'latin' | 'misspelt' | 'no_patronymic' | 'initials';

/** The name of a person as another report might give it. */
export function noisyName(random: Random, person: SynthPerson, noise: NameNoise): { readonly script: 'Cyrl' | 'Latn'; readonly full: string; readonly form: NameForm } {
  const { surname, given, patronymic } = person.uk;
  switch (noise) {
    case 'russian':
      return { script: 'Cyrl', full: fullName(person.ru), form: person.ru };
    case 'latin':
      return { script: 'Latn', full: fullName(person.latin), form: person.latin };
    case 'misspelt': {
      const form = { surname: misspell(random, surname), given, patronymic };
      return { script: 'Cyrl', full: fullName(form), form };
    }
    case 'no_patronymic': {
      const form = { surname, given, patronymic: '' };
      return { script: 'Cyrl', full: fullName(form), form };
    }
    case 'initials': {
      const form = { surname, given: `${given.charAt(0)}.`, patronymic: `${patronymic.charAt(0)}.` };
      return { script: 'Cyrl', full: `${surname} ${form.given} ${form.patronymic}`, form };
    }
  }
}

/** Surname, given name, patronymic in one line. */
export function fullName(form: NameForm): string {
  return [form.surname, form.given, form.patronymic].filter((part) => part !== '').join(' ');
}
