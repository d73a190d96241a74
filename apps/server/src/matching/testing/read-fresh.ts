import type { Person } from '../../access/testing/person.ts';

/** Asks until the answer is the one of the present state, as the pages do. */
export async function readFresh<T>(person: Person, url: string): Promise<T> {
  for (;;) {
    const { answer, making } = await person.expect<{ answer: T | null; making: boolean }>(200, 'GET', url);
    if (!making && answer !== null) return answer;
  }
}
