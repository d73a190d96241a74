import { languages } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';
import { encodeSounds, looseSounds, soundMask } from '../sounds/sounds.ts';
import { SoundIndex } from '../sounds/sound-index.ts';
import { readWord } from '../sounds/read-word.ts';
import { givenNameLines } from './given-name-lines.ts';

/** How a form belongs to a given name. */
export type FormKind = 'full' | 'diminutive' | 'patronymic';

/** A given name and all that stands for it. */
export interface GivenName {
  /** Position in `givenNames`. */
  readonly id: number;
  /** The Ukrainian form: the name of the group, not the right form for a person. */
  readonly name: string;
  readonly sex: NameSex;
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

interface Lexicon {
  readonly names: readonly GivenName[];
  readonly forms: ReadonlyMap<string, readonly GivenForm[]>;
  readonly all: readonly GivenForm[];
  /** Places in `all` by loose forms with one or two letters left out. */
  readonly near: SoundIndex;
}

let built: Lexicon | undefined;

/** The lexicon, built at first use: some thousand forms, about 50 ms. */
function lexicon(): Lexicon {
  built ??= buildLexicon();
  return built;
}

/** All given names of the lexicon. */
export function givenNames(): readonly GivenName[] {
  return lexicon().names;
}

/** Forms whose loose sounds are these. */
export function findForms(loose: string): readonly GivenForm[] {
  return lexicon().forms.get(loose) ?? [];
}

/** Forms within about two letters of a loose form, and some that are farther: the caller measures. */
export function findNearForms(loose: string): GivenForm[] {
  const { near, all } = lexicon();
  return near.find(encodeSounds(loose)).flatMap((at) => all[at] ?? []);
}

/** Below four letters a letter less makes another name of it; two may be wrong from seven on. */
const leftOut = [0, 0, 0, 0, 1, 1, 1, 2];

function buildLexicon(): Lexicon {
  const names: GivenName[] = [];
  const forms = new Map<string, GivenForm[]>();
  const all: GivenForm[] = [];
  const near = new SoundIndex(leftOut);
  for (const line of givenNameLines.split('\n')) {
    const [uk = '', ru = '', sex = '', latin = '', shortUk = '', shortRu = '', fatherUk = '', fatherRu = ''] = line.split(';').map((cell) => cell.trim());
    if (uk === '') continue;
    const full = [...soundsOf([uk], 'uk'), ...soundsOf([ru], 'ru'), ...soundsOf(words(latin), 'latin')];
    const given: GivenName = { id: names.length, name: uk, sex: sex === 'f' ? 'female' : 'male', firstSounds: [...new Set(full.map((sounds) => looseSounds(sounds).charAt(0)))].join('') };
    names.push(given);
    add(given, 'full', full);
    add(given, 'diminutive', [...soundsOf(words(shortUk), 'uk'), ...soundsOf(words(shortRu), 'ru')]);
    add(given, 'patronymic', [...soundsOf(words(fatherUk), 'uk'), ...soundsOf(words(fatherRu), 'ru')]);
  }
  return { names, forms, all, near };

  function add(given: GivenName, kind: FormKind, written: readonly string[]): void {
    for (const sounds of new Set(written)) {
      const loose = looseSounds(sounds);
      const form: GivenForm = { given, kind, sounds: encodeSounds(sounds), loose, mask: soundMask(loose) };
      push(forms, loose, form);
      near.add(encodeSounds(loose), all.push(form) - 1);
    }
  }
}

function words(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}

/** In Latin letters every habit is followed, because foreign papers write names as they hear them. */
function soundsOf(all: readonly string[], language: string): string[] {
  const chosen = languages.find(({ code }) => code === language);
  return all.flatMap((word) => readWord(word.toLowerCase().replace(apostrophes, ''), chosen).readings.slice(0, language === 'latin' ? 1 : undefined).map(({ sounds }) => sounds));
}

function push(map: Map<string, GivenForm[]>, key: string, form: GivenForm): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [form]);
  else if (list.at(-1) !== form) list.push(form);
}
