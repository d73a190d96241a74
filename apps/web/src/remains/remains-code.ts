import { isValidCode, makeCode } from '@imena/record';

const form = /^([0-9A-Z]+)-([0-9A-Z]{1,3})-(\d{4,6})-[0-9A-Z]$/;

/** Numbers are counted over the whole site, whichever team issued them, so that a number alone already leads to one bag. */
export function nextNumber(codes: readonly string[], place: string): number {
  const numbers = codes.flatMap((code) => {
    const [, at, , number] = form.exec(code.toUpperCase()) ?? [];
    return at === place.toUpperCase() && number !== undefined ? [Number(number)] : [];
  });
  return 1 + Math.max(0, ...numbers);
}

/**
 * The next code of a site for a team. The number lies above all that the register shows and above the last one this
 * browser gave out, so that a device without network does not give the same number twice. Two devices without network
 * can: then both stand, and the collision is shown.
 * @param lastHere the last number this browser gave out for the site, 0 if none
 */
export function nextCode(codes: readonly string[], { place, team, lastHere }: { place: string; team: string; lastHere: number }): { code: string; number: number } {
  const number = Math.max(nextNumber(codes, place), lastHere + 1);
  return { code: makeCode({ place, team, number }), number };
}

/** A code in its parts, the check character apart; null for numbers of other forms. */
export function splitCode(code: string): { readonly stem: string; readonly check: string } | null {
  const match = /^(.*)-([0-9A-Z])$/.exec(code.toUpperCase());
  return match?.[1] !== undefined && match[2] !== undefined && isValidCode(code) ? { stem: match[1], check: match[2] } : null;
}

const key = (site: string): string => `imena.last-remains-number.${site}`;

export function lastNumberHere(site: string): number {
  const stored = Number(localStorage.getItem(key(site)));
  return Number.isSafeInteger(stored) && stored > 0 ? stored : 0;
}

export function rememberNumber(site: string, number: number): void {
  localStorage.setItem(key(site), String(number));
}
