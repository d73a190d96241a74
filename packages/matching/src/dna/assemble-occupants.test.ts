import { decisionHash, type Subject } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { groundErrors } from '../audit/audit-settings.ts';
import { fold, ids, parameters, uuid } from '../testing/invented-case.ts';
import { assembleOccupants, type OccupancySubjects } from './assemble-occupants.ts';
import type { RunOccupant } from './types.ts';

const site = uuid(1);
const grave = uuid(50);
const person = (id: string, surname: string, birthDate = '1961-03-04'): Subject => fold(id, [
  { type: 'person.reported', code: `P-${id.slice(-2)}`, informant: { relation: 'sister' }, names: [{ kind: 'legal', script: 'Cyrl', surname, given: 'Остап', patronymic: 'Вікторович' }], birthDate },
]);
const remains = (id: string, ...presumed: readonly Readonly<Record<string, unknown>>[]): Subject => fold(id, [
  { type: 'remains.recovered', site, code: `R-${id.slice(-2)}`, completeness: 'complete' }, ...presumed.map((one) => ({ type: 'remains.presumed', ...one })),
]);
const burial = (n: number, name: string, ...more: readonly Readonly<Record<string, unknown>>[]): Subject => fold(uuid(n), [{ type: 'burial.listed', site, number: String(n), name }, ...more]);
const placed = (verdict = 'lies_here'): Readonly<Record<string, unknown>> => ({ type: 'burial.placed', grave, verdict, explanation: 'synthetic' });

const persons = [person(ids.one, 'Вигаданенко'), person(ids.two, 'Вигаданчук')];
const nothing: OccupancySubjects = { persons, remains: [], identifications: [], burials: [], lying: new Map(), opened: new Set([site]) };
const run = {
  remains: [{ profile: uuid(41), of: ids.bag, genotypes: {} }], parameters,
  families: [{ family: ids.family, members: [], missing: [{ person: ids.one, member: 's1' }, { person: ids.two, member: 's2' }] }],
};
const assemble = (over: Partial<OccupancySubjects>): readonly RunOccupant[] => assembleOccupants({ ...nothing, ...over }, run).occupants;

describe('earlier identifications of a run', () => {
  it('have the declared error of their surest ground, with its source', () => {
    const found = assemble({ remains: [remains(ids.bag, { ground: 'papers', person: ids.one }, { ground: 'recognition', person: ids.one })] });
    expect(found).toEqual([{ kind: 'presumed', burial: null, remains: ids.bag, among: 1, person: ids.one, grounds: ['papers', 'recognition'], surest: 'papers', error: groundErrors.papers.value, source: groundErrors.papers.source, verified: false, nameShare: 1 }]);
  });

  it('take part where either side is compared, and not where neither is', () => {
    const elsewhere = assemble({ remains: [remains(ids.secondBag, { ground: 'papers', person: ids.one })] });
    const otherwise = assemble({ remains: [remains(ids.bag, { ground: 'papers', person: uuid(99) })] });
    const beyond = assemble({ remains: [remains(ids.secondBag, { ground: 'papers', person: uuid(99) })] });
    expect([elsewhere.length, otherwise.length, beyond.length]).toEqual([1, 1, 0]);
  });

  it('that rest on DNA of remains and a person compared are not counted beside that DNA', () => {
    const signed = (of: string): Subject => {
      const proposal = { type: 'identification.proposed', basis: 'decided', code: 'I-1', remains: [of], person: ids.one, ground: 'dna', contradictions: [], argument: 'synthetic' };
      const hash = { basis: 'decided', decisionHash: decisionHash(fold(uuid(60), [proposal])) };
      const signature = (n: number) => ({ type: 'identification.signed', ...hash, signer: uuid(n), signerName: `Синтетична особа ${n}`, keyKind: 'passphrase', key: `k${n}`, signature: 'AA==' });
      return fold(uuid(60), [proposal, { type: 'identification.reviewed', ...hash, verdict: 'agreed', explanation: 'synthetic' }, signature(61), signature(62)]);
    };
    const established = (of: string): readonly RunOccupant[] => assemble({ remains: [remains(of)], identifications: [signed(of)] });
    expect(established(ids.bag)).toEqual([]);
    expect(established(ids.secondBag).map(({ kind, error }) => [kind, error])).toEqual([['established', groundErrors.dna.value]]);
  });
});

describe('lines of a burial journal', () => {
  const name = 'Вигаданенко Остап Вікторович';

  it('name the person whose name fits, as a body that was not recovered where the grave they were placed in is empty or the site untouched', () => {
    for (const over of [{ burials: [burial(70, name, placed())] }, { burials: [burial(70, name)], opened: new Set<string>() }]) {
      const [found, another] = assemble(over);
      expect([found?.kind, found?.person, found?.remains, found?.error, another]).toEqual(['burial', ids.one, null, groundErrors.journal.value, undefined]);
      expect(found?.nameShare).toBeGreaterThan(0.5);
    }
  });

  it('speak of one of the remains of their grave, each alike', () => {
    const found = assemble({ burials: [burial(70, name, placed())], lying: new Map([[grave, [ids.secondBag, ids.bag]]]) });
    expect(found.map(({ remains: of, among }) => [of, among])).toEqual([[ids.bag, 2], [ids.secondBag, 2]]);
  });

  it('that nobody placed at an opened site, that two people placed differently, or that name nobody, take no part', () => {
    expect(assemble({ burials: [burial(70, name)] })).toEqual([]);
    expect(assemble({ burials: [burial(70, name, placed(), { ...placed(), grave: uuid(51) })] })).toEqual([]);
    expect(assemble({ burials: [burial(70, 'невідомий чоловік', placed())] })).toEqual([]);
    expect(assemble({ burials: [burial(70, 'Іншаков Назар Петрович', placed())] })).toEqual([]);
  });

  it('whose year of birth is another name the person less surely', () => {
    const share = (birthDate: string): number => assemble({ burials: [fold(uuid(70), [{ type: 'burial.listed', site, number: '70', name, birthDate }, placed()])] })[0]?.nameShare ?? 0;
    expect(share('1961-03-04')).toBeGreaterThan(share('1930'));
  });
});
