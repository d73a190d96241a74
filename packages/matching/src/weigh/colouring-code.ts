import { eyeColours, hairColours, type Colouring } from '../evidence/colouring.ts';

/** Codes of eyes: each eye colour with each hair colour and with hair that is not said, because the two go together. */
export const eyesCodes = 1 + eyeColours.length * (hairColours.length + 1);
/** 0 = not said, then the hair colours in their order. */
export const hairCodes = 1 + hairColours.length;

/** Hair and eyes of a report as codes of lookup; the code of eyes holds the hair too. */
export function colouringCode({ hair, eyes }: Colouring): { readonly hair: number; readonly eyes: number } {
  const hairCode = hair === null ? 0 : hairColours.indexOf(hair) + 1;
  return { hair: hairCode, eyes: eyes === null ? 0 : 1 + hairCode * eyeColours.length + eyeColours.indexOf(eyes) };
}

/** What a code of eyes stands for. */
export function colouringOfCode(code: number): Colouring {
  const at = code - 1;
  return { hair: hairColours[Math.floor(at / eyeColours.length) - 1] ?? null, eyes: eyeColours[at % eyeColours.length] ?? null };
}
