import { communities, languages, type Community, type GivenColumn } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';
import { encodeSounds, looseSounds, soundMask } from '../sounds/sounds.ts';
import { SoundIndex } from '../sounds/sound-index.ts';
import { readFirst, readWord } from '../sounds/read-word.ts';
import { WordsByEnds } from '../sounds/words-by-ends.ts';

/** How a form belongs to a given name. */
export type FormKind = 'full' | 'diminutive' | 'patronymic';

/** A given name and all that stands for it. */
export interface GivenName {
  /** Position in `givenNames`. */
  readonly id: number;
  /** The first form of its table: the name of the group, not the right form for a person. */
  readonly name: string;
  readonly sex: NameSex;
  readonly community: Community;
  /** Loose first sounds of its full forms: what its initial can be. */
  readonly firstSounds: string;
}

/** One written form, in sounds. */
export interface GivenForm {
  readonly given: GivenName;
  readonly kind: FormKind;
  readonly sounds: Uint8Array;
  readonly loose: string;
  /** One bit a loose sound, to leave out at once what is far. */
  readonly mask: number;
}

const apostrophes = /['’ʼ`´]/g;

/** The names of one community by their forms. */
interface Lexicon {
  readonly forms: Map<string, GivenForm[]>;
  readonly all: GivenForm[];
  /** Places in `all` by loose forms with one or two letters left out. */
  readonly near: SoundIndex;
  /** The loose forms of `all`; made when the first word is asked for that was read in part. */
  byEnds: WordsByEnds | null;
}

let built: { readonly names: readonly GivenName[]; readonly lexicons: ReadonlyMap<Community, Lexicon> } | undefined;

/** All given names of all communities, those of the first community first. */
export function givenNames(): readonly GivenName[] {
  return lexicons().names;
}

/** Forms of a community whose loose sounds are these. */
export function findForms(community: Community, loose: string): readonly GivenForm[] {
  return lexiconOf(community).forms.get(loose) ?? [];
}

/** All forms of a community. */
export function givenForms(community: Community): readonly GivenForm[] {
  return lexiconOf(community).all;
}

/** Forms of a community within about two letters of a loose form, and some that are farther: the caller measures. */
export function findNearForms(community: Community, loose: string): GivenForm[] {
  const { near, all } = lexiconOf(community);
  const found: GivenForm[] = [];
  for (const at of near.find(encodeSounds(loose))) {
    const form = all[at];
    if (form !== undefined) found.push(form);
  }
  return found;
}

/** Forms of a community that can be read as a loose form of which only some letters are left. */
export function findFormsInPart(community: Community, loose: string): GivenForm[] {
  const lexicon = lexiconOf(community);
  lexicon.byEnds ??= new WordsByEnds(lexicon.all.map((form) => form.loose));
  return lexicon.byEnds.fitting(loose).flatMap((at) => lexicon.all[at] ?? []);
}

function lexiconOf(community: Community): Lexicon {
  const lexicon = lexicons().lexicons.get(community);
  if (lexicon === undefined) throw new RangeError(`no given names of ${community.code}`);
  return lexicon;
}

/** The lexicons, built at first use: some thousand forms, about 50 ms. */
function lexicons(): NonNullable<typeof built> {
  if (built !== undefined) return built;
  const names: GivenName[] = [];
  built = { names, lexicons: new Map(communities.map((community) => [community, buildLexicon(community, names)])) };
  return built;
}

/** Below four letters a letter less makes another name of it; two may be wrong from seven on. */
const leftOut = [0, 0, 0, 0, 1, 1, 1, 2];

function buildLexicon(community: Community, names: GivenName[]): Lexicon {
  const lexicon: Lexicon = { forms: new Map(), all: [], near: new SoundIndex(leftOut), byEnds: null };
  const { columns, lines } = community.givenNames;
  for (const line of lines.split('\n')) {
    const cells = line.split(';').map((cell) => cell.trim());
    const [name] = words(cells[0] ?? '');
    if (name === undefined) continue;
    const forms = columns.flatMap((column, at) => (column === 'sex' ? [] : soundsOf(words(cells[at] ?? ''), column, community).map((sounds) => ({ kind: column.kind, sounds }))));
    const firstSounds = [...new Set(forms.filter(({ kind }) => kind === 'full').map(({ sounds }) => looseSounds(sounds).charAt(0)))].join('');
    const given: GivenName = { id: names.length, name, sex: cells[columns.indexOf('sex')] === 'f' ? 'female' : 'male', community, firstSounds };
    names.push(given);
    for (const kind of ['full', 'diminutive', 'patronymic'] as const) {
      for (const sounds of new Set(forms.flatMap((form) => (form.kind === kind ? [form.sounds] : [])))) addForm(lexicon, given, kind, sounds);
    }
  }
  return lexicon;
}

function addForm({ forms, all, near }: Lexicon, given: GivenName, kind: FormKind, sounds: string): void {
  const loose = looseSounds(sounds);
  const form: GivenForm = { given, kind, sounds: encodeSounds(sounds), loose, mask: soundMask(loose) };
  const list = forms.get(loose);
  if (list === undefined) forms.set(loose, [form]);
  else if (list.at(-1) !== form) list.push(form);
  near.add(encodeSounds(loose), all.push(form) - 1);
}

function words(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}

/** Latin letters are read by the first habit of the community: foreign papers write names as they hear them. */
function soundsOf(all: readonly string[], { language }: Exclude<GivenColumn, 'sex'>, community: Community): string[] {
  const chosen = languages.find(({ code }) => code === language);
  return all.map((word) => word.toLowerCase().replace(apostrophes, '')).flatMap((word) => (chosen === undefined ? readFirst(word, community).sounds : readWord(word, { language: chosen, community }).readings.map(({ sounds }) => sounds)));
}
