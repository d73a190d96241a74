import { writeFile } from 'node:fs/promises';
import { refuse } from '@imena/problem';
import { codeLists, type SubjectKind } from '@imena/record';
import type { ExportFormat } from '@imena/server';
import { usageOf, type Command } from '../command.ts';
import { loadServer } from '../load-server.ts';
import { dataOption, serverOptions } from './operations.ts';

/** The names under which lists are imported stand for the kinds of subject they hold. */
const kindOfList: Readonly<Record<string, SubjectKind>> = { graves: 'grave', missing: 'person', profiles: 'profile', sites: 'site' };
const formats: Readonly<Record<string, ExportFormat>> = { csv: 'csv', geojson: 'geojson' };

/** Every subject of a kind as a table or as points. */
export const exportRegister: Command = {
  name: 'export',
  usage: '--kind KIND --format csv|geojson [--out FILE]',
  summary: { en: 'writes every subject of a kind as CSV or GeoJSON', uk: 'записує всі об’єкти виду як CSV або GeoJSON' },
  help: {
    en: `KIND: ${codeLists.subjectKinds.join(', ')}. GeoJSON for graves and sites; profiles as a table of genotypes with what is stated of drop-out, which import reads again. The export stands in the access log; the server may run.`,
    uk: `KIND: ${codeLists.subjectKinds.join(', ')}. GeoJSON для могил і місць; профілі як таблиця генотипів із заявленим про випадіння алелів, яку читає імпорт. Експорт записується в журнал доступу; сервер може працювати.`,
  },
  options: { ...dataOption, kind: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  run: async (call) => {
    const wanted = call.text('kind') ?? '';
    const kind = kindOfList[wanted] ?? codeLists.subjectKinds.find((one) => one === wanted);
    const format = formats[call.text('format') ?? 'csv'];
    if (kind === undefined || format === undefined || call.positionals.length > 0) throw usageOf(exportRegister);
    const { text, count } = await (await loadServer()).runExport(serverOptions(call), { kind, format });
    const file = call.text('out');
    if (file !== undefined) await writeNew(file, text);
    if (call.isJson) call.out(JSON.stringify({ kind, format, count, ...(file === undefined ? { text } : { file }) }));
    else if (file === undefined) call.out(text.replace(/\r?\n$/, ''));
    else call.out(`${file}: ${count}`);
    return 0;
  },
};

/** Never over a file that is there. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return refuse('operate.file_exists', { file });
    throw error;
  }
}
