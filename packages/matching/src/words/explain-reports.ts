import type { Words } from './value-words.ts';

/** How several reports of one person tell of one kind of evidence, and what counts of it. */
export type Telling = 'same' | 'exact' | 'mean' | 'together' | 'differ';

const tellings: Readonly<Record<Telling, Words>> = {
  same: { en: 'They say the same; it counts once.', uk: 'Вони кажуть те саме; враховано один раз.' },
  exact: { en: 'One says it more exactly; that counts for all.', uk: 'Одне каже точніше; враховано його.' },
  mean: { en: 'They differ a little; their mean counts.', uk: 'Вони трохи різняться; враховано середнє.' },
  together: { en: 'All that any of them names is read as one list.', uk: 'Усе, що названо в будь-якому з них, прочитано як один перелік.' },
  differ: { en: 'They differ; each is taken as equally likely.', uk: 'Вони різняться; кожне вважаємо однаково ймовірним.' },
};

/** How many of the reports speak of a kind, and how they agree. */
export function explainTelling(telling: Telling, { speaking, all }: { readonly speaking: number; readonly all: number }): Words[] {
  return [
    ...(speaking < all ? [{ en: `Told in ${speaking} of ${all} reports of this person.`, uk: `Про це сказано в ${speaking} з ${all} повідомлень про цю особу.` }] : []),
    ...(speaking > 1 ? [tellings[telling]] : []),
  ];
}

/** How surely so many reports are of one person, and what follows from it. */
export function explainTogether(reports: number, together: number): Words {
  if (together === 1) return { en: `${reports} reports are read as one file: people settled that they are of one person.`, uk: `Повідомлень прочитано разом: ${reports}. Люди вирішили, що вони про одну особу.` };
  // Never rounded up to certainty, which is people's alone.
  const percent = `${together < 0.99 ? Math.round(100 * together) : Math.floor(1000 * together) / 10} %`;
  return {
    en: `${reports} reports are read as one file: with a probability of ${percent} they are of one person, by a search; otherwise they count apart.`,
    uk: `Повідомлень прочитано разом: ${reports}. За пошуком вони з імовірністю ${percent.replace('.', ',')} про одну особу; інакше їх враховано окремо.`,
  };
}
