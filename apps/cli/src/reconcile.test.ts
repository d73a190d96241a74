import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

// Invented people; nobody of them exists.
const files = {
  'journal.csv': 'id,number,name,sex,death,people\nJ1,1,Вигадько Іван,M,2022-03-09,1\nJ2,2,Невідома жінка,,2022-03,1\nJ4,4,Прикладенко Марія,F,,1\n',
  'graves.csv': 'id,emptied,marker_number,marker_name\nG1,yes,1,Выгадько Иван\nG2,yes,№ 2,\nG4,yes,4,Зразківський Петро\n',
  'remains.csv': 'id,grave,sex\nP1,G1,M\nP2,G2,M\nP4,G4,F\nP5,G4,\nP6,G4,\n',
  'bad-date.csv': 'id,death\nJ1,2022-02-30\n',
  'bad-column.csv': 'id,nummer\nJ1,1\n',
  'no-people.csv': 'id,people\nJ1,many\n',
  'twice.csv': 'id,number\nJ1,1\nJ1,2\n',
  'no-id.csv': 'id,number\n,1\n',
};
let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-reconcile-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function imena(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['reconcile', ...args], { environment: {}, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const run = (journal: string, ...more: string[]) => imena('--journal', at(journal), '--graves', at('graves.csv'), '--remains', at('remains.csv'), ...more);

test('prints one line of the table a grave with its mismatches in words, and gaps of the series at the end', async () => {
  const { code, out } = await run('journal.csv');
  expect(code).toBe(0);
  const lines = out.split('\r\n');
  expect(lines[0]).toBe('grave,journal,markers,remains,listed,found,log10_lr,mismatches');
  expect(lines[1]).toMatch(/^G1,J1,G1\/1,P1,1,1,\d+\.\d\d,$/u);
  expect(lines[2]).toContain('the journal lists 1 woman; found: 1 man.');
  expect(lines[3]).toContain('The marker names Зразківський Петро, the journal Прикладенко Марія.');
  expect(lines[3]).toContain('Found 3 where 1 is listed.');
  expect(lines.slice(4).join('\n')).toContain('Numbers missing in the series (the journal): 3 to 3, 1 in all.');
});

test('prints JSON lines for machines, the same each time', async () => {
  const first = await run('journal.csv', '--json');
  const lines = first.out.split('\n').map((line) => JSON.parse(line) as { grave?: string | null; kind?: string; words?: string });
  expect(lines.filter(({ grave }) => grave !== undefined)).toHaveLength(3);
  expect(lines.flatMap(({ kind }) => kind ?? [])).toEqual(['number_missing', 'number_missing', 'sex_differs', 'marker_names_another', 'more_found_than_listed']);
  expect((await run('journal.csv', '--json')).out).toBe(first.out);
});

test('a refused cell is told with its value and what may stand there', async () => {
  const { code, err } = await run('no-people.csv');
  expect(code).toBe(1);
  expect(err).toContain('The value many of the field people is not one that it can have. Allowed: 1, 2, 3 …');
});

test('bad input is refused by file, row and field', async () => {
  for (const [file, parts] of [['bad-date.csv', ['bad-date.csv', '2', 'death']], ['bad-column.csv', ['nummer']], ['no-id.csv', ['no-id.csv', 'id']], ['twice.csv', ['twice.csv', '3', 'J1', 'line 2']], ['nowhere.csv', ['nowhere.csv']]] as const) {
    const { code, out, err } = await run(file);
    expect(code, file).toBe(1);
    expect(out).toBe('');
    for (const part of parts) expect(err).toContain(part);
  }
  expect((await imena('--journal', at('journal.csv'))).code).toBe(2);
});

test('what people decided stands, with who and why; the rest is proposed again, and a decision about what is gone is told', async () => {
  writeFileSync(at('decisions.csv'), 'decision,journal,grave,by,reason\ndifferent,J4,G4,an analyst,the plot was re-used\nsame,J2,G2,an analyst,told by the digger\nsame,J9,G1,an analyst,an older journal\n');
  const { code, out, err } = await run('journal.csv', '--decisions', at('decisions.csv'), '--json');
  expect(code).toBe(0);
  const lines = out.split('\n').map((line) => JSON.parse(line) as { grave?: string; journal?: string[]; links?: { standing: string }[] });
  expect(lines.find(({ grave }) => grave === 'G4')?.journal).toEqual([]);
  expect(lines.find(({ grave }) => grave === 'G2')?.links).toMatchObject([{ standing: 'decided' }]);
  expect(lines.find(({ grave }) => grave === 'G1')?.links).toMatchObject([{ standing: 'proposed' }]);
  expect(err).toContain('J9');
  writeFileSync(at('bare.csv'), 'decision,journal,grave,by,reason\nsame,J1,G1,,\n');
  expect((await run('journal.csv', '--decisions', at('bare.csv'))).code).toBe(1);
  writeFileSync(at('unclear.csv'), 'decision,journal,grave,by,reason\nmaybe,J1,G1,an analyst,looks alike\n');
  expect((await run('journal.csv', '--decisions', at('unclear.csv'))).err).toContain('decision');
});
