import type { Random } from '../random.ts';
import type { CasePerson } from './invent-case.ts';
import { belongings, eyes, hairs, streets, type Term } from './lexicon.ts';
import type { NumberRow, ToothRow } from './matching-rows.ts';

/** What is true of a person beyond names, age and marks, before anybody reports or finds it. */
export interface PersonDetails {
  readonly hair: Term;
  readonly eyes: Term;
  readonly street: Term;
  readonly belongings: readonly Term[];
  readonly numbers: readonly NumberRow[];
  /** Findings by FDI number; other teeth are sound. */
  readonly teeth: ToothRow;
}

const upper = [11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27];
const lower = [31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 47];
/** Share of molars treated in a mouth, drawn for each; front teeth have a fifth of it. Guesses. */
const mouths = [0.05, 0.2, 0.35, 0.5, 0.7, 0.9] as const;

/** Invents what else is true of a person; the same person and generator give the same. */
export function inventDetails(random: Random, { person, isMilitary }: CasePerson): PersonDetails {
  const age = 2031 - person.birth.year;
  const hair = age > 55 && random.chance(0.6) ? random.pick(hairs.slice(4)) : random.pick(hairs.slice(0, 4));
  const isFair = hair === hairs[1];
  const digits = (count: number): string => Array.from({ length: count }, () => String(random.int(0, 9))).join('');
  return {
    hair, eyes: isFair && random.chance(0.5) ? (eyes[0] ?? random.pick(eyes)) : random.pick(eyes), street: random.pick(streets), belongings: random.sample(belongings, random.pick([0, 1, 1, 2, 3])),
    numbers: [
      { kind: 'passport', number: `МЕ ${digits(6)}` }, { kind: 'phone', number: `+380 50 ${digits(7)}` }, { kind: 'tax_number', number: digits(10) },
      ...(random.chance(0.06) ? [{ kind: 'implant' as const, number: `SN-${digits(3)}-${digits(4)}` }] : []), ...(isMilitary ? [{ kind: 'military_id' as const, number: `АА ${digits(6)}` }] : []),
    ],
    teeth: inventTeeth(random),
  };
}

function inventTeeth(random: Random): ToothRow {
  const treated = random.pick(mouths);
  const teeth: Record<string, string> = { others: 'present_sound' };
  for (const tooth of [...upper, ...lower]) {
    const rate = tooth % 10 >= 6 ? treated : tooth % 10 >= 4 ? 0.6 * treated : 0.2 * treated;
    if (random.chance(rate)) teeth[String(tooth)] = random.pick(['filling_amalgam:MO', 'filling_tooth_coloured:O', 'filling_tooth_coloured:DO', 'filling_unspecified', 'crown_metal_ceramic', 'crown_stamped_steel', 'missing_antemortem', 'missing_antemortem']);
  }
  return teeth;
}

/** A number as it is typed from paper: now and then one digit is wrong or two are swapped. */
export function typedNumber(random: Random, { kind, number }: NumberRow): NumberRow {
  if (!random.chance(0.06)) return { kind, number };
  const at = random.int(Math.floor(number.length / 2), number.length - 2);
  const [a, b] = [number.charAt(at), number.charAt(at + 1)];
  const changed = random.chance(0.5) ? String(random.int(0, 9)) + b : b + a;
  return { kind, number: number.slice(0, at) + changed + number.slice(at + 2) };
}
