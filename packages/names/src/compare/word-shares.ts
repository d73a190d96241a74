import { communities } from '../languages/index.ts';
import { givenAt, patronymicAt, surnameAt, type GivenCandidates, type PreparedWord } from '../prepare/prepared.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { informationOf, type ModelTables } from './model-tables.ts';
import { shareOfPattern } from './pattern-share.ts';

/** How often a word is borne in a role. */
export function shareOfWord(word: PreparedWord, role: 0 | 1 | 2, tables: ModelTables): number {
  const { model, surnames } = tables;
  if (role === surnameAt) return Math.max(surnames.get(word.key) ?? model.rareSurname, asSurname(word, tables));
  const candidates = role === givenAt ? word.given : word.patronymic;
  return candidates === null ? model.rareGiven : shareOfIds(candidates.ids, tables);
}

/**
 * How often a word that is taken for a surname stands there as a given name or patronymic instead: as often as these are
 * borne, and as much more often as the word is likelier one of them. Олександрівна is no rare surname.
 */
function asSurname(word: PreparedWord, tables: ModelTables): number {
  const { given, patronymic, roleCosts } = word;
  // Where fathers are named by their given names, a grandfather's stands for a surname.
  if (hasChain(word) && given?.cost === 0) return shareOfIds(given.ids, tables);
  const as = (candidates: GivenCandidates | null, role: 1 | 2): number => (candidates === null ? 0 : shareOfIds(candidates.ids, tables) * 10 ** ((roleCosts[surnameAt] - roleCosts[role] - candidates.cost) / costScale));
  return Math.max(as(given, givenAt), as(patronymic, patronymicAt));
}

/** All names for which a word can stand: Саша is the share of Олександр and Олександра together. */
export function shareOfIds(ids: readonly number[], tables: ModelTables): number {
  let sum = 0;
  for (const id of ids) sum += tables.given[id] ?? tables.model.rareGiven;
  return sum;
}

/** What letters tell among names of the community and at large, -log10 of their probability. */
export interface Told {
  readonly own: number;
  readonly all: number;
}

/** What the letters of a word tell in a role. */
export function toldOfWord(word: PreparedWord, tables: ModelTables, role: 0 | 1 | 2): Told {
  const told = toldByLetters(word, tables);
  if (!word.unread || role !== surnameAt) return told;
  const asPattern = (byLetters: number): number => Math.max(0, -Math.log10(shareOfPattern(word, 10 ** -byLetters, tables)));
  return { own: asPattern(told.own), all: asPattern(told.all) };
}

interface ToldIn extends Told {
  readonly community: number;
}

const toldOf = new WeakMap<ModelTables, WeakMap<PreparedWord['readings'], ToldIn>>();

/** What the letters tell among names of the community and at large: the same for all words of one reading and community, whatever their roles. */
function toldByLetters(word: PreparedWord, tables: ModelTables): Told {
  let byReadings = toldOf.get(tables);
  if (byReadings === undefined) toldOf.set(tables, (byReadings = new WeakMap<PreparedWord['readings'], ToldIn>()));
  const known = byReadings.get(word.readings);
  if (known?.community === word.community) return known;
  const { surprise, surprises } = tables;
  const all = informationOf(shortest(word), surprise);
  const among = surprises[word.community] ?? surprise;
  const told = { own: among === surprise ? all : informationOf(shortest(word), among), all, community: word.community };
  byReadings.set(word.readings, told);
  return told;
}

/** A surname of which all letters were read, where a list told which surnames there are. */
export function mayBeNames({ unread, particle, community }: PreparedWord, { unlisted }: ModelTables): boolean {
  return unlisted !== null && !unread && !particle && community === 0;
}

/** How a writing comes to stand where a surname stands. */
export interface Bearers {
  /** Share of people who bear a surname of these letters. */
  readonly share: number;
  /** The probability of its letters. */
  readonly slip: number;
}

export function bearersOf(word: PreparedWord, tables: ModelTables): Bearers {
  const { surnames, unlisted, model } = tables;
  // Letters are only asked where the list does not tell: that costs more than all else here.
  const unlistedShare = (): number => (unlisted === null ? model.rareSurname : 10 ** (unlisted.log10Share + unlisted.letters.log10(word.key)));
  return { share: Math.max(surnames.get(word.key) ?? unlistedShare(), asSurname(word, tables)), slip: 10 ** -toldByLetters(word, tables).all };
}

/** Whether names of the community of a word are chains of fathers. */
export function hasChain({ community }: PreparedWord): boolean {
  return communities[community]?.customs.hasFathersChain === true;
}

function shortest(word: PreparedWord): Uint8Array {
  return word.readings[0]?.neutral ?? empty;
}
const empty = new Uint8Array();
