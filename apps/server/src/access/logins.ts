import { makeProblem, type Problem } from '@imena/problem';

const loginPattern = /^[\p{Ll}\p{Lo}\p{N}._@+-]{2,64}$/u;

/** The one written form of a login: composed characters, lower case, no blanks at the ends. */
export function normaliseLogin(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** Why a normalised login cannot be taken; null when it can. */
export function loginProblem(login: string): Problem | null {
  return loginPattern.test(login) ? null : makeProblem('access.login_invalid');
}
