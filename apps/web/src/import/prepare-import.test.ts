import { codeLists, countRows, nameKey, parseBody, scriptOf, statementsOf, type ExistingSubject, type ImportTarget } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@imena/problem';
import { issuesCsv } from './issues-csv.ts';
import { makeImportReader, type ImportContext, type PreparedAnswer } from './worker-protocol.ts';

const site = '00000000-0000-4000-8000-000000000001';
const known = (code: string, kind: ExistingSubject['kind']): ExistingSubject => ({ id: `00000000-0000-4000-8000-0000000001${code.padStart(2, '0').slice(-2)}`, kind, code, title: '' });

function prepare(target: ImportTarget, text: string, context: ImportContext): PreparedAnswer {
  let last = 0;
  const reader = makeImportReader(() => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`);
  const opened = reader.open({ kind: 'open', target, bytes: new TextEncoder().encode(text), options: { fileName: 'list.csv' } });
  return reader.prepare({ kind: 'prepare', mapping: opened.guessed, profileOptions: {}, context, scope: site, demonstration: false });
}

const graves = { target: 'graves', site, graves: {}, areas: { а: '00000000-0000-4000-8000-0000000000aa' }, markerType: 'wooden_cross' } as const;
const remains = { target: 'remains', site, graves: { 12: known('12', 'grave') }, remains: {}, completeness: 'complete', examination: { examiner: 'Examiner (synthetic)', knew: false }, mayRecover: true, mayExamine: true } as const;

describe('an import', () => {
  it('turns a list of graves into statements that the ledger takes', () => {
    const { prepared } = prepare('graves', 'number;area;name;type;note\n7;А;СИНТЕТИК;single;dry\n8;Z;;;\n', graves);
    expect(prepared.rows.map((row) => row.bodies.map((body) => body['type']))).toEqual([['grave.marked', 'grave.marker_transcribed', 'grave.described'], ['grave.marked']]);
    expect(prepared.rows[0]?.bodies[0]).toMatchObject({ site, area: '00000000-0000-4000-8000-0000000000aa', number: '7', basis: 'document', note: 'dry\nlist.csv, 2' });
    expect(prepared.issues.map((issue) => [issue.place.row, issue.code, issue.severity])).toEqual([[3, 'web.import_area_unknown', 'warning']]);
    for (const row of prepared.rows) for (const body of row.bodies) expect(() => parseBody(body)).not.toThrow();
  });

  it('holds a row back whole when one of its statements cannot be made, and gives the others', () => {
    const { prepared } = prepare('graves', 'number;name\n7;СИНТЕТИК\n8;\n', { ...graves, markerType: null });
    expect(prepared.rows.map((row) => row.label)).toEqual(['8']);
    expect(prepared.heldBack).toEqual([2]);
  });

  it('shows a grave number that is there already, and passes it over or adds a further statement as the person chose', () => {
    const seven = known('7', 'grave');
    const { prepared } = prepare('graves', 'number\n7\n8\n', { ...graves, graves: { 7: seven } });
    expect(countRows(prepared.rows)).toEqual({ fresh: 1, present: 1 });
    expect(statementsOf(prepared.rows, { scope: site, present: 'skip' }).map((one) => one.body['number'])).toEqual(['8']);
    expect(statementsOf(prepared.rows, { scope: site, present: 'further' }).map((one) => one.subject)[0]).toBe(seven.id);
    expect(statementsOf(prepared.rows, { scope: site, present: 'new' }).map((one) => one.subject)).not.toContain(seven.id);
  });

  it('gives remains their grave, and findings only where somebody may record an examination and is named', () => {
    const text = 'code,grave,sex,age min,age max\nIZ-1,12,m,30,40\nIZ-2,99,f,20,30\n';
    const { prepared } = prepare('remains', text, remains);
    expect(prepared.rows[0]?.bodies[0]?.['grave']).toBe(known('12', 'grave').id);
    expect(prepared.rows[0]?.bodies[1]).toMatchObject({ type: 'examination.made', ageYears: { low: 30, high: 40 }, exposure: { knew: false } });
    expect(prepared.issues.map((issue) => issue.code)).toEqual(['web.import_grave_unknown']);
    const unnamed = prepare('remains', text, { ...remains, examination: null });
    expect(unnamed.prepared.rows).toEqual([]);
    const recovery = prepare('remains', text, { ...remains, mayExamine: false });
    expect(recovery.prepared.rows.map((row) => row.bodies.length)).toEqual([1, 1]);
  });

  it('gives remains and missing persons everything their lists describe, as statements that the ledger takes', () => {
    const found = prepare('remains', 'code,hair,teeth chart,numbers,bones,death,found at,name on papers\nIZ-1,not assessable,16: crown metal,implant: A-77,femur left 1-5,2022-03/2022-05,forest,Вигадько\n', remains);
    expect(found.prepared.issues).toEqual([]);
    expect(found.prepared.rows[0]?.bodies.map((body) => body['type'])).toEqual(['remains.recovered', 'remains.described', 'remains.presumed', 'remains.inventoried']);
    expect(found.prepared.rows[0]?.bodies[1]).toMatchObject({ hair: { absent: 'not_assessable' }, deathDate: '2022-03/2022-05', foundAt: { asSaid: 'forest' }, note: 'list.csv, 2' });
    const recovery = prepare('remains', 'code,bones\nIZ-1,femur left\n', { ...remains, mayExamine: false });
    expect(recovery.prepared.issues.map((issue) => [issue.code, issue.severity])).toEqual([['web.import_bones_left', 'warning']]);
    const missing = prepare('missing', 'surname,hair,clothing,teeth,medical,address,numbers\nВигадько,сиве,пальто,золоті,штифт,вул. Вигадана,passport: 1\n', { target: 'missing', persons: [], consentGiven: null });
    expect(missing.prepared.issues).toEqual([]);
    expect(missing.prepared.rows[0]?.bodies[0]).toMatchObject({ hair: 'сиве', clothing: 'пальто', teeth: 'золоті', medical: 'штифт', residence: { asSaid: 'вул. Вигадана' }, numbers: [{ thing: 'passport', number: '1' }] });
    for (const row of [...found.prepared.rows, ...missing.prepared.rows]) for (const body of row.bodies) expect(() => parseBody(body)).not.toThrow();
  });

  it('knows every code of the register for what is described, and no other', () => {
    const listed = (cells: string, column: string): readonly unknown[] => prepare('remains', `code,${column}\nIZ-1,${cells}\n`, remains).prepared.issues;
    for (const finding of codeLists.toothFindings) expect(listed(`16: ${finding}`, 'teeth chart'), finding).toEqual([]);
    for (const bone of codeLists.boneElements) for (const side of codeLists.boneSides) expect(listed(`${bone} ${side}`, 'bones'), `${bone} ${side}`).toEqual([]);
    for (const thing of codeLists.numberedKinds) expect(listed(`${thing}: 1`, 'numbers'), thing).toEqual([]);
    for (const status of codeLists.militaryStatuses) expect(listed(status, 'military'), status).toEqual([]);
    for (const condition of codeLists.conditions) expect(listed(condition, 'condition'), condition).toEqual([]);
    for (const absence of codeLists.absences) expect(listed(absence, 'hair'), absence).toEqual([]);
  });

  it('refuses a mortuary that would register remains, and takes its findings on remains that are there', () => {
    const context = { ...remains, mayRecover: false, remains: { 'IZ-1': known('1', 'remains') } };
    const { prepared } = prepare('remains', 'code,sex,age min,age max\nIZ-1,m,30,40\nIZ-2,f,20,30\n', context);
    expect(prepared.rows.map((row) => [row.label, row.bodies.map((body) => body['type'])])).toEqual([['IZ-1', ['examination.made']]]);
    expect(prepared.heldBack).toEqual([3]);
  });

  it('issues the next codes to missing persons and points out a name that is there in another script', () => {
    const context = { target: 'missing', persons: [{ id: site, kind: 'person', code: 'AM-0041', title: 'Syntetyk Olena Ivanivna' }], consentGiven: null } as const;
    const { prepared } = prepare('missing', 'surname;given;sex;birth date\nСинтетик;Олена;f;1980\nІнша;Особа;f;\n', context);
    expect(prepared.rows.map((row) => [row.existing?.code, row.bodies[0]?.['code']])).toEqual([['AM-0041', 'AM-0041'], [undefined, 'AM-0042']]);
    expect(prepared.issues.map((issue) => issue.code)).toEqual(['web.import_same_name']);
    expect(prepared.rows[1]?.bodies[0]).toMatchObject({ names: [{ script: 'Cyrl', surname: 'Інша' }] });
  });

  it('attaches profiles by the code of the sample, and holds back those whose code nobody knows', () => {
    const owner = { ...known('5', 'remains'), sample: '00000000-0000-4000-8000-000000000055' };
    const context = { target: 'profiles', owners: { 'S-5': owner }, importFile: 'a'.repeat(64) } as const;
    const { prepared } = prepare('profiles', 'sample,marker,allele1,allele2\ns-5,TH01,6,9.3\ns-5,D3S1358,15,16\nX-1,TH01,6,7\n', context);
    expect(prepared.rows).toHaveLength(1);
    expect(prepared.rows[0]?.bodies[0]).toMatchObject({ remains: owner.id, sample: owner.sample, genotypes: { TH01: ['6', '9.3'], D3S1358: ['15', '16'] } });
    expect(prepared.issues.filter((issue) => issue.severity === 'error').map((issue) => [issue.place.row, issue.code])).toEqual([[4, 'web.import_sample_unknown']]);
  });

  it('reads a CODIS import file as profiles, with its specimens to look at first, and refuses other XML in words', () => {
    const specimen = (id: string): string => `<SPECIMEN><SPECIMENID>${id}</SPECIMENID><SPECIMENCATEGORY>Unidentified Person</SPECIMENCATEGORY><LOCUS><LOCUSNAME>THO1</LOCUSNAME><ALLELE><ALLELEVALUE>9.3</ALLELEVALUE></ALLELE><ALLELE><ALLELEVALUE>6</ALLELEVALUE></ALLELE></LOCUS></SPECIMEN>`;
    const xml = `\uFEFF<?xml version="1.0"?><CODISImportFile xmlns="urn:CODISImportFile-schema"><HEADERVERSION>3.2</HEADERVERSION>${specimen('S-5')}${specimen('X-1')}</CODISImportFile>`;
    const context = { target: 'profiles', owners: { 'S-5': known('5', 'remains') }, importFile: 'a'.repeat(64) } as const;
    const reader = makeImportReader(() => site);
    const opened = reader.open({ kind: 'open', target: 'profiles', bytes: new TextEncoder().encode(xml), options: { fileName: 'codis.xml' } });
    expect([opened.profileFormat, opened.rowCount, opened.first[0]]).toEqual(['cmf', 2, ['S-5', 'Unidentified Person', '', 'THO1 9.3,6']]);
    const { prepared } = reader.prepare({ kind: 'prepare', mapping: null, profileOptions: {}, context, scope: site, demonstration: false });
    expect(prepared.rows.map((row) => row.bodies[0]?.['genotypes'])).toEqual([{ TH01: ['6', '9.3'] }]);
    expect(prepared.issues.map((issue) => issue.code)).toContain('web.import_sample_unknown');
    expect(() => reader.open({ kind: 'open', target: 'profiles', bytes: new TextEncoder().encode('<html/>'), options: { fileName: 'page.xml' } })).toThrow(ProblemError);
  });

  it('keeps the Y-STR loci of a table apart from the genotypes', () => {
    const context = { target: 'profiles', owners: { 'S-5': known('5', 'remains') }, importFile: 'a'.repeat(64) } as const;
    const { prepared } = prepare('profiles', 'sample,marker,allele1,allele2\nS-5,TH01,6,9.3\nS-5,DYS391,10,\nS-5,DYS385,11,14\n', context);
    expect(prepared.rows[0]?.bodies[0]).toMatchObject({ genotypes: { TH01: ['6', '9.3'] }, yHaplotype: { DYS391: ['10'] } });
    for (const row of prepared.rows) for (const body of row.bodies) expect(() => parseBody(body)).not.toThrow();
  });

  it('states drop-out and drop-in of a profile where the file has columns for them, of single markers too, and refuses a figure that is neither share nor percentage', () => {
    const context = { target: 'profiles', owners: { 'S-5': known('5', 'remains') }, importFile: 'a'.repeat(64) } as const;
    const long = prepare('profiles', 'sample;marker;allele1;allele2;Drop-out;Drop-in;Drop-out reason\nS-5;TH01;6;6;20 %;0,01;three replicates\nS-5;FGA;21;24;0.4;;\nS-5;D3S1358;15;16;;;\n', context).prepared;
    expect(long.rows[0]?.bodies[1]).toMatchObject({ type: 'profile.low_template_stated', ground: 'file', explanation: 'three replicates', lowTemplate: { dropOutPpm: 200_000, dropInPpm: 10_000, markers: { FGA: { dropOutPpm: 400_000 } } } });
    for (const body of long.rows[0]?.bodies ?? []) expect(() => parseBody(body)).not.toThrow();
    const wide = prepare('profiles', 'sample;TH01;FGA;випадіння\nS-5;6,9.3;21,24;15%\n', context).prepared;
    expect(wide.rows[0]?.bodies[1]).toMatchObject({ lowTemplate: { dropOutPpm: 150_000 }, explanation: expect.stringContaining(', 2') as string });
    const wrong = prepare('profiles', 'sample;TH01;drop-out\nS-5;6,9.3;20\n', context).prepared;
    expect(wrong.issues.filter((issue) => issue.severity === 'error').map((issue) => [issue.place.row, issue.code])).toEqual([[2, 'exchange.drop_out_value']]);
    expect(wrong.rows.flatMap((row) => row.bodies.map((body) => body['type']))).not.toContain('profile.low_template_stated');
  });

  it('refuses a file of another kind in words and keeps nothing of it', () => {
    const reader = makeImportReader(() => site);
    expect(() => reader.open({ kind: 'open', target: 'graves', bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 1]), options: { fileName: 'x.csv' } })).toThrow(ProblemError);
    expect(() => reader.prepare({ kind: 'prepare', mapping: null, profileOptions: {}, context: graves, scope: site, demonstration: false })).toThrow(ProblemError);
  });

  it('writes its issues with the reason in the reader’s language', () => {
    const { prepared } = prepare('graves', 'number;area\n8;Z\n', graves);
    expect(issuesCsv(prepared.issues, 'en')).toContain('list.csv,2,,to be looked at,The site has no area “Z”.');
    expect(issuesCsv(prepared.issues, 'uk')).toContain('немає ділянки «Z»');
  });

  it('knows the script of a name by its letters only', () => {
    expect([scriptOf(['Синтетик']), scriptOf(['Syntetyk']), scriptOf(['Cинтетик']), scriptOf(['42'])]).toEqual(['Cyrl', 'Latn', 'unknown', 'unknown']);
    expect(nameKey('Олена Синтетик')).toBe(nameKey('Syntetyk Olena'));
  });
});
