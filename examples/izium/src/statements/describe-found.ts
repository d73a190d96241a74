import { makeRandom, type Random, type SynthPerson } from '@imena/synth';
import type { RemainsPlan } from '../cast/plan-remains.ts';
import type { ToldOfPerson } from './add-person.ts';
import { belongings, clothings, marks } from './people-words.ts';

type Chart = Record<string, { readonly finding: string; readonly surfaces?: string }[]>;

const treatments = [['filling_amalgam', 'MO'], ['filling_tooth_coloured', 'O'], ['filling_tooth_coloured', 'DO'], ['crown_metal_ceramic'], ['crown_stamped_steel'], ['missing_antemortem'], ['missing_antemortem']] as const;
const treatedTeeth = ['14', '15', '16', '17', '24', '25', '26', '27', '34', '35', '36', '37', '44', '45', '46', '47'];

/** The teeth of an invented person, the same wherever they are asked for. */
export function teethOf({ uk, birth }: SynthPerson): Chart {
  const random = makeRandom(`teeth ${uk.surname} ${uk.given} ${birth.year}-${birth.month}-${birth.day}`);
  const chart: Chart = { others: [{ finding: 'present_sound' }] };
  for (const tooth of random.sample(treatedTeeth, random.int(2, 7))) {
    const [finding, surfaces] = random.pick(treatments);
    chart[tooth] = [{ finding, ...(surfaces === undefined ? {} : { surfaces }) }];
  }
  return chart;
}

/** What was seen of remains and on them: much of what relatives told is there, some is gone, some is somebody else's. */
export function foundDescription(random: Random, plan: RemainsPlan, told: ToldOfPerson | null): Readonly<Record<string, unknown>> {
  const gone = { absent: 'not_assessable' } as const;
  const isPart = plan.completeness === 'body_part';
  const again = (said: unknown, chance: number, others: readonly string[]): unknown => (said !== undefined && random.chance(chance) ? said : random.chance(0.3) ? random.pick(others) : { absent: 'not_observed' });
  const seen = told?.lastSeen?.slice(0, 7);
  return {
    foundAt: { asSaid: 'Ізюм, ліс, місце поховань' },
    hair: isPart ? gone : (told?.hair !== undefined && random.chance(0.6) ? told.hair : gone), eyes: gone,
    marks: isPart ? gone : again(told?.marks, 0.7, marks), clothing: again(told?.clothing, 0.6, clothings), belongings: again(told?.belongings, 0.5, belongings),
    military: 'civilian',
    ...(seen !== undefined && random.chance(0.5) ? { deathDate: `${seen}/2022-09` } : {}),
    ...(isPart ? { toothChart: gone } : random.chance(0.6) ? { toothChart: teethOf(plan.person) } : {}),
  };
}
