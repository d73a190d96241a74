import { matchLists, openMatching, parseMissing, parseRemains, weighKinds, type FoundRemains, type Matched, type MissingReport, type RowPlace } from '@imena/matching';
import { refuse } from '@imena/problem';
import { usageOf, type Call, type Command } from '../command.ts';
import { readTextLines } from '../read-text.ts';

/** Ranked candidates for remains from two files of JSON lines, in the form that the scorer of the reference cases reads. */
export const match: Command = {
  name: 'match',
  usage: '--missing FILE --remains FILE [--most N] [--reasons] | --missing FILE --duplicates',
  summary: { en: 'ranks who remains could be by all evidence besides DNA, from two files of JSON lines', uk: 'упорядковує, ким можуть бути останки, за всіма ознаками, крім ДНК, із двох файлів JSON' },
  help: {
    en: 'Prints one JSON line a remains: {"pm", "candidates": [{"am", "p", "log10Lr"}]}, most probable first, then one for two reports that may be about one person: {"am_pair", "p", "log10Lr"}; with --duplicates only these. With --reasons each candidate has "kinds": the weight of each kind of evidence and, of names, why in words. The software ranks; it never identifies.',
    uk: 'Виводить один рядок JSON на останки: {"pm", "candidates": [{"am", "p", "log10Lr"}]}, найімовірніші першими, потім по рядку на два повідомлення, що можуть бути про одну особу: {"am_pair", "p", "log10Lr"}; з --duplicates лише їх. З --reasons кожен кандидат має "kinds": вагу кожного виду ознак, а для імен — пояснення словами. Програма впорядковує; вона ніколи не ідентифікує.',
  },
  options: { missing: { type: 'string' }, remains: { type: 'string' }, most: { type: 'string' }, duplicates: { type: 'boolean' }, reasons: { type: 'boolean' } },
  run: async (call) => {
    const missingFile = call.text('missing');
    const remainsFile = call.text('remains');
    const onlyDuplicates = call.flag('duplicates');
    if (missingFile === undefined || (remainsFile === undefined) !== onlyDuplicates || call.positionals.length > 0) throw usageOf(match);
    const most = Number(call.text('most') ?? 20);
    if (!Number.isInteger(most) || most < 1) throw usageOf(match);
    const missing = await readLines(missingFile, parseMissing);
    const remains = remainsFile === undefined ? [] : await readLines(remainsFile, parseRemains);
    const progress = progressTo(call);
    const matched = matchLists(missing, remains, { most, onProgress: progress });
    const explain = call.flag('reasons') ? explainer({ missing, remains }, matched) : null;
    matched.remains.forEach(({ remains: pm, candidates }, at) => {
      call.out(JSON.stringify({
        pm,
        candidates: candidates.map(({ report, probability, log10Lr }) => ({ am: report, p: rounded(probability, 1e6), log10Lr: rounded(log10Lr, 1e3), ...(explain === null ? {} : { kinds: explain(at, report) }) })),
      }));
    });
    for (const { a, b, probability, log10Lr } of matched.duplicates) call.out(JSON.stringify({ am_pair: [a, b], p: rounded(probability, 1e6), log10Lr: rounded(log10Lr, 1e3) }));
    return 0;
  },
};

/** The weight of every kind of evidence of a pair, under the settings that the comparison learned. */
function explainer({ missing, remains }: { readonly missing: readonly MissingReport[]; readonly remains: readonly FoundRemains[] }, { settings }: Matched) {
  const matching = openMatching(missing, remains, { settings });
  const places = new Map(missing.map(({ id }, at) => [id, at]));
  return (at: number, report: string) => {
    const found = remains[at];
    const place = places.get(report);
    if (found === undefined || place === undefined) return [];
    return weighKinds(matching, found, place).kinds.map(({ kind, log10Lr, reason, words }) => ({ kind, log10Lr: rounded(log10Lr, 1e3), reason, ...(words.en.length === 0 ? {} : { words }) }));
  };
}

function progressTo({ err, language }: Call): (stage: string, done: number, of: number) => void {
  return (_stage, done, of) => { err(language === 'uk' ? `Порівняно ${done} з ${of}.` : `${done} of ${of} compared.`); };
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}

/** Reads a file line by line; empty lines are left out. @throws Problem `cli.file_unreadable`, `cli.not_utf8`, and those of `parse` */
async function readLines<T extends { readonly id: string }>(file: string, parse: (line: string, place: RowPlace) => T): Promise<T[]> {
  const rows: T[] = [];
  const seen = new Map<string, number>();
  for await (const { line, text } of readTextLines(file)) {
    if (text.trim() === '') continue;
    const row = parse(text, { file, line });
    const earlier = seen.get(row.id);
    if (earlier !== undefined) refuse('matching.id_twice', { id: row.id, earlier }, { file, row: line, field: 'id' });
    seen.set(row.id, line);
    rows.push(row);
  }
  return rows;
}
