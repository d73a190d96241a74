import { languages } from '../languages/index.ts';
import type { NameParts, NameSex, PrepareOptions } from '../prepared-name.ts';
import { scriptOfWords, tellingLanguage } from '../sounds/word-signs.ts';
import { assignRoles, type RoleCosts } from './assign-roles.ts';
import { numbered, prepareWord, type LoneWord, type NumberedContext } from './prepare-word.ts';
import type { KnownWord } from './known-word.ts';
import type { PreparedName, PreparedWord } from './prepared.ts';
import { putTogether } from './put-together.ts';
import { splitNamePart, splitNameText, type NameToken } from './split-text.ts';
import { tellCommunity } from './tell-community.ts';

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
 * Some µs a name for words met for the first time, about 1 µs otherwise. Any text is accepted; one without letters gives a
 * name of no words, which compares as saying nothing.
 */
export function prepareName(name: string | NameParts, options: PrepareOptions = {}): PreparedName {
  if (typeof name !== 'string') return prepareParts(name, options);
  const found = splitNameText(name);
  const context = contextOf(found.map(({ known }) => known), options.language ?? null);
  const { customs } = context.community;
  const tokens = putTogether(found, customs);
  const lone = tokens.map((token) => prepareWord(token, context));
  const alone = tokens.some(({ isFather }) => isFather === true) ? lone.map(({ initial, roleCosts }, at) => ({ initial, roleCosts: tokens[at]?.isFather === true ? asFather(roleCosts) : roleCosts })) : lone;
  return finish(name, { tokens, lone, roles: assignRoles(alone, customs) });
}

/** After bin, ibn: hardly an own name, and no other name is as likely a father's. */
function asFather([surname, given, patronymic]: RoleCosts): RoleCosts {
  return [surname + 60, given + 120, Math.min(20, patronymic)];
}

function prepareParts({ surname, given, patronymic, otherSurnames = [] }: NameParts, options: PrepareOptions): PreparedName {
  const parts: { readonly found: readonly NameToken[]; readonly stated: RoleCosts }[] = [];
  const words: KnownWord[] = [];
  const add = (part: string | null | undefined, stated: RoleCosts): void => {
    if (part === null || part === undefined) return;
    const found = splitNamePart(part);
    parts.push({ found, stated });
    for (const { known } of found) words.push(known);
  };
  add(surname, statedRoles.surname);
  for (const other of otherSurnames) add(other, statedRoles.surname);
  add(given, statedRoles.given);
  add(patronymic, statedRoles.patronymic);
  const context = contextOf(words, options.language ?? null);
  const asSurname = numbered({ ...context, isSurname: true });
  const [tokens, lone, roles]: [NameToken[], LoneWord[], RoleCosts[]] = [[], [], []];
  let text = '';
  for (const { found, stated } of parts) {
    for (const token of putTogether(found, context.community.customs)) {
      text += tokens.length === 0 ? token.text : ` ${token.text}`;
      tokens.push(token);
      lone.push(prepareWord(token, stated === statedRoles.surname ? asSurname : context));
      roles.push(stated);
    }
  }
  return finish(text, { tokens, lone, roles });
}

interface ReadWords {
  readonly tokens: readonly NameToken[];
  readonly lone: readonly LoneWord[];
  readonly roles: readonly RoleCosts[];
}

function finish(text: string, { tokens, lone, roles }: ReadWords): PreparedName {
  return { text, words: lone.map((word, at) => withRole(tokens[at]?.text ?? '', word, roles[at] ?? word.roleCosts)), sex: sexOf(lone, roles) };
}

/** The language whose own letters appear, else the one stated, else the first of the script; and the script. */
function contextOf(words: readonly KnownWord[], stated: string | null): NumberedContext {
  let telling = 0;
  for (const { signs } of words) telling |= signs.telling;
  const language = tellingLanguage({ telling }) ?? languages.find(({ code }) => code === stated);
  const { script, isEither } = scriptOfWords(words);
  return numbered({ language, community: tellCommunity(words, script, stated), script, isEither, isSurname: false });
}

function withRole(text: string, word: LoneWord, roleCosts: RoleCosts): PreparedWord {
  const known = word.written.find(text, roleCosts);
  if (known !== undefined) return known;
  // Field by field: objects of one shape are read fastest.
  const { script, initial, particle, unread, readings, key, community, mask, firstSounds, given, patronymic, length } = word;
  return word.written.add({ script, initial, particle, unread, readings, key, community, mask, firstSounds, given, patronymic, length, roleCosts, text });
}

function sexOf(lone: readonly LoneWord[], roles: readonly RoleCosts[]): NameSex | null {
  let said: NameSex | null = null;
  for (let at = 0; at < lone.length; at++) {
    const word = lone[at];
    if (word === undefined) break;
    const [surname, given, patronymic] = roles[at] ?? word.roleCosts;
    const sex = given === 0 ? word.given?.sex : patronymic === 0 ? word.patronymic?.sex : surname === 0 ? word.endingSex : null;
    if (sex === null || sex === undefined) continue;
    if (said !== null && said !== sex) return null;
    said = sex;
  }
  return said;
}
