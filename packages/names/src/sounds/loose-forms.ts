import { communities } from '../languages/index.ts';
import type { PreparedWord } from '../prepare/prepared.ts';
import { longestWord, looseSounds, oneUnread, someUnread, soundCode, soundCount, unwritten, vowels } from './sounds.ts';

/** Codes in loose forms for searching: as `looseSounds`, and vowels that are written down for each other by ear as one. */
const looseCode = new Uint8Array(soundCount).map((_, code) => code);
for (const sign of 'abvghdeZzijklmnoprstufxcCSywq') {
  const loose = looseSounds(sign);
  looseCode[soundCode(sign)] = loose === '' ? 0 : soundCode(loose);
}
for (const [sign, other] of [['a', 'o'], ['e', 'i'], ['y', 'i']] as const) looseCode[soundCode(sign)] = soundCode(other);
const vowelCodes = new Set(Array.from(vowels, soundCode));
looseCode[unwritten] = 0;
looseCode[oneUnread] = 0;
looseCode[someUnread] = 0;

/**
 * Every way in which a word is read, in loose sounds, with and without what differs between the sexes; what could not be
 * read is left out. Of names that are also written without their vowels, the consonants alone too. For searching: equal forms are a reason to look closer.
 */
export function looseForms({ readings, community }: PreparedWord): Uint8Array[] {
  const forms: Uint8Array[] = [];
  for (const { sounds, neutral } of readings) {
    add(forms, sounds);
    if (neutral !== sounds) add(forms, neutral);
  }
  if (communities[community]?.customs.isConsonantal === true) for (const form of forms.slice()) addForm(forms, form.filter((code) => !vowelCodes.has(code)));
  return forms;
}

function add(forms: Uint8Array[], sounds: Uint8Array): void {
  let length = 0;
  for (const sound of sounds) {
    const code = looseCode[sound] ?? 0;
    if (code !== 0 && (length === 0 || loose[length - 1] !== code)) loose[length++] = code;
  }
  // A copy: a view would take a buffer of its own.
  addForm(forms, loose.slice(0, length));
}

const loose = new Uint8Array(longestWord);

function addForm(forms: Uint8Array[], form: Uint8Array): void {
  if (form.length > 0 && !forms.some((known) => known.length === form.length && known.every((code, at) => code === form[at]))) forms.push(form);
}
