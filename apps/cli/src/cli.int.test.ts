import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '@imena/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const site = randomUUID();
let folder = '';
let data = '';

async function imena(...args: string[]): Promise<{ code: number; json: Record<string, unknown>; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli([...args, '--data', data], { environment: {}, out: (line) => void out.push(line), err: (line) => void err.push(line) });
  const json = args.includes('--json') ? (JSON.parse(out.join('\n')) as Record<string, unknown>) : {};
  return { code, json, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'imena-cli-'));
  // As root the database server runs as another user, who must be able to pass through.
  await chmod(folder, 0o711);
  data = path.join(folder, 'data');
  const server = await startServer({ dataDir: data, port: 0, webFolder: path.join(folder, 'no-pages') });
  const { author, ledger } = server.context;
  const name = { en: 'Synthetic site', uk: 'Вигадане місце' };
  await author.append([
    { scope: site, subject: site, body: { type: 'site.registered', basis: 'observed', code: 'SYN', name, synthetic: true } },
    {
      scope: site, subject: site,
      body: { type: 'site.located', basis: 'measured', place: { point: { latE7: 492_000_000, lonE7: 372_700_000 } }, grid: { datum: { point: { latE7: 492_000_000, lonE7: 372_700_000 } }, rotationTenthDeg: 0, invented: true } },
    },
  ]);
  await ledger.folder.waitForAll(ledger.state.size);
  await server.stop();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function table(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

describe('the commands on an installation', () => {
  it('import all rows or none, export them again, and leave a log that the doctor finds sound', async () => {
    const bad = await table('bad.csv', 'number,x,y\n1,10,20\n2,ten,20\n');
    const mapping = await table('mapping.json', JSON.stringify({ version: 1, target: 'graves', columns: { number: 'number', xMm: 'x', yMm: 'y' }, options: {} }));
    const refused = await imena('import', '--kind', 'graves', bad, '--scope', site, '--mapping', mapping, '--synthetic', '--json');
    expect([refused.code, refused.json['logged'], refused.json['heldBack']]).toEqual([1, null, [3]]);
    expect(refused.err).toContain('bad.csv');

    const dry = await imena('import', '--kind', 'graves', bad, '--scope', site, '--mapping', mapping, '--dry-run', '--json', '--good-rows');
    expect([dry.json['fresh'], dry.json['logged']]).toEqual([1, null]);
    expect((await imena('export', '--kind', 'graves', '--json')).json['count']).toBe(0);

    const good = await table('good.csv', 'number,x,y\n1,10,20\n2,30,20\n');
    const done = await imena('import', '--kind', 'graves', good, '--scope', site, '--mapping', mapping, '--synthetic', '--json');
    expect([done.code, done.json['fresh'], done.json['statements']]).toEqual([0, 2, 2]);
    const again = await imena('import', '--kind', 'graves', good, '--scope', site, '--mapping', mapping, '--json');
    expect([again.code, again.json['present'], again.json['logged']]).toEqual([0, 2, null]);

    const csv = await imena('export', '--kind', 'graves', '--format', 'csv');
    expect(csv.out.split(/\r?\n/)).toHaveLength(3);
    const points = JSON.parse((await imena('export', '--kind', 'graves', '--format', 'geojson')).out) as { features: { geometry: { coordinates: number[] }; properties: { synthetic: boolean } }[] };
    expect(points.features.map((feature) => feature.properties.synthetic)).toEqual([true, true]);
    expect(points.features[0]?.geometry.coordinates[1]).toBeCloseTo(49.20018, 5);

    const examined = await imena('doctor', '--full', '--json');
    expect((examined.json['findings'] as { ok: boolean }[]).filter(({ ok }) => !ok)).toEqual([]);
    expect(examined.code).toBe(0);
  }, 120_000);

  it('export profiles with what is stated of drop-out as the table that they import again', async () => {
    const remains = await table('remains.csv', 'code,grave,completeness\nSYN-A-0001-X,1,complete\nSYN-A-0002-X,2,complete\n');
    expect((await imena('import', '--kind', 'remains', remains, '--scope', site, '--synthetic', '--json')).json['fresh']).toBe(2);
    const rows = ['sample,marker,allele1,allele2,Drop-out,Homozygote drop-out,Drop-in,Drop-out reason', 'SYN-A-0001-X,TH01,6,9.3,,,,', 'SYN-A-0001-X,AMEL,X,Y,,,,', 'SYN-A-0002-X,FGA,22,?,0.2,,0.01,"three repeats, synthetic"', 'SYN-A-0002-X,TH01,7,8,0.05,0.001,,', ''];
    const profiles = await table('profiles.csv', rows.join('\r\n'));
    const imported = await imena('import', '--kind', 'profiles', profiles, '--scope', site, '--synthetic', '--json');
    expect([imported.code, imported.json['fresh'], imported.json['statements']]).toEqual([0, 2, 3]);
    const { json } = await imena('export', '--kind', 'profiles', '--json');
    expect([json['count'], json['text']]).toEqual([2, rows.join('\r\n')]);
  }, 120_000);

  it('refuse an import into a place that nobody knows, and write nothing', async () => {
    const file = await table('one.csv', 'number\n9\n');
    const { code, json } = await imena('import', '--kind', 'graves', file, '--scope', randomUUID(), '--json');
    expect([code, json['problem']]).toEqual([1, expect.objectContaining({ code: 'import.scope_unknown' })]);
  }, 60_000);

  it('work beside a running server, but never write beside it', async () => {
    const server = await startServer({ dataDir: data, port: 0, webFolder: path.join(folder, 'no-pages') });
    try {
      const link = await server.makeSetupLink();
      const setup = { token: link?.split('#')[1], login: 'olena', displayName: 'Olena (synthetic)', password: 'eleven herons over the lake' };
      expect((await server.app.inject({ method: 'POST', url: '/api/setup', headers: { 'x-imena': '1' }, payload: setup })).statusCode).toBe(200);
      expect((await imena('doctor')).code).toBe(0);
      const backup = path.join(folder, 'backup.tar');
      expect((await imena('backup', backup)).code).toBe(0);
      expect((await imena('backup', backup)).err).toContain('exists');
      const recovery = await imena('admin', 'recover', 'olena');
      expect([recovery.code, /recovery#[\w-]{20,}/.test(recovery.out)]).toEqual([0, true]);
      expect((await imena('admin', 'recover', 'nobody', '--json')).json['problem']).toMatchObject({ code: 'access.account_unknown' });
      expect((await imena('rebuild', '--json')).json['problem']).toMatchObject({ code: 'cluster.in_use' });
      expect((await imena('restore', backup, '--json')).json['problem']).toMatchObject({ code: 'operate.not_empty' });
    } finally {
      await server.stop();
    }
    const elsewhere = path.join(folder, 'elsewhere');
    data = elsewhere;
    expect((await imena('restore', path.join(folder, 'backup.tar'), '--json')).code).toBe(0);
    expect((await imena('doctor', '--full')).code).toBe(0);
    expect((await imena('rebuild')).code).toBe(0);
    expect((await imena('export', '--kind', 'graves', '--json')).json['count']).toBe(2);
  }, 240_000);
});
