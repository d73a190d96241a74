/**
 * Assignments that are not among `possible`, by the numbers of the missing persons, "nobody" last, the first remains first:
 * where every assignment with a likelihood above 0 is known, these have none.
 * @param allowed row = remains, column = missing person
 * @param possible pairings: for each remains the number of the missing person, -1 for nobody
 * @param wanted at most so many
 */
export function listImpossible(allowed: readonly (readonly boolean[])[], possible: readonly (readonly number[])[], wanted: number): number[][] {
  const known = new Set(possible.map((pairing) => pairing.join()));
  const out: number[][] = [];
  const pairing: number[] = [];
  const place = (r: number): void => {
    const row = allowed[r];
    if (row === undefined) {
      if (!known.has(pairing.join())) out.push([...pairing]);
      return;
    }
    for (let m = 0; m <= row.length && out.length < wanted; m++) {
      const person = m < row.length ? m : -1;
      if (person >= 0 && (row[person] !== true || pairing.includes(person))) continue;
      pairing.push(person);
      place(r + 1);
      pairing.pop();
    }
  };
  if (wanted > 0) place(0);
  return out;
}
