/** The next free code of a sample of one subject: its own code, then `S1`, `S2` and so on. */
export function nextSampleCode(of: string, codes: readonly string[]): string {
  let number = 1;
  while (codes.includes(`${of}-S${number}`)) number += 1;
  return `${of}-S${number}`;
}
