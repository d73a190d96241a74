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

describe('the language of the answers', () => {
  it('is that of --language before that of the terminal, in refusals of options too', async () => {
    expect((await imena(['kinship', '--fast', '--language', 'uk'])).err.join()).toContain('Параметр --fast невідомий');
    expect((await imena(['--help', '--language=en'], { LANG: 'uk_UA.UTF-8' })).out.join()).toContain('Commands:');
    expect((await imena(['kinship', '--theta', '--language', 'uk'])).err.join()).toContain('--theta');
    expect((await imena(['kinship', 'x.json', '--language', 'la'])).code).toBe(2);
  });
});

describe('imena kinship', () => {
  it('does not pass over an option that belongs to another form of the command', async () => {
    for (const args of [['case.json', '--theta', '0.03'], ['advise', 'case.json', '--theta', '0.03'], ['calibrate', 'case.json', '--kit', 'x']]) {
      const { code, err, out } = await imena(['kinship', ...args]);
      expect([args, code, out]).toEqual([args, 2, []]);
      expect(err.join()).toContain(args.at(-2));
    }
  });

  it('reads a file with a byte order mark, and refuses another encoding and two hypotheses of one name', async () => {
    const hypothesis = { name: 'H1', individuals: [{ id: 'A', father: null, mother: null, sex: 'male', profile: 'A' }] };
    const one = { schema: 'kinship-case/1', id: 'synthetic', category: 'a.likelihood', markers: [{ name: 'L', chrom: 'autosomal', alleles: ['1', '2'], freqs: [0.5, 0.5], mutation: null }], pedigrees: [hypothesis], profiles: { A: { L: ['1', '2'] } } };
    const file = (name: string, content: string | Buffer): string => {
      const full = path.join(folder, name);
      writeFileSync(full, content);
      return full;
    };
    const marked = await imena(['kinship', file('marked.json', `\uFEFF${JSON.stringify(one)}`)]);
    expect(JSON.parse(marked.out[0] ?? '')).toMatchObject({ expected: { H1: { lnLikTotal: Math.log(0.5) } } });
    const other = await imena(['kinship', file('other.json', Buffer.from(JSON.stringify({ ...one, id: '\u00e9' }), 'latin1'))]);
    expect(JSON.parse(other.out[0] ?? '')).toMatchObject({ refused: { code: 'cli.not_utf8' } });
    const twice = await imena(['kinship', file('twice.json', JSON.stringify({ ...one, pedigrees: [hypothesis, hypothesis] }))]);
    expect(JSON.parse(twice.out[0] ?? '')).toMatchObject({ refused: { code: 'kinship.case.hypothesis_twice' } });
    const advised = await imena(['kinship', 'advise', file('nobody-missing.json', JSON.stringify(one))]);
    expect([advised.code, advised.err.join()]).toEqual([1, expect.stringContaining('nobody-missing.json')]);
  });

  it('answers each file with one line of JSON, and ends with code 1 when one was refused', async () => {
    const bad = path.join(folder, 'bad.json');
    writeFileSync(bad, '{"id": ');
    const shape = path.join(folder, 'shape.json');
    writeFileSync(shape, '{"schema": "kinship-case/1", "id": "x", "category": "a"}');
    const { code, out, err } = await imena(['kinship', bad, shape, path.join(folder, 'absent.json')]);
    expect(code).toBe(1);
    expect(out.map((line) => (JSON.parse(line) as { refused: { code: string } }).refused.code)).toEqual(['json.syntax', 'kinship.case.shape', 'cli.file_unreadable']);
    expect(err).toHaveLength(3);
  });

  it('of two values under one key neither is taken: the file is refused with its row', async () => {
    const twice = path.join(folder, 'twice.json');
    writeFileSync(twice, '{"schema": "kinship-case/1",\n "theta": 0,\n "theta": 0.03}');
    const { code, err } = await imena(['kinship', twice]);
    expect([code, err.join()]).toEqual([1, expect.stringMatching(/twice\.json.*3.*“theta” stands twice/)]);
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

describe('imena statements', () => {
  const text = 'Synthetic. Officials said at least 60 graves had been found in Dubrava on Friday.\n';
  const write = (name: string, content: string | Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  it('prints one array: each document by its id, then the links among all', async () => {
    const plain = write('plain.txt', text);
    const json = write('given.json', JSON.stringify({ doc: { id: 'given', publication_date: '2024-03-10' }, text, statements: ['never read'] }));
    const { code, out } = await imena(['statements', plain, json, '--published', '2024-03-09']);
    expect([code, out.length]).toEqual([0, 1]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject([
      { doc: 'plain', publication_date: '2024-03-09', statements: [{ kind: 'attributed', quote_type: 'indirect', speaker: 'officials', quantities: [{ bound: 'at_least', value: 60, unit: 'graves' }] }] },
      { doc: 'given', publication_date: '2024-03-10', statements: [{ start: 26, end: 80 }] },
      { links: [{ a: { doc: 'plain' }, b: { doc: 'given' }, relation: 'same-claim' }] },
    ]);
  });

  it('names a JSON file that holds no document, goes on with the others and ends with 1', async () => {
    const plain = write('plain.txt', text);
    const links = write('links.json', JSON.stringify({ schema: 'statement-links/1', links: [] }));
    const { code, out, err } = await imena(['statements', links, plain]);
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('links.json');
    expect(JSON.parse(out[0] ?? '')).toMatchObject([{ doc: 'plain', statements: [{ speaker: 'officials' }] }, { links: [] }]);
  });

  it.each([
    ['a file that is not there', ['absent.txt'], 'cli.file_unreadable'],
    ['a file that is not UTF-8', ['latin.txt'], 'cli.not_utf8'],
    ['JSON that is cut off', ['cut.json'], 'json.syntax'],
    ['a document without text', ['shape.json'], 'statements.no_text'],
    ['a day that is none', ['plain.txt', '--published', '2024-02-31'], 'statements.date_wrong'],
    ['one day for two undated files', ['plain.txt', 'second.txt', '--published', '2024-03-09'], 'statements.published_unclear'],
    ['two documents of one id', ['plain.txt', 'plain.txt'], 'statements.same_id'],
  ])('refuses %s, and names it', async (_, args, problem) => {
    for (const name of ['plain.txt', 'second.txt']) write(name, text);
    write('latin.txt', Buffer.from([0x47, 0xe4, 0xff]));
    write('cut.json', '{"doc": ');
    write('shape.json', '{"doc": {"id": "x"}}');
    const { code, out, err } = await imena(['statements', '--json', ...args.map((arg) => (/\.(?:txt|json)$/.test(arg) ? path.join(folder, arg) : arg))]);
    expect([code, (JSON.parse(out[0] ?? '') as { problem: { code: string } }).problem.code]).toEqual([1, problem]);
    expect(err.join('')).toMatch(/absent\.txt|latin\.txt|cut\.json|shape\.json|2024-02-31|second\.txt|id plain/);
  });
});
