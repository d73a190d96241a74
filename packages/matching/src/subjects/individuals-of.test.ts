import { expect, test } from 'vitest';
import { codeLists } from '@imena/record';
import { elements } from '../reassociation/elements.ts';
import { asymmetries, fitGrades, jointName, joints } from '../reassociation/size-tables.ts';
import { fold } from '../testing/invented-case.ts';
import { individualsOf } from './individuals-of.ts';

const idAt = (n: number): string => `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;
const grave = idAt(900);
const bone = (element: string, side: string, zones: readonly number[]) => ({ element, side, zones });
const bag = (n: number, completeness: string, bones: readonly object[], ...more: Readonly<Record<string, unknown>>[]) => fold(idAt(n), [
  { type: 'remains.recovered', site: idAt(1), grave, code: `B-${n}`, completeness }, ...(bones.length === 0 ? [] : [{ type: 'remains.inventoried', basis: 'measured', bones }]), ...more,
]);
const body = bag(1, 'partial', [bone('femur', 'left', [1, 2, 3, 4, 5]), bone('femur', 'right', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), bone('cranium', 'midline', [1, 2])]);
const leg = (...more: Readonly<Record<string, unknown>>[]) => bag(2, 'body_part', [bone('femur', 'left', [6, 7, 8, 9, 10, 11]), bone('tibia', 'left', [1, 2, 3])], ...more);
const other = bag(3, 'body_part', [bone('femur', 'left', [9, 10])]);
const nobody = { typed: new Set<string>(), same: [] };

test('the bones of the register are those that are counted', () => {
  expect([...codeLists.boneElements].sort()).toEqual(Object.keys(elements).sort());
});

test('the measurements, joints and grades of the register are those that are weighed', () => {
  const measured = [...Object.values(asymmetries).flat(), ...joints.flatMap(({ size }) => size ?? [])].flatMap(({ measurements }) => measurements);
  expect([...codeLists.boneMeasurements].sort()).toEqual([...new Set(measured)].sort());
  expect([...codeLists.boneJoints].sort()).toEqual(joints.map(jointName).sort());
  expect(codeLists.jointGrades).toEqual(fitGrades);
});

const sized = (element: string, side: string, zones: readonly number[], mm: Readonly<Record<string, string>>) => ({ ...bone(element, side, zones), mm });
const loose = (n: number, bones: readonly object[], ...more: Readonly<Record<string, unknown>>[]) => fold(idAt(n), [
  { type: 'remains.recovered', site: idAt(1), code: `B-${n}`, completeness: 'fragments' }, { type: 'remains.inventoried', basis: 'measured', bones }, ...more,
]);

test('bones of no known grave are proposed by size, the likest first; sizes that differ hold bags of one grave apart; what sizes say stands beside every pair', () => {
  const left = loose(11, [sized('femur', 'left', [1], { maximum_length: '452', head_diameter: '47.5' })]);
  const right = (n: number, length: string) => loose(n, [sized('femur', 'right', [1], { maximum_length: length })]);
  const { proposals } = individualsOf({ remains: [left, right(12, '450'), right(13, '420'), right(14, '451')], ...nobody });
  expect(proposals.map(({ a, b, basis }) => [a, b, basis])).toEqual([[idAt(11), idAt(14), 'size'], [idAt(11), idAt(12), 'size']]);
  expect(proposals[1]?.sizes?.log10Lr).toBeCloseTo(1.1, 2);
  expect(proposals[1]?.sizes?.reasons).toMatchObject([{ kind: 'size_of_pair', measurements: ['maximum_length'], differenceMm: 2, a: { element: 'femur', side: 'left' }, b: { element: 'femur', side: 'right' } }]);
  const inGrave = (n: number, side: string, length: string) => bag(n, 'body_part', [sized('tibia', side, [1], { maximum_length: length })]);
  expect(individualsOf({ remains: [inGrave(15, 'left', '360'), inGrave(16, 'right', '361')], ...nobody }).proposals).toMatchObject([{ basis: 'complement', sizes: { reasons: [{ differenceMm: -1 }] } }]);
  expect(individualsOf({ remains: [inGrave(15, 'left', '360'), inGrave(16, 'right', '330')], ...nobody }).proposals).toEqual([]);
});

test('a joint that was tried and fits proposes its bags wherever they lay; one that does not fit proposes nothing and is shown where another reason does', () => {
  const compared = (grade: string) => ({ type: 'remains.joint_compared', with: idAt(21), joint: 'sacrum-os_coxae', side: 'left', grade });
  const [hip, sacrum] = [bag(21, 'body_part', [bone('os_coxae', 'left', [1])]), (...more: Readonly<Record<string, unknown>>[]) => loose(22, [bone('sacrum', 'midline', [1])], ...more)];
  const fits = individualsOf({ remains: [hip, sacrum(compared('fits'))], ...nobody }).proposals;
  expect(fits).toMatchObject([{ a: idAt(21), b: idAt(22), basis: 'joint', sizes: { reasons: [{ kind: 'fit_of_joint', a: { element: 'sacrum' }, b: { element: 'os_coxae', side: 'left' } }] } }]);
  expect(fits[0]?.sizes?.log10Lr).toBeCloseTo(1.426, 3);
  const doesNot = sacrum(compared('does_not_fit'));
  expect(individualsOf({ remains: [hip, doesNot], ...nobody }).proposals).toEqual([]);
  const { proposals } = individualsOf({ remains: [hip, doesNot], typed: new Set([idAt(21), idAt(22)]), same: [{ a: idAt(21), b: idAt(22), log10Lr: 15 }] });
  expect(proposals[0]).toMatchObject({ basis: 'dna', log10Lr: 15 });
  expect(proposals[0]?.sizes?.log10Lr).toBeCloseTo(-1.398, 3);
});

test('fragments of different zones are not two people, the same zone twice is, and the bones it rests on are named', () => {
  expect(individualsOf({ remains: [body, leg()], ...nobody }).minimum.minimum).toBe(1);
  const { minimum } = individualsOf({ remains: [body, leg(), other], ...nobody });
  expect(minimum.minimum).toBe(2);
  expect(minimum.together.source).toEqual({ kind: 'zone', element: 'femur', side: 'left', zone: 9, specimens: [`${idAt(2)} 0`, `${idAt(3)} 0`] });
});

test('parts of one grave that complete each other are proposed, those with a bone twice are not; DNA proposes with what speaks against it', () => {
  const { proposals } = individualsOf({ remains: [body, leg(), other], typed: new Set([idAt(2), idAt(3)]), same: [{ a: idAt(3), b: idAt(2), log10Lr: 17 }] });
  expect(proposals.map(({ a, b, basis, against }) => [a, b, basis, against.map(({ kind }) => kind)])).toEqual([
    [idAt(2), idAt(3), 'dna', ['bone_twice']], [idAt(1), idAt(2), 'complement', []], [idAt(1), idAt(3), 'complement', []],
  ]);
});

test('what people brought together is one individual, and two different profiles are two however few the bones', () => {
  const joined = leg({ type: 'remains.reassociated', with: idAt(1), ground: 'refit', explanation: 'Синтетично' });
  const counted = individualsOf({ remains: [body, joined], ...nobody });
  expect([counted.asStated, counted.minimum.minimum, counted.pairs.find(({ element }) => element === 'femur')?.paired]).toEqual([1, 1, 1]);
  expect(counted.proposals).toMatchObject([{ basis: 'complement', stated: [{ verdict: 'together', reason: 'Синтетично' }] }]);
  expect(individualsOf({ remains: [body, leg()], typed: new Set([idAt(1), idAt(2)]), same: [] }).minimum).toMatchObject({ minimum: 2, byBones: 1, profiles: 2 });
});

test('a body recorded as complete counts as a whole skeleton and says so; a bag nobody listed counts by its profile alone', () => {
  const counted = individualsOf({ remains: [bag(4, 'complete', []), bag(5, 'partial', []), body], ...nobody });
  expect(counted.minimum.minimum).toBe(2);
  expect([counted.assumedWhole, counted.withoutInventory]).toEqual([[idAt(4)], [idAt(5)]]);
  // Nobody saw the femora of the body that is only assumed to be whole: they are no pair.
  expect(counted.pairs).toMatchObject([{ element: 'femur', left: 1, right: 1, paired: 1 }]);
});

test('two inventories of one bag that differ count nothing until a person decides', () => {
  const twice = leg({ type: 'remains.inventoried', basis: 'measured', bones: [bone('tibia', 'left', [1])] });
  expect(individualsOf({ remains: [body, twice], ...nobody }).disputed).toEqual([idAt(2)]);
});

test('five left femora that are said to be whole, or of which the maximum length was measured, are five people; without either they are one', () => {
  const counted = (more: object): number => individualsOf({ remains: [1, 2, 3, 4, 5].map((n) => bag(60 + n, 'body_part', [{ element: 'femur', side: 'left', ...more }])), ...nobody }).minimum.minimum;
  expect([counted({ whole: true }), counted({ mm: { maximum_length: '452' } }), counted({})]).toEqual([5, 5, 1]);
});
