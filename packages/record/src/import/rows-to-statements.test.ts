import { describe, expect, it } from 'vitest';
import { checkPrepared, nextPersonNumber, parseBody, personCode, prepareProfiles, rowsToStatements, statementsOf, type ExistingSubject, type TableContext } from '../index.ts';

const site = '00000000-0000-4000-8000-000000000001';
const setting = () => {
  let last = 0;
  return { fileName: 'list.csv', scope: site, demonstration: true, newId: () => `00000000-0000-4000-8000-${String((last += 1) + 100).padStart(12, '0')}` };
};
const known = (code: string, kind: ExistingSubject['kind']): ExistingSubject => ({ id: '00000000-0000-4000-8000-000000000099', kind, code, title: '' });
const prepare = (values: Readonly<Record<string, string | number>>[], context: TableContext) =>
  checkPrepared(rowsToStatements({ rows: values.map((row, i) => ({ row: i + 2, values: row })) }, context, setting()), 'list.csv');
const graves = { target: 'graves', site, graves: { 12: known('12', 'grave') }, areas: {}, markerType: 'wooden_cross' } as const;

describe('the statements of an imported list', () => {
  it('lead back to the line they came from, and every one is what the ledger takes', () => {
    const { rows, heldBack } = prepare([{ number: '7', markerName: 'СИНТЕТИК', graveType: 'single', note: 'dry' }], graves);
    const [row] = rows;
    expect(row?.bodies.map((body) => body['type'])).toEqual(['grave.marked', 'grave.marker_transcribed', 'grave.described']);
    expect(row?.bodies[0]?.['note']).toBe('dry\nlist.csv, 2');
    for (const body of row?.bodies ?? []) expect(() => parseBody(body)).not.toThrow();
    expect(heldBack).toEqual([]);
  });

  it('hold a row back whole when the ledger would refuse one of its statements', () => {
    const { rows, issues, heldBack } = prepare([{ number: 'x'.repeat(30) }, { number: '8' }], graves);
    expect(rows.map((row) => row.label)).toEqual(['8']);
    expect(issues.map((issue) => [issue.place.row, issue.severity])).toEqual([[2, 'error']]);
    expect(heldBack).toEqual([2]);
  });

  it('pass over, add to, or stand beside a subject that is there, as the person chose', () => {
    const { rows } = prepare([{ number: '12' }], graves);
    expect(statementsOf(rows, { scope: site, present: 'skip' })).toEqual([]);
    expect(statementsOf(rows, { scope: site, present: 'further' }).map((one) => one.subject)).toEqual([known('12', 'grave').id]);
    expect(statementsOf(rows, { scope: site, present: 'new' }).map((one) => one.subject)).toEqual(['00000000-0000-4000-8000-000000000101']);
  });

  it('never make remains without a stated completeness, nor findings without a named examiner', () => {
    const context = { target: 'remains', site, graves: {}, remains: {}, completeness: null, examination: null, mayRecover: true, mayExamine: true } as const;
    expect(prepare([{ code: 'SYN-1' }], context).issues.map((issue) => issue.code)).toEqual(['web.import_completeness']);
    expect(prepare([{ code: 'SYN-1', completeness: 'complete', sex: 'male' }], context).issues.map((issue) => issue.code)).toEqual(['web.import_examiner']);
  });

  it('give missing persons the next codes and find a name that is there in the other script', () => {
    const context = { target: 'missing', persons: [{ ...known('AM-0041', 'person'), title: 'Syntetyk Olena' }], consentGiven: null } as const;
    const { rows, issues } = prepare([{ surname: 'Синтетик', given: 'Олена' }, { surname: 'Інша' }], context);
    expect(rows.map((row) => [row.existing?.code, row.bodies[0]?.['code']])).toEqual([['AM-0041', 'AM-0041'], [undefined, 'AM-0042']]);
    expect(issues.map((issue) => issue.code)).toEqual(['web.import_same_name']);
    expect([personCode(7), nextPersonNumber(['AM-0009', 'other'])]).toEqual(['AM-0007', 10]);
  });

  it('keep every line of a burial journal, two with one number too, and know a line again by number and name', () => {
    const known1 = { ...known('398', 'burial_record'), title: 'Вигадько Іван' };
    const { rows, heldBack } = prepare([{ number: '398', name: 'Вигадько Іван' }, { number: '398', name: 'невідома жінка', sex: 'female', people: 2 }], { target: 'journal', site, lines: [known1] });
    expect(heldBack).toEqual([]);
    expect(rows.map(({ existing, label }) => [existing?.id, label])).toEqual([[known1.id, '398 · Вигадько Іван'], [undefined, '398 · невідома жінка']]);
    expect(rows[1]?.bodies[0]).toMatchObject({ type: 'burial.listed', site, number: '398', sex: 'female', people: 2, synthetic: true });
  });

  it('carry X-STR, Y-STR and mitochondrial sequence beside the autosomal genotypes', () => {
    const owner = { id: '00000000-0000-7000-8000-000000000009', kind: 'remains', code: 'R-9', title: '' } as const;
    const typed = { xGenotypes: { HPRTB: ['12', null] }, yHaplotype: { DYS391: ['10'] }, mtHaplotype: { ranges: [[16024, 576]], differences: ['263G', '523del'] } } as const;
    const profile = { sample: 'S-9', markers: {}, amelogenin: null, xMarkers: typed.xGenotypes, yMarkers: typed.yHaplotype, mt: typed.mtHaplotype, rows: [2, 3] } as const;
    const { rows, issues } = prepareProfiles({ profiles: [profile] }, { target: 'profiles', owners: { 'S-9': owner }, importFile: 'a'.repeat(64) }, setting());
    expect(issues).toEqual([]);
    expect(parseBody(rows[0]?.bodies[0])).toMatchObject(typed);
  });

  it('attach no profile whose sample nobody knows', () => {
    const profile = { sample: 'X-1', markers: { TH01: ['6', '9.3'] }, amelogenin: null, xMarkers: {}, yMarkers: {}, mt: null, rows: [2] } as const;
    const { rows, issues, heldBack } = prepareProfiles({ profiles: [profile] }, { target: 'profiles', owners: {}, importFile: 'a'.repeat(64) }, setting());
    expect([rows, issues.map((issue) => issue.code), heldBack]).toEqual([[], ['web.import_sample_unknown'], [2]]);
  });
});
