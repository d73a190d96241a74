import { languages, type Language } from '../languages/index.ts';
import type { NameParts, NameSex, PrepareOptions } from '../prepared-name.ts';
import { scriptOf } from '../sounds/read-word.ts';
import { longestWord } from '../sounds/sounds.ts';
import { assignRoles, type RoleCosts } from './assign-roles.ts';
import { prepareWord, type LoneWord, type WordContext } from './prepare-word.ts';
import type { PreparedName, PreparedWord, QuickName } from './prepared.ts';
import { splitNameText, type NameToken } from './split-text.ts';

/** A stated role costs this much to doubt: fields get swapped in forms. Hundredths of log10. */
const statedRoles: Readonly<Record<'surname' | 'given' | 'patronymic', RoleCosts>> = {
  surname: [0, 200, 250],
  given: [200, 0, 250],
  patronymic: [250, 250, 0],
};

/**
 * Reads a personal name once, for `compareNames`, which is then fast. A text is taken apart (see `splitNameText`) and the
 * role of each word weighed; with parts the roles are as stated. Nothing of the original is changed or kept but its text.
 *
 * About 20 µs a name for words met for the first time, 2 µs otherwise. Any text is accepted; one without letters gives a
 * name of no words, which compares as saying nothing.
 */
export function prepareName(name: string | NameParts, options: PrepareOptions = {}): PreparedName {
  const tokens = typeof name === 'string' ? splitNameText(name).map((token) => ({ token, stated: null })) : tokensOfParts(name);
  const text = typeof name === 'string' ? name : tokens.map(({ token }) => token.text).join(' ');
  const joined = tokens.map(({ token }) => token.word).join(' ');
  const context: WordContext = { language: languageOf(joined, options.language ?? null), script: scriptOf(joined), isSurname: false };
  const lone = tokens.map(({ token, stated }) => ({ token, stated, word: prepareWord(token, stated === statedRoles.surname ? { ...context, isSurname: true } : context) }));
  const free = lone.every(({ stated }) => stated === null);
  const roles = free ? assignRoles(lone.map(({ word }) => ({ initial: word.initial, costs: word.roleCosts }))) : lone.map(({ stated, word }) => stated ?? word.roleCosts);
  const words = lone.map(({ token, word }, at) => withRole(token, word, roles[at] ?? word.roleCosts));
  return { text, words, sex: sexOf(lone, roles), whole: joinWords(words), quick: quickOf(words) };
}

interface StatedToken {
  readonly token: NameToken;
  readonly stated: RoleCosts | null;
}

function tokensOfParts({ surname, given, patronymic, otherSurnames = [] }: NameParts): StatedToken[] {
  const part = (text: string | null | undefined, stated: RoleCosts): StatedToken[] => splitNameText(text ?? '').map((token) => ({ token, stated }));
  return [
    ...part(surname, statedRoles.surname),
    ...otherSurnames.flatMap((other) => part(other, statedRoles.surname)),
    ...part(given, statedRoles.given),
    ...part(patronymic, statedRoles.patronymic),
  ];
}

/** The language whose own letters appear; else the one stated; else the first of the script. */
function languageOf(text: string, stated: string | null): Language | undefined {
  const telling = languages.filter(({ tellingLetters }) => Array.from(tellingLetters).some((letter) => text.includes(letter)));
  if (telling.length === 1) return telling[0];
  return languages.find(({ code }) => code === stated);
}

function withRole(token: NameToken, { endingSex: _, ...word }: LoneWord, roleCosts: RoleCosts): PreparedWord {
  return { ...word, text: token.text, roleCosts };
}

function sexOf(lone: readonly { readonly word: LoneWord }[], roles: readonly RoleCosts[]): NameSex | null {
  const said = new Set<NameSex>();
  lone.forEach(({ word }, at) => {
    const [surname, given, patronymic] = roles[at] ?? word.roleCosts;
    const sex = given === 0 ? word.given?.sex : patronymic === 0 ? word.patronymic?.sex : surname === 0 ? word.endingSex : null;
    if (sex !== null && sex !== undefined) said.add(sex);
  });
  const [only] = said;
  return said.size === 1 ? (only ?? null) : null;
}

/** A word that is no surname by more than this is looked at as given name or patronymic only, hundredths of log10. */
const noSurname = 100;

function quickOf(words: readonly PreparedWord[]): QuickName {
  const surnames = words.filter(({ initial, roleCosts }) => !initial && roleCosts[0] <= noSurname);
  return {
    masks: surnames.map(({ mask }) => mask),
    lengths: surnames.map(({ length }) => length),
    given: words.flatMap(({ given }) => given?.ids ?? []),
    patronymic: words.flatMap(({ patronymic }) => patronymic?.ids ?? []),
    unread: words.some(({ unread }) => unread),
  };
}

function joinWords(words: readonly PreparedWord[]): Uint8Array {
  const whole = new Uint8Array(Math.min(longestWord, words.reduce((sum, { readings }) => sum + (readings[0]?.sounds.length ?? 0), 0)));
  let at = 0;
  for (const { readings } of words) {
    const sounds = readings[0]?.sounds ?? whole.subarray(0, 0);
    whole.set(sounds.subarray(0, whole.length - at), at);
    at = Math.min(whole.length, at + sounds.length);
  }
  return whole;
}
