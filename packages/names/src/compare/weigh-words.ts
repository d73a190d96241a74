import type { NameModel } from '../model/name-model.ts';
import type { NameSex } from '../prepared-name.ts';
import { givenAt, patronymicAt, surnameAt, type GivenCandidates, type PreparedWord } from '../prepare/prepared.ts';
import { costScale, letterCostsOf, unreadCost } from '../sounds/letter-costs.ts';
import { countDifferentSounds } from './different-sounds.ts';
import { editCost, tooFar } from './edit-cost.ts';
import { modelTables, rareInitial, type Floor, type ModelTables } from './model-tables.ts';
import { bearersOf, hasChain, mayBeNames, shareOfIds, shareOfWord, toldOfWord, type Bearers } from './word-shares.ts';

/** How two words agree; `none` where they do not. */
export type WordAgreement = 'letters' | 'neutral' | 'given' | 'patronymic' | 'initial' | 'none';

export interface WordWeight {
  readonly agreement: WordAgreement;
  readonly role: 0 | 1 | 2;
  /** log10 of the likelihood ratio of this pair of words, error rates included. */
  readonly log10Lr: number;
  /** Agreement, 0..1. */
  readonly score: number;
  /** Cost of the letters that differ, hundredths. */
  readonly cost: number;
  /** Whether the two can have one role in their names, so that disagreement counts. */
  readonly comparable: boolean;
}

export interface Weighing {
  readonly tables: ModelTables;
  readonly sex: NameSex | null;
}

/** Roles whose joint cost is above this are not the same role, hundredths. */
export const roleDoubt = 120;
/** Cost a letter up to which two words are looked at as one word misspelt, hundredths. */
export const limitALetter = 65;
/** A typical wrong letter, hundredths: a score falls by one letter's share for each. */
const wrongLetter = 290;
/** What the ending of sex costs when it differs: the two are compared without it. */
export const endingCost = 5;
const roles = [surnameAt, givenAt, patronymicAt] as const;

/** Weighs one word of a name against one word of another. */
export function weighWords(a: PreparedWord, b: PreparedWord, { tables, sex }: Weighing): WordWeight {
  const { nearest, comparable } = nearestRole(a, b);
  if (a.initial || b.initial) return weighInitial(a, b, tables, disagree(nearest, comparable, tables.floors.initial));
  const none = disagree(nearest, comparable, floorOf(nearest, a, b, { tables, sex }));
  const letters = letterCost(a, b);
  if (letters === null && !shareName(a.given, b.given) && !shareName(a.patronymic, b.patronymic)) return none;
  let best = none;
  for (const role of roles) {
    const found = weighInRole(a, b, { role, letters, tables });
    if (found === null) continue;
    const lr = mixed(found.lr - (a.roleCosts[role] + b.roleCosts[role]) / costScale, floorOf(role, a, b, { tables, sex }).share);
    if (best.agreement !== 'none' && lr <= best.log10Lr) continue;
    best = { agreement: found.agreement, role, log10Lr: lr, score: found.score, cost: found.cost, comparable };
  }
  return best;
}

/**
 * The role that a word surely has, so that another word that surely has it and does not agree speaks against the name;
 * null of initials, of words read in part, and where another role is likely enough.
 */
export function sureRole({ roleCosts, initial, unread }: PreparedWord): 0 | 1 | 2 | null {
  if (initial || unread) return null;
  return roles.find((role) => roles.every((other) => (other === role ? roleCosts[role] === 0 : roleCosts[other] > roleDoubt))) ?? null;
}

/** By role what two words at the least say against each other that surely have it and do not agree, log10: 0 or less. */
export function disagreementInRoles(model: NameModel): readonly [surname: number, given: number, patronymic: number] {
  const { floors: { surname, given, patronymic, chain } } = modelTables(model);
  return [Math.max(surname.male.log10, surname.female.log10, surname.unknown.log10), given.log10, Math.max(patronymic.log10, chain.log10)];
}

/** The role that both words have most likely, and whether that is likely enough for disagreement to count. */
function nearestRole(a: PreparedWord, b: PreparedWord): { readonly nearest: 0 | 1 | 2; readonly comparable: boolean } {
  let nearest: 0 | 1 | 2 = 0;
  let doubt = Infinity;
  for (const role of roles) {
    const cost = a.roleCosts[role] + b.roleCosts[role];
    if (cost < doubt) {
      nearest = role;
      doubt = cost;
    }
  }
  return { nearest, comparable: doubt <= roleDoubt };
}

function mayShareLetters(a: PreparedWord, b: PreparedWord): boolean {
  return a.unread || b.unread || countDifferentSounds(a.mask, b.mask) <= mostDifferent(Math.min(a.length, b.length));
}

/** Sounds that only one of two words may have, by the letters of the shorter. */
export function mostDifferent(length: number): number {
  return 2 + 0.375 * length;
}

/** What one word says for another where they agree, log10, sex left open; -Infinity where they do not. For searches. */
export function wordLog10Lr(a: PreparedWord, b: PreparedWord, model: NameModel): number {
  const { agreement, log10Lr } = weighWords(a, b, { tables: modelTables(model), sex: null });
  return agreement === 'none' ? -Infinity : log10Lr;
}

/**
 * The most that a word can say in each role whatever word agrees with it, log10, sex left open: as against itself, were
 * the role of the other certain. What a role costs the other word comes off. For searches.
 */
export function mostInRoles(word: PreparedWord, model: NameModel): readonly [surname: number, given: number, patronymic: number] {
  if (word.initial) return [mostOfInitial(word, surnameAt, model), mostOfInitial(word, givenAt, model), mostOfInitial(word, patronymicAt, model)];
  const weighing = { tables: modelTables(model), sex: null };
  // Of a surname that is sure no share of a given name counts; in the other roles nothing is asked of its costs.
  const itself: PreparedWord = word.given === null && word.patronymic === null ? word : { ...word, roleCosts: [0, neverCost, neverCost], given: asWritten(word.given), patronymic: asWritten(word.patronymic) };
  const letters = letterCost(itself, word);
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const role of roles) {
    const found = weighInRole(itself, word, { role, letters, tables: weighing.tables });
    if (found === null) continue;
    const floor = floorOf(role, word, word, weighing);
    const certain = mixed(found.lr - word.roleCosts[role] / costScale, floor.share);
    // A role that the other surely has not still says what agreement by error says.
    for (const other of roles) most[other] = Math.max(most[other], other === role ? certain : floor.log10);
  }
  return most;
}

/** An initial says what it says where the role of both is likely enough. */
function mostOfInitial(word: PreparedWord, role: 0 | 1 | 2, model: NameModel): number {
  const roleCosts = [neverCost, neverCost, neverCost] as [number, number, number];
  roleCosts[role] = 0;
  return wordLog10Lr({ ...word, roleCosts }, word, model);
}

/** A role of this cost is never taken, hundredths. */
const neverCost = 100_000;

function asWritten(candidates: GivenCandidates | null): GivenCandidates | null {
  return candidates === null ? null : { ...candidates, cost: 0 };
}

interface Found {
  readonly agreement: WordAgreement;
  readonly lr: number;
  readonly score: number;
  readonly cost: number;
}

interface RoleQuestion {
  readonly role: 0 | 1 | 2;
  readonly letters: LetterCost | null;
  readonly tables: ModelTables;
}

function weighInRole(a: PreparedWord, b: PreparedWord, { role, letters, tables }: RoleQuestion): Found | null {
  const byName = role === givenAt ? weighCandidates(a.given, b.given, { a, b, tables, agreement: 'given' }) : role === patronymicAt ? weighCandidates(a.patronymic, b.patronymic, { a, b, tables, agreement: 'patronymic' }) : null;
  if (letters === null) return byName;
  const cost = (role === surnameAt ? Math.min(letters.plain, letters.neutral + endingCost) : letters.plain);
  if (cost >= tooFar) return byName;
  const agreement = role === surnameAt && letters.plain > letters.neutral + endingCost ? 'neutral' : 'letters';
  const share = shareOf(role, a, b, tables);
  const lr = role === surnameAt && mayBeNames(a, tables) && mayBeNames(b, tables) && a.key !== b.key ? ratioOfTwo(keptAt(cost), bearersOf(a, tables), bearersOf(b, tables)) : ratio(cost, share, areTwoNames(a, b) ? Math.min(-Math.log10(share), informationOfBoth(a, b, { tables, role })) : informationOfBoth(a, b, { tables, role }));
  if (byName !== null && byName.lr >= lr) return byName;
  return { agreement, lr, cost, score: scoreOf(cost, a, b) };
}

/**
 * `log10 [P(b | a) / P(b)]`, where the writing b comes of a with cost c, and of an unrelated person either because that
 * person has the same name (share f) and it was miswritten alike, or by another name (its letters' probability):
 * `10^-c / (f 10^-c + 10^-information)`.
 */
function ratio(cost: number, share: number, information: number): number {
  return ratioOfChances(keptAt(cost), share, 10 ** -information);
}

/** The same by `10^-c`, share and the probability of the letters. */
export function ratioOfChances(kept: number, share: number, chance: number): number {
  return Math.log10(kept / (share * kept + chance));
}

/** The probability of letters that cost so much, hundredths. */
export function keptAt(cost: number): number {
  return keptByCost[cost] ?? 10 ** (-cost / costScale);
}

/** Costs of letters are whole numbers; higher ones are rare. */
const keptByCost = Float64Array.from({ length: 2048 }, (_, cost) => 10 ** (-cost / costScale));

/**
 * The same of two such surnames where the letters differ, so that at least one of both is miswritten:
 * `10^-c (f(a) + f(b)) / (P(a) P(b))`. A writing stands there because it is somebody's name (f: its share on the list, or
 * that of a name so made among those the list does not hold), because it is the other name miswritten, or by any other slip
 * (its letters' probability). Where both are names that people bear (Вербовюк, Вербовиш), likeness says little; where one
 * is none, all but all.
 */
export function ratioOfTwo(kept: number, a: Bearers, b: Bearers): number {
  const chance = (a.share + b.share * kept + a.slip) * (b.share + a.share * kept + b.slip);
  return Math.log10(Math.min((kept * (a.share + b.share)) / chance, 1 / Math.max(a.share, b.share)));
}

/** Both are given names as they are written, and not one: an unrelated person has the other as often as it is borne. */
function areTwoNames(a: PreparedWord, b: PreparedWord): boolean {
  return a.given?.cost === 0 && b.given?.cost === 0 && !shareName(a.given, b.given);
}

/** What the letters of the less telling of both tell, among names of their community; of two communities, of the first. */
function informationOfBoth(a: PreparedWord, b: PreparedWord, { tables, role }: { readonly tables: ModelTables; readonly role: 0 | 1 | 2 }): number {
  const among = a.community === b.community ? 'own' : 'all';
  return Math.min(toldOfWord(a, tables, role)[among], toldOfWord(b, tables, role)[among]);
}

export function mixed(lr: number, floor: number): number {
  return Math.log10((1 - floor) * 10 ** lr + floor);
}

function scoreOf(cost: number, a: PreparedWord, b: PreparedWord): number {
  return Math.max(0, 1 - cost / (wrongLetter * Math.max(1, Math.min(a.length, b.length))));
}

interface CandidateQuestion {
  readonly a: PreparedWord;
  readonly b: PreparedWord;
  readonly tables: ModelTables;
  readonly agreement: 'given' | 'patronymic';
}

/** What a short form costs in score: it is less than the name. */
const diminutiveScore = 0.92;
const variantScore = 0.96;

function weighCandidates(a: GivenCandidates | null, b: GivenCandidates | null, { a: left, b: right, tables, agreement }: CandidateQuestion): Found | null {
  if (a === null || b === null || !shareName(a, b)) return null;
  const cost = a.cost + b.cost;
  const share = Math.max(shareOfIds(a.ids, tables), shareOfIds(b.ids, tables));
  const information = cost === 0 ? Infinity : informationOfBoth(left, right, { tables, role: agreement === 'given' ? givenAt : patronymicAt });
  const kind = a.diminutive || b.diminutive ? diminutiveScore : variantScore;
  return { agreement, lr: ratio(cost, share, information), cost, score: kind * scoreOf(cost, left, right) };
}

export function shareName(a: GivenCandidates | null | undefined, b: GivenCandidates | null | undefined): boolean {
  if (a == null || b == null) return false;
  for (const id of a.ids) if (b.ids.includes(id)) return true;
  return false;
}

/** Small words are borne by many: bin, de, оглы. */
export const particleShare = 0.2;

function shareOf(role: 0 | 1 | 2, a: PreparedWord, b: PreparedWord, tables: ModelTables): number {
  return a.particle || b.particle ? particleShare : Math.max(shareOfWord(a, role, tables), shareOfWord(b, role, tables));
}

function floorOf(role: 0 | 1 | 2, a: PreparedWord, b: PreparedWord, { tables: { floors }, sex }: Weighing): Floor {
  if (role === patronymicAt) return hasChain(a) || hasChain(b) ? floors.chain : floors.patronymic;
  return role === surnameAt ? floors.surname[sex ?? 'unknown'] : floors.given;
}

function disagree(role: 0 | 1 | 2, comparable: boolean, floor: Floor): WordWeight {
  return { agreement: 'none', role, log10Lr: floor.log10, score: 0, cost: tooFar, comparable };
}

const initialScore = 0.75;

function weighInitial(a: PreparedWord, b: PreparedWord, { initials, floors }: ModelTables, none: WordWeight): WordWeight {
  let share = 0;
  for (const sign of a.firstSounds) if (b.firstSounds.includes(sign)) share = Math.max(share, initials.get(sign) ?? rareInitial);
  if (share === 0 || !none.comparable) return none;
  return { ...none, agreement: 'initial', log10Lr: mixed(-Math.log10(share), floors.initial.share), score: initialScore, cost: 0 };
}

interface LetterCost {
  readonly plain: number;
  readonly neutral: number;
}

/** The cost from which two words are not one misspelt, hundredths; where one was read in part, by the letters that were read of it. */
export function costLimit(a: PreparedWord, b: PreparedWord): number {
  const longer = Math.max(a.length, b.length);
  if (!a.unread && !b.unread) return limitALetter * longer;
  return limitALetter * Math.min(a.unread ? a.length : Infinity, b.unread ? b.length : Infinity) + unreadCost * longer;
}

/** The least cost over all ways of reading both words, with and without the endings of sex; null where both are too far. */
function letterCost(a: PreparedWord, b: PreparedWord): LetterCost | null {
  if (!mayShareLetters(a, b)) return null;
  const costs = letterCostsOf(a.script, b.script);
  let plain = costLimit(a, b);
  let neutral = plain;
  let found = false;
  for (const left of a.readings) {
    for (const right of b.readings) {
      const habit = left.cost + right.cost;
      const whole = editCost(left.sounds, right.sounds, costs, plain - habit);
      if (whole < tooFar) [plain, found] = [whole + habit, true];
      if (left.neutral === left.sounds && right.neutral === right.sounds) continue;
      const bare = editCost(left.neutral, right.neutral, costs, neutral - habit);
      if (bare < tooFar) [neutral, found] = [bare + habit, true];
    }
  }
  return found ? { plain, neutral: Math.min(plain, neutral) } : null;
}
