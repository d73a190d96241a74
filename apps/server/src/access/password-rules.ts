import { makeProblem, type Problem } from '@imena/problem';
import { commonPasswords, commonWords } from './common-passwords.ts';

/** Characters (Unicode code points). No rule about which: such rules make people write `Password1!`. */
export const minimumPasswordLength = 12;
/** Only so that nobody sends us megabytes to hash. */
export const maximumPasswordLength = 1024;

/** Why a password cannot be taken; null when it can. */
export function passwordProblem(password: string, login: string): Problem | null {
  const length = Array.from(password).length;
  if (length < minimumPasswordLength) return makeProblem('access.password_short', { minimum: minimumPasswordLength });
  if (length > maximumPasswordLength) return makeProblem('access.password_long', { maximum: maximumPasswordLength });
  const folded = password.toLowerCase();
  if (isMadeOf(folded, login.toLowerCase())) return makeProblem('access.password_is_login');
  if (commonPasswords.has(folded) || new Set(folded).size < 4 || commonWords.some((word) => isMadeOf(folded, word))) {
    return makeProblem('access.password_common');
  }
  return null;
}

/** Whether a text is one word, repeated, with nothing but digits and punctuation around: `ivan-ivan2024`. */
function isMadeOf(text: string, word: string): boolean {
  return word !== '' && text.includes(word) && /^[\p{N}\p{P}\p{S}\s]*$/u.test(text.replaceAll(word, ''));
}
