import type { Body } from '@imena/record';
import { inventPerson, makeRandom, makeUuidV4, shuffledSurnames } from '@imena/synth';
import type { InstallationStatement } from '../../ledger/append-as-installation.ts';

const villages = ['Вигадане', 'Примарне', 'Казкове', 'Умовне', 'Небувале'];
const synthetic = { basis: 'told', synthetic: true } as const;

/** Invented people who were reported missing, most of them found with their names on them, nearly always where they were last seen. */
export interface ReportedAndFound {
  readonly statements: readonly InstallationStatement[];
  readonly pairs: readonly { readonly person: string; readonly remains: string }[];
}

/**
 * Lists of a register from which weights can be learned: every second person is found, in the village of the last seen
 * but for one in ten. Seeded.
 * @param brought - where the dead of a village were brought instead
 */
export function reportedAndFound(site: string, { persons, seed, brought = {} }: { readonly persons: number; readonly seed: number; readonly brought?: Readonly<Record<string, string>> }): ReportedAndFound {
  const random = makeRandom(seed);
  const surnames = shuffledSurnames(random);
  const pairs: { person: string; remains: string }[] = [];
  const statements = Array.from({ length: persons }, (_, i): InstallationStatement[] => {
    const surname = surnames[i % surnames.length];
    if (surname === undefined) return [];
    const { sex, uk: name, birth, statureMm } = inventPerson(random, { sex: i % 4 < 2 ? 'male' : 'female', surname, birthYear: random.int(1940, 2000) });
    const [person, remains, village] = [makeUuidV4(random), makeUuidV4(random), random.pick(villages)];
    const day = `2022-0${random.int(3, 8)}-1${random.int(0, 9)}`;
    const said = (subject: string, body: Readonly<Record<string, unknown>>): InstallationStatement => ({ scope: site, subject, body: { ...synthetic, ...body } as unknown as Body });
    const reported = said(person, {
      type: 'person.reported', code: `SYN-P-${i}`, informant: { relation: 'sister' }, sex, birthDate: `${birth.year}-${String(birth.month).padStart(2, '0')}-${String(birth.day).padStart(2, '0')}`,
      names: [{ kind: 'legal', script: 'Cyrl', ...name }], lastSeen: { when: day, place: { asSaid: village } }, statureMm: { low: statureMm, high: statureMm },
    });
    if (i % 2 === 1) return [reported];
    pairs.push({ person, remains });
    const where = random.chance(0.1) ? (villages[(villages.indexOf(village) + 1) % villages.length] ?? '') : village;
    return [
      reported,
      said(remains, { type: 'remains.recovered', site, code: `SYN-R-${i}`, completeness: 'complete' }),
      said(remains, { type: 'remains.presumed', ground: 'papers', name: `${name.surname} ${name.given} ${name.patronymic}` }),
      said(remains, { type: 'remains.described', foundAt: { asSaid: brought[where] ?? where } }),
      said(remains, { type: 'examination.made', examiner: 'Synthetic', exposure: { knew: false }, sex: { value: sex }, ageYears: { low: 2022 - birth.year - 8, high: 2022 - birth.year + 8 }, statureMm: { low: statureMm - 40, high: statureMm + 40 } }),
    ];
  }).flat();
  return { statements, pairs };
}
