import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { printTable, round } from './support/figures.ts';

const dist = path.resolve(import.meta.dirname, '../../apps/web/dist');

/** What a browser must have before it can show anything: the page, its entry with every static import, and its styles. */
function firstLoad(): readonly string[] {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const files = new Set(['index.html', ...named]);
  for (const file of files) if (file.endsWith('.js')) for (const other of staticImports(file)) files.add(other);
  return [...files].filter((file) => existsSync(path.join(dist, file)));
}

/** Chunks are written by the bundler as `import{a}from"./b.js"`, `import"./b.js"` and `export{a}from"./b.js"`. */
function staticImports(file: string): readonly string[] {
  const text = readFileSync(path.join(dist, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)].map((match) => path.join(path.dirname(file), match[1] ?? ''));
}

/** The weight of the first load: raw, and as gzip and brotli send it. */
function run(): void {
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error('apps/web/dist is missing; npm run bench builds it first.');
  const rows: Record<string, Record<string, number>> = {};
  const sum = { files: 0, raw: 0, gzip: 0, brotli: 0 };
  const kinds: Readonly<Record<string, string>> = { '.html': 'page', '.js': 'scripts', '.css': 'styles' };
  const byKind = new Map<string, typeof sum>();
  for (const file of firstLoad()) {
    const bytes = readFileSync(path.join(dist, file));
    const kind = kinds[path.extname(file)] ?? 'other';
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    const weight = { files: 1, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli };
    for (const total of [sum, byKind.get(kind) ?? byKind.set(kind, { files: 0, raw: 0, gzip: 0, brotli: 0 }).get(kind) ?? sum]) {
      total.files += 1;
      total.raw += weight.raw;
      total.gzip += weight.gzip;
      total.brotli += weight.brotli;
    }
  }
  for (const [kind, weight] of [...byKind, ['together', sum] as const]) {
    rows[kind] = { files: weight.files, 'raw, KiB': kib(weight.raw), 'gzip, KiB': kib(weight.gzip), 'brotli, KiB': kib(weight.brotli) };
  }
  printTable('Weight of the first load: page, entry with its static imports, styles:', rows);
}

function kib(bytes: number): number {
  return round(bytes / 1024);
}

run();
