import { refuse } from '@imena/problem';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The ISO 7064 MOD 37,36 check character of a text of digits and Latin capitals; separators are passed over.
 * It finds every single wrong character and nearly every swap of two neighbours.
 * @throws Problem `record.code_characters`
 */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text.replace(/[-\s]/g, '')) {
    const value = alphabet.indexOf(character);
    if (value < 0) refuse('record.code_characters', { text });
    let sum = (product + value) % 36;
    if (sum === 0) sum = 36;
    product = (sum * 2) % 37;
  }
  return alphabet.charAt((37 - product) % 36);
}

/** A code of place, team, running number and check character, as printed on a label: `IZM-A-0042-K`. */
export function makeCode({ place, team, number }: { place: string; team: string; number: number }): string {
  const stem = `${place}-${team}-${String(number).padStart(4, '0')}`.toUpperCase();
  return `${stem}-${checkCharacter(stem)}`;
}

/** Whether the last character of a code is the right check character for the rest. */
export function isValidCode(code: string): boolean {
  const match = /^([0-9A-Z][0-9A-Z-]*)-([0-9A-Z])$/.exec(code.trim().toUpperCase());
  return match?.[1] !== undefined && checkCharacter(match[1]) === match[2];
}
