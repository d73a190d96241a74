import { existsSync } from 'node:fs';
import path from 'node:path';
import { benchFebrl4 } from './names/febrl4.ts';
import { benchNamePairs } from './names/name-pairs.ts';
import { benchSpeed } from './names/speed.ts';

/**
 * Names and records: how well, and how fast. `--data DIR` is the folder of the public sets (`name-bench`, `febrl4`); without
 * it `../shared/cases/names` beside the clone. Timings are CPU seconds of this process.
 */
const at = process.argv.indexOf('--data');
const data = at === -1 ? path.resolve(import.meta.dirname, '../../../shared/cases/names') : path.resolve(process.argv[at + 1] ?? '.');

benchSpeed();
if (existsSync(data)) {
  benchNamePairs(path.join(data, 'name-bench/cases.csv'));
  benchFebrl4(path.join(data, 'febrl4'));
} else {
  console.log(`The public sets are not at ${data}; give their folder with --data.`);
}
