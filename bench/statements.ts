import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { extractStatements, reconcile, type ReadDocument, type SourceDocument } from '@imena/testimony';

const root = process.cwd();
const shared = path.resolve(root, '../shared/cases/statements');
const scorer = path.join(shared, 'score.mjs');

interface Gold {
  readonly schema: string;
  readonly doc?: { readonly id: string; readonly publication_date: string | null };
  readonly text?: string;
}

interface Score {
  readonly spans: Readonly<Record<string, { readonly f: number; readonly p: number; readonly r: number }>>;
  readonly links: { readonly f: number; readonly tp: number; readonly fp: number; readonly fn: number };
  readonly accuracy: Readonly<Record<string, number | null>>;
  readonly must_not_link: number;
}

const inFolder = (folder: string, pattern: RegExp): string[] => (existsSync(folder) ? readdirSync(folder).filter((file) => pattern.test(file)).sort().map((file) => path.join(folder, file)) : []);
const fixtures = path.join(root, 'packages/testimony/fixtures');
const heldOut = path.join(root, 'packages/testimony/fixtures-held-out');
const seeds = inFolder(shared, /^seed-(?:\d|links).*\.json$/);
const publicSet = inFolder(path.join(shared, 'public'), /\.json$/);
/** Half of the public set was looked at while the grammar was written, by the first hexadecimal digit of the file's SHA-256. */
const lookedAt = /^(?:P01|P02|P03|P06|P08|P10)\.json$/;
/** Passages written after the grammar; all are used for tuning now. */
const laterOnes = (letter: string, first: number, numbers: 'odd' | 'even'): string[] => inFolder(fixtures, new RegExp(`^${letter}\\d+\\.json$`)).filter((file) => {
  const number = Number(path.basename(file, '.json').slice(1));
  return number >= first && (number % 2 === 0) === (numbers === 'even');
});
/** Passages by somebody else, scored before anybody who writes the grammar had read them; the even numbers were read afterwards. */
const byOthers = (numbers: 'odd' | 'even'): string[] => inFolder(path.join(root, 'packages/testimony/fixtures-held-out'), /^HU?\d+\.json$/).filter((file) => (Number(path.basename(file, '.json').replace(/\D/g, '')) % 2 === 0) === (numbers === 'even'));
const sets: readonly { name: string; files: readonly string[] }[] = [
  { name: 'seeds', files: seeds },
  { name: 'public', files: publicSet },
  { name: 'public, looked at', files: publicSet.filter((file) => lookedAt.test(path.basename(file))) },
  { name: 'public, other half', files: publicSet.filter((file) => /^P\d+\.json$/.test(path.basename(file)) && !lookedAt.test(path.basename(file))) },
  { name: 'hard', files: inFolder(path.join(shared, 'public-hard'), /\.json$/) },
  { name: 'seeds and public, links', files: [...seeds, ...publicSet] },
  { name: 'own English, first', files: inFolder(fixtures, /^E(?:0\d|1[0-2])\.json$/) },
  { name: 'own Ukrainian, first', files: inFolder(fixtures, /^U0[1-6]\.json$/) },
  { name: 'own English, odd', files: laterOnes('E', 13, 'odd') },
  { name: 'own English, even', files: laterOnes('E', 13, 'even') },
  { name: 'own Ukrainian, odd', files: laterOnes('U', 7, 'odd') },
  { name: 'own Ukrainian, even', files: laterOnes('U', 7, 'even') },
  { name: 'by others, odd: read last', files: byOthers('odd') },
  { name: 'by others, even: read late', files: byOthers('even') },
  { name: 'new English, from the schema', files: inFolder(heldOut, /^H\d+\.json$/) },
  { name: 'new Ukrainian, from the schema', files: inFolder(heldOut, /^HU\d+\.json$/) },
];

/** Scores every annotated set with the scorer of the cases and times the reading; prints one table. */
export function run(): void {
  if (!existsSync(scorer)) {
    console.log('The scorer of the cases (cases/statements/score.mjs) is not on this machine: only the speed is measured.');
  } else {
    const rows = Object.fromEntries(sets.filter(({ files }) => files.length > 0).map(({ name, files }) => [name, scoreSet(files)]));
    console.table(rows);
  }
  console.table({ speed: timeReading() });
}

function readDocuments(files: readonly string[]): SourceDocument[] {
  return files.flatMap((file) => {
    const { doc, text } = JSON.parse(readFileSync(file, 'utf8')) as Gold;
    return doc === undefined || text === undefined ? [] : [{ id: doc.id, text, publishedOn: doc.publication_date }];
  });
}

function scoreSet(files: readonly string[]): Record<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'imena-statements-'));
  try {
    const documents = readDocuments(files).map(extractStatements);
    const answer = path.join(folder, 'answer.json');
    const report = path.join(folder, 'report.json');
    writeFileSync(answer, JSON.stringify([...documents.map(answerOf), { links: reconcile(documents) }]));
    const { status, stderr } = spawnSync(process.execPath, [scorer, '--gold', files.join(','), '--pred', answer, '--json', report], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the scorer ended with ${String(status)}: ${stderr}`);
    return rowOf(JSON.parse(readFileSync(report, 'utf8')) as Score, files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `statements-gold/1` says a system returns. */
function answerOf({ id, statements }: ReadDocument): object {
  return {
    doc: id,
    statements: statements.map(({ kind, quoteType, start, end, speaker, saidOn, modality, quantities }) => ({
      kind, quote_type: quoteType, start, end, speaker: speaker?.name ?? null, said_on: saidOn?.iso ?? null, modality,
      quantities: quantities.map(({ bound, value, value2, unit }) => ({ bound, value, unit, ...(value2 === null ? {} : { value2 }) })),
    })),
  };
}

function rowOf({ spans, links, accuracy, must_not_link: forbidden }: Score, files: readonly string[]): Record<string, string> {
  const f = (key: string): string => (spans[key]?.f ?? 0).toFixed(3);
  const of = (key: string): string => accuracy[key]?.toFixed(3) ?? 'none';
  const hasLinks = files.some((file) => file.endsWith('links.json'));
  return {
    'spans F1': f('attributed'), speaker: of('speaker'), 'bound + value F1': f('qBound'), '+ unit F1': f('qUnit'), dates: of('date'), 'dates invented': of('dateInvented'),
    modality: of('modality'), 'links F1': hasLinks ? links.f.toFixed(3) : '', 'forbidden links': hasLinks ? String(forbidden) : '',
  };
}

function timeReading(): Record<string, number> {
  const documents = readDocuments([...inFolder(fixtures, /\.json$/), ...publicSet, ...seeds]);
  const words = documents.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  documents.forEach(extractStatements);
  let rounds = 0;
  const start = performance.now();
  do {
    documents.forEach(extractStatements);
    rounds++;
  } while (performance.now() - start < 2000);
  const perSecond = (words * rounds) / ((performance.now() - start) / 1000);
  return { documents: documents.length, words, 'words a second': Math.round(perSecond) };
}

run();
