import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerCase } from '@imena/kinship';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from './commands/index.ts';
import { runCli } from './run-cli.ts';

interface Answer {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function imena(args: readonly string[], environment: Record<string, string> = {}): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, { environment, out: (line) => void out.push(line), err: (line) => void err.push(line) });
  return { code, out, err };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cases = path.resolve(import.meta.dirname, '../../../../shared/cases/kinship');

describe('imena', () => {
  it('tells of every command in the language of the terminal', async () => {
    const [english, ukrainian] = [await imena(['--help']), await imena(['--help'], { LANG: 'uk_UA.UTF-8' })];
    for (const { name, summary } of commands) {
      expect(english.out.join('\n')).toContain(`${name} `);
      expect(english.out.join('\n')).toContain(summary.en);
      expect(ukrainian.out.join('\n')).toContain(summary.uk);
      expect((await imena([name, '--help'])).code).toBe(0);
      expect((await imena([name, '--help'], { LC_ALL: 'uk_UA.UTF-8' })).out.join('\n')).toContain(summary.uk);
    }
    expect(english.code).toBe(0);
  });

  it('ends with code 2 where it was called wrongly, and says how to call it', async () => {
    for (const args of [[], ['exhume'], ['kinship'], ['kinship', '--fast'], ['backup'], ['restore', 'a', 'b'], ['doctor', 'x'], ['import', 'x.csv'], ['export', '--kind', 'ghosts'], ['admin', 'forget', 'x']]) {
      const { code, err, out } = await imena(args);
      expect([args, code]).toEqual([args, 2]);
      expect(err.join('')).not.toBe('');
      expect(out).toEqual([]);
    }
    expect(JSON.parse((await imena(['exhume', '--json'])).out[0] ?? '')).toMatchObject({ problem: { code: 'cli.command_unknown' } });
  });

  it('refuses in words what is not built yet, whatever is written after it, and names what there is instead', async () => {
    for (const name of ['verify', 'package']) {
      const { code, err } = await imena([name, '--remains', 'x', 'y']);
      expect([name, code]).toEqual([name, 1]);
      expect(err.join('').length).toBeGreaterThan(80);
    }
  });

  it('refuses data commands where no installation is', async () => {
    for (const command of [['doctor'], ['rebuild'], ['backup', path.join(folder, 'b.tar')], ['admin', 'recover', 'x'], ['export', '--kind', 'graves']]) {
      const { code, out } = await imena([...command, '--json', '--data', path.join(folder, 'nothing')]);
      expect([command, code]).toEqual([command, 1]);
      expect(JSON.parse(out[0] ?? '')).toMatchObject({ problem: { code: 'operate.not_running' } });
    }
  });
});

describe('imena kinship', () => {
  it('answers each file with one line of JSON, and ends with code 1 when one was refused', async () => {
    const bad = path.join(folder, 'bad.json');
    writeFileSync(bad, '{"id": ');
    const shape = path.join(folder, 'shape.json');
    writeFileSync(shape, '{"schema": "kinship-case/1", "id": "x", "category": "a"}');
    const { code, out, err } = await imena(['kinship', bad, shape, path.join(folder, 'absent.json')]);
    expect(code).toBe(1);
    expect(out.map((line) => (JSON.parse(line) as { refused: { code: string } }).refused.code)).toEqual(['cli.not_json', 'kinship.case.shape', 'cli.file_unreadable']);
    expect(err).toHaveLength(3);
  });

  it.skipIf(!existsSync(cases))('gives the numbers of the shared cases (skipped where ../shared is not there)', async () => {
    const names = readdirSync(cases).filter((name) => /^[ab]-.*\.json$/.test(name)).slice(0, 12);
    const { out } = await imena(['kinship', ...names.map((name) => path.join(cases, name))]);
    expect(out).toHaveLength(names.length);
    out.forEach((line, i) => {
      const given = readFileSync(path.join(cases, names[i] ?? ''), 'utf8');
      expect(line).toBe(JSON.stringify(answerCase(JSON.parse(given))));
      expect(line).not.toContain(':null');
    });
    expect(out.filter((line) => line.includes('"expected"')).length).toBeGreaterThan(3);
  });
});
