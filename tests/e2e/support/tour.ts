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
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../../examples/izium/README.md'), 'utf8');
  const line = readme.split('\n').find((one) => one.startsWith(`| ${beginning}`));
  if (line === undefined) throw new Error(`the README of the demonstration has no station that begins with "${beginning}"`);
  const [, , remains = '', person = '', family = '', grave = ''] = line.split('|').map((cell) => cell.split(',')[0]?.trim() ?? '');
  return { remains, person, family, grave };
}
