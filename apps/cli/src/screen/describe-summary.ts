import type { Language } from '@imena/problem';
import type { ScreenSummary } from './run-screen.ts';

/** Names shown of a long list; the JSON summary has them all. */
const shown = 10;

/** What a screen did, in sentences. */
export function describeSummary(s: ScreenSummary, seconds: number, language: Language): string[] {
  const count = (n: number): string => n.toLocaleString(language === 'uk' ? 'uk' : 'en');
  const few = (n: number | null): string => (n === null ? '-' : Number(n.toPrecision(2)).toLocaleString(language === 'uk' ? 'uk' : 'en'));
  const threshold = s.threshold < 1 ? String(s.threshold) : count(s.threshold);
  const { expected, standardError, atMost } = s.chancePairs;
  const w = words[language];
  const about = (sentence: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${sentence}: ${names.slice(0, shown).join(', ')}${names.length > shown ? ' …' : ''}.`]);
  const changed = (code: ScreenSummary['applied'][number]['code']): string[] =>
    s.applied.filter((one) => one.code === code).map(({ marker, details }) => [marker, details.allele ?? details.sum ?? ''].join(' '));
  return [
    w.pairs({ pairs: count(s.pairs), seconds: seconds.toFixed(1), hits: count(s.hits), threshold, excluded: count(s.excluded) }),
    w.chance({ expected: expected === null ? null : few(expected), error: few(standardError), atMost: few(atMost) }),
    w.model({ markers: s.markers.length, frequencies: s.frequencies, mutation: s.mutation, theta: s.theta, without: count(s.withoutReferences) }),
    ...about(w.unknownRemains, s.exclusions.unknownRemains),
    ...about(w.withoutFrequencies, s.withoutFrequencies),
    ...about(w.rescaled, changed('rescaled')),
    ...about(w.added(s.policies.outsideAllele.kind === 'refuse' ? 0 : s.policies.outsideAllele.value), changed('outsideAllele')),
    ...about(w.raised(s.policies.minimumFrequency ?? 0), changed('raised')),
    ...about(w.linked, s.takenAsIndependent.map(({ a, b, distanceCm }) => `${a} – ${b} (${String(distanceCm)} cM)`)),
    ...about(w.oneColumn, s.oneColumn),
    ...about(w.sexContradicted, s.sexContradicted),
    ...about(w.contradicted, s.contradicted.map(({ family, markers }) => `${family} (${markers.join(', ')})`)),
  ];
}

interface Pairs {
  readonly pairs: string;
  readonly seconds: string;
  readonly hits: string;
  readonly threshold: string;
  readonly excluded: string;
}

interface Chance {
  readonly expected: string | null;
  readonly error: string;
  readonly atMost: string;
}

interface Model {
  readonly markers: number;
  readonly frequencies: string;
  readonly mutation: string;
  readonly theta: number;
  readonly without: string;
}

const words = {
  en: {
    pairs: ({ pairs, seconds, hits, threshold, excluded }: Pairs) => `${pairs} pairs in ${seconds} s: ${hits} with a likelihood ratio of at least ${threshold}; left out by signed exclusions: ${excluded}.`,
    chance: ({ expected, error, atMost }: Chance) => `Pairs of strangers that would reach this threshold by chance: ${expected === null ? '' : `${expected} expected (standard error ${error}), `}at most ${atMost}.`,
    model: ({ markers, frequencies, mutation, theta, without }: Model) => `Markers: ${markers}; frequencies: ${frequencies}; mutation: ${mutation}; theta: ${theta}; missing persons without typed relatives: ${without}.`,
    unknownRemains: 'Exclusions name remains that the list does not hold',
    withoutFrequencies: 'Without frequencies, not compared',
    rescaled: 'Frequencies scaled to sum to 1 (marker and what they summed to)',
    added: (p: number) => `Alleles added to the table with frequency ${p}`,
    raised: (p: number) => `Frequencies raised to ${p}`,
    linked: 'On one chromosome, taken as independent; where siblings or remoter relatives are typed the ratio may be off (imena kinship calculates them together)',
    oneColumn: 'Markers with one column, of which a single allele is read',
    sexContradicted: 'The sex written contradicts amelogenin, and is the one weighed',
    contradicted: 'Relatives impossible together, so that these markers do not count; the pedigree or a sample is wrong',
  },
  uk: {
    pairs: ({ pairs, seconds, hits, threshold, excluded }: Pairs) => `${pairs} пар за ${seconds} с: ${hits} з відношенням правдоподібності щонайменше ${threshold}; підписаних виключень серед них: ${excluded}.`,
    chance: ({ expected, error, atMost }: Chance) => `Пар чужих людей, які досягли б цього порога випадково: ${expected === null ? '' : `очікувано ${expected} (похибка ${error}), `}щонайбільше ${atMost}.`,
    model: ({ markers, frequencies, mutation, theta, without }: Model) => `Маркерів: ${markers}; частоти: ${frequencies}; мутації: ${mutation}; тета: ${theta}; зниклих без зразків родичів: ${without}.`,
    unknownRemains: 'Виключення називають останки, яких у списку немає',
    withoutFrequencies: 'Без частот, не порівняно',
    rescaled: 'Частоти зведено до суми 1 (маркер і дотеперішня сума)',
    added: (p: number) => `Алелі, додані до таблиці з частотою ${p}`,
    raised: (p: number) => `Частоти, підняті до ${p}`,
    linked: 'На одній хромосомі, а взято як незалежні; де типовано братів, сестер чи дальших родичів, відношення може бути неточним (imena kinship обчислює їх разом)',
    oneColumn: 'Маркери з одним стовпцем, з яких прочитано один алель',
    sexContradicted: 'Записана стать суперечить амелогеніну; зважено записану',
    contradicted: 'Родичі разом неможливі, тож ці маркери не враховано; хибний родовід або зразок',
  },
} as const;
