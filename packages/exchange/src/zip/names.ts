import { refuse } from '@imena/problem';
import { visible } from '../issue.ts';

const maximumNameBytes = 1024;

/**
 * The name of an entry, if it is a plain relative path of UTF-8 text that shows itself as it is.
 *
 * Refuses with `exchange.zip_name`.
 */
export function checkName(raw: Uint8Array): string {
  const name = decode(raw);
  if (name === null || raw.length === 0 || raw.length > maximumNameBytes) {
    refuse('exchange.zip_name', { name: visible(name ?? '�') });
  }
  const steps = name.replace(/\/$/, '').split('/');
  const escapes =
    name.startsWith('/') || /[\\:]/.test(name) || steps.some((step) => step === '' || /^\.\.?$/.test(step));
  if (escapes || /\p{C}|\u2028|\u2029/u.test(name)) refuse('exchange.zip_name', { name: visible(name) });
  return name;
}

function decode(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Refuses names that some system takes for one: equal, or equal but for case or Unicode composition.
 *
 * Refuses with `exchange.zip_duplicate`.
 */
export function checkNamesDiffer(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
    if (seen.has(key)) refuse('exchange.zip_duplicate', { name });
    seen.add(key);
  }
}
