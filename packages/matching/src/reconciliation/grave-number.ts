/** A number as people paint and write it, made comparable. */
export interface GraveNumber {
  /** Digits without leading zeros, and what follows them: `398`, `398А`, `12/3`. */
  readonly key: string;
  /** Position in the series; null where letters or a second number follow. */
  readonly serial: number | null;
}

/** Latin letters that look like Cyrillic ones; a painted А is either. */
const lookAlike: Readonly<Record<string, string>> = { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У' };

/**
 * Reads `№ 0398`, `398.`, `No 398-а`, `могила 398` as numbers. Null where there are no digits. What follows the digits
 * stays part of the number: 398-а is another grave than 398.
 */
export function readGraveNumber(text: string | null): GraveNumber | null {
  if (text === null) return null;
  const match = /^\D*(\d+)(.*)$/su.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const digits = (match[1] ?? '').replace(/^0+(?=\d)/u, '');
  const rest = (match[2] ?? '').toUpperCase().replace(/[^\p{L}\p{N}/]/gu, '').replace(/[A-Z]/gu, (letter) => lookAlike[letter] ?? letter);
  return { key: digits + rest, serial: rest === '' && digits.length <= 9 ? Number(digits) : null };
}

/** One digit read wrongly, left out or added, or two neighbours swapped; what follows the digits the same. */
export function isMisreading(a: GraveNumber, b: GraveNumber): boolean {
  const [longer, shorter] = a.key.length >= b.key.length ? [a.key, b.key] : [b.key, a.key];
  if (longer.length - shorter.length > 1 || longer === shorter) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  if (longer.length > shorter.length) return shorter.length > 0 && longer.slice(at + 1) === shorter.slice(at);
  if (longer.slice(at + 1) === shorter.slice(at + 1)) return true;
  return longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at] && longer.slice(at + 2) === shorter.slice(at + 2);
}
