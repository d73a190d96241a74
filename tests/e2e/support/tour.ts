import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Station {
  readonly remains: string;
  readonly person: string;
  readonly family: string;
  readonly grave: string;
}

/** A station of the tour by the first words of its line in the README of the demonstration; the first code of each cell. */
export function stationOf(beginning: string): Station {
  const [remains = '', person = '', family = '', grave = ''] = cellsOf(beginning).map((codes) => codes[0] ?? '');
  return { remains, person, family, grave };
}

/** All codes of remains and of persons of a station. */
export function codesOf(beginning: string): { readonly remains: readonly string[]; readonly persons: readonly string[] } {
  const [remains = [], persons = []] = cellsOf(beginning);
  return { remains, persons };
}

function cellsOf(beginning: string): string[][] {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../../examples/izium/README.md'), 'utf8');
  const line = readme.split('\n').find((one) => one.startsWith(`| ${beginning}`));
  if (line === undefined) throw new Error(`the README of the demonstration has no station that begins with "${beginning}"`);
  return line.split('|').slice(2).map((cell) => cell.split(',').map((code) => code.trim()));
}
