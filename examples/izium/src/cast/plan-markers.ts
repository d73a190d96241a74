import { fullName, inventPerson, noisyName, type GroundGrave, type Random, type Surname, type SynthPerson } from '@imena/synth';
import type { CastMissing } from './invent-families.ts';
import type { RemainsPlan } from './plan-remains.ts';

/** What stands on a grave. */
export interface MarkerPlan {
  readonly markerType: 'wooden_cross' | 'metal_cross' | 'board' | 'none';
  readonly number: string | null;
  readonly name: { readonly text: string; readonly person: SynthPerson; readonly missing: CastMissing | null } | null;
  readonly dates: string | null;
  /** Two people read the name differently. */
  readonly disputed: boolean;
}

/** The highest number that the reporters saw on a cross; the numbers below it have gaps, and one stands on two crosses. */
export const highestNumber = 398;
const numbered = 296;
const disputedCount = 4;

/** Decides which crosses carry a name, a number, both or nothing. */
export function planMarkers(random: Random, plan: { ground: readonly GroundGrave[]; remains: readonly RemainsPlan[]; missing: readonly CastMissing[]; spareSurnames: readonly Surname[] }): MarkerPlan[] {
  const numbers = numbersInOrder(random, plan.ground.length);
  const byGrave = new Map(plan.remains.map((item) => [item.grave, item]));
  const buried = new Set(plan.remains.map((item) => item.missing));
  // Names of missing persons whose graves are not opened yet; the person whose name stands on the wrong grave is not among them.
  const elsewhere = random.shuffle(plan.missing.filter((item) => !buried.has(item) && item.family.key !== 'markerNamed'));
  const named = plan.missing.find((item) => item.family.key === 'markerNamed');
  const stranger = (): MarkerPlan['name'] => {
    const person = inventPerson(random, { sex: random.chance(0.5) ? 'male' : 'female', surname: random.pick(plan.spareSurnames), birthYear: random.int(1930, 1998) });
    return { text: markerName(random, person), person, missing: null };
  };
  let disputes = 0;
  return plan.ground.map((_, grave): MarkerPlan => {
    const lying = byGrave.get(grave);
    const number = numbers.get(grave) ?? null;
    const namedOf = (missing: CastMissing): MarkerPlan['name'] => ({ text: markerName(random, missing.person), person: missing.person, missing });
    const name = ((): MarkerPlan['name'] => {
      if (lying?.key === 'markerTrue' && named !== undefined) return namedOf(named);
      if (lying?.key === 'clear' && lying.missing !== null) return { text: fullName(lying.missing.person.uk), person: lying.missing.person, missing: lying.missing };
      if (lying !== undefined && (lying.key === 'brothers' || lying.key === 'nobodyReported' || lying.completeness === 'body_part')) return null;
      if (!random.chance(number === null ? 0.34 : 0.24)) return null;
      if (lying?.missing != null) return namedOf(lying.missing);
      const other = lying === undefined && random.chance(0.35) ? elsewhere.pop() : undefined;
      return other === undefined ? stranger() : namedOf(other);
    })();
    const none = number === null && name === null && random.chance(0.12);
    const disputed = name !== null && lying?.key == null && disputes < disputedCount && /[ин]/.test(name.text.slice(1));
    if (disputed) disputes += 1;
    return {
      markerType: none ? 'none' : random.pick(['wooden_cross', 'wooden_cross', 'wooden_cross', 'wooden_cross', 'wooden_cross', 'wooden_cross', 'board', 'metal_cross']),
      number, name, disputed, dates: name !== null && random.chance(0.45) ? datesOf(random, name.person) : null,
    };
  });
}

/** Numbers rise along the rows, with gaps, up to the highest; one of them is used twice. */
function numbersInOrder(random: Random, graves: number): ReadonlyMap<number, string> {
  const places = random.sample(Array.from({ length: graves }, (_, at) => at), numbered + 1);
  const values = random.sample(Array.from({ length: highestNumber - 1 }, (_, at) => at + 1), numbered - 1);
  const repeated = values[Math.floor(values.length / 3)] ?? 1;
  const sequence = [...values, highestNumber, repeated].sort((a, b) => a - b);
  return new Map(places.map((place, at) => [place, String(sequence[at] ?? 0)]));
}

function markerName(random: Random, person: SynthPerson): string {
  const noise = random.pick(['plain', 'plain', 'plain', 'russian', 'no_patronymic', 'initials', 'misspelt'] as const);
  return noise === 'plain' ? fullName(person.uk) : noisyName(random, person, noise).full;
}

function datesOf(random: Random, person: SynthPerson): string {
  const death = random.pick(['03.2022', '04.2022', '05.2022', '06.2022']);
  const { day, month, year } = person.birth;
  return random.chance(0.5) ? `${year} – 2022` : `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year} – ${death}`;
}
