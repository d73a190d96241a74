import type { Language } from '@imena/problem';
import type { Surroundings } from './command.ts';

/** The language of `--language`, wherever it stands, or else that of the terminal; and the arguments without it. */
export function languageOf(given: readonly string[], environment: Surroundings['environment']): { language: Language; args: readonly string[]; wrong: string | null } {
  let language: Language = (environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '').startsWith('uk') ? 'uk' : 'en';
  let wrong: string | null = null;
  const args: string[] = [];
  for (let i = 0; i < given.length; i++) {
    const arg = given[i] ?? '';
    if (arg !== '--language' && !arg.startsWith('--language=')) {
      args.push(arg);
      continue;
    }
    const value = arg === '--language' ? (given[++i] ?? '') : arg.slice('--language='.length);
    if (value === 'en' || value === 'uk') language = value;
    else wrong = value;
  }
  return { language, args, wrong };
}
