/**
 * Free words that a person of the team wrote, as a team with foreign colleagues writes them: in Ukrainian, and in English
 * beside. What the record keeps in a language of its own, names and descriptions, is given in both there instead.
 */
export function inBoth(uk: string, en: string): string {
  return `${uk} / ${en}`;
}
