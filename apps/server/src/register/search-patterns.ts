import { queryKeys } from '@imena/names';

/**
 * One regular expression a typed word: some key of the word is the beginning of some stored key. Null when nothing
 * was typed that can be searched for.
 */
export function searchPatterns(typed: string): string[] | null {
  const patterns = queryKeys(typed).slice(0, 8).map((keys) => ` (${[...new Set(keys)].map(escapePattern).join('|')})`);
  return patterns.length === 0 ? null : patterns;
}

/** Every key of what was typed, for a search by likeness. */
export function searchKeysOf(typed: string): string[] {
  return [...new Set(queryKeys(typed).slice(0, 8).flat())].filter((key) => key.length >= 3);
}

function escapePattern(key: string): string {
  return key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
