import { findForms, findFormsInPart, findNearForms, type FormKind, type GivenForm } from '../given/given-names.ts';
import { languages, type Community, type Language } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';
import { editCost } from '../compare/edit-cost.ts';
import { letterCostsOf } from '../sounds/letter-costs.ts';
import { countDifferentSounds } from '../compare/different-sounds.ts';
import { encodeSounds, isInPart, soundMask } from '../sounds/sounds.ts';
import type { WordReading } from '../sounds/read-word.ts';
import { byLast } from './neutral-ending.ts';
import type { GivenCandidates } from './prepared.ts';

/** Beyond this cost a misspelt word is not taken for a given name, hundredths: about two misread letters. */
const farthest = 430;
/** Candidates within this of the nearest are kept, hundredths. */
const almostAsNear = 60;

export interface FoundGiven {
  readonly given: GivenCandidates | null;
  readonly patronymic: GivenCandidates | null;
}

/** Finds for what given names, or fathers' names, a word can stand, also when some letters are wrong. */
export function findGiven(readings: readonly WordReading[], { script, isSurname, community }: { readonly script: Language['script'] | 'other'; readonly isSurname: boolean; readonly community: Community }): FoundGiven {
  const found: Near[] = [];
  for (const { loose } of readings) for (const form of formsRead(loose, community)) found.push({ form, cost: 0 });
  if (found.length === 0 && !isSurname) for (const reading of readings) addNearForms(found, reading, { script, community });
  if (found.length === 0) return nobody;
  const given = collect(found, ['full', 'diminutive']);
  // Where fathers are named by their given names as they are, the word says nothing of the sex of the child.
  const patronymic = community.customs.hasFathersChain && given !== null ? { ...given, sex: null } : collect(found, ['patronymic']);
  return { given, patronymic };
}

/** A word that stands for no given name and no father's name. */
export const nobody: FoundGiven = { given: null, patronymic: null };

/** The forms that are written so; of a word that was read in part all that it may be, so that it says no more than their share. */
function formsRead(loose: string, community: Community): readonly GivenForm[] {
  if (!isInPart(loose)) return findForms(community, loose);
  return /^[*?]*$/u.test(loose) ? [] : findFormsInPart(community, loose);
}

interface Near {
  readonly form: GivenForm;
  readonly cost: number;
}

function addNearForms(found: Near[], { sounds, loose }: WordReading, { script, community }: { readonly script: Language['script'] | 'other'; readonly community: Community }): void {
  const near = findNearForms(community, loose);
  if (near.length === 0) return;
  const word = encodeSounds(sounds);
  const limit = Math.min(farthest, 60 * word.length);
  const mask = soundMask(loose);
  const costs = letterCostsOf(script, script);
  for (const form of near) {
    if (Math.abs(form.loose.length - loose.length) > 2 || countDifferentSounds(form.mask, mask) > 4) continue;
    const cost = editCost(word, form.sounds, costs, limit);
    if (cost <= limit) found.push({ form, cost });
  }
}

function collect(found: readonly Near[], kinds: readonly FormKind[]): GivenCandidates | null {
  const fitting = found.filter(({ form }) => kinds.includes(form.kind));
  if (fitting.length === 0) return null;
  const nearest = Math.min(...fitting.map(({ cost }) => cost));
  const kept = fitting.filter(({ cost }) => cost <= nearest + almostAsNear);
  const full = kept.some(({ form }) => form.kind !== 'diminutive');
  // Where a word is a full name, that it is also somebody's short form hardly matters.
  const used = full ? kept.filter(({ form }) => form.kind !== 'diminutive') : kept;
  const ids = [...new Set(used.map(({ form }) => form.given.id))].sort((a, b) => a - b);
  const sexes = new Set(used.map(({ form }) => (form.kind === 'patronymic' ? patronymicSex(form) : form.given.sex)));
  const [sex] = sexes;
  return { ids, diminutive: !full, cost: nearest, sex: sexes.size === 1 ? (sex ?? null) : null };
}

/** A patronymic tells the sex of the child, not of the father. */
function patronymicSex({ loose }: GivenForm): NameSex {
  return loose.endsWith('a') ? 'female' : 'male';
}

const endings = byLast([...new Map(languages.flatMap((language) => language.patronymicEndings).map(([ending, sex]) => [ending, sex]))].sort(([a], [b]) => b.length - a.length), ([ending]) => ending);

/** The sex that a patronymic ending of any language tells, undefined where the word has none. */
export function patronymicEndingSex(readings: readonly WordReading[]): NameSex | undefined {
  for (const { sounds } of readings) {
    for (const [ending, sex] of endings.get(sounds.slice(-1)) ?? []) if (sounds.length > ending.length + 1 && sounds.endsWith(ending)) return sex;
  }
  return undefined;
}
