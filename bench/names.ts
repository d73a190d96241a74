import { existsSync } from 'node:fs';
import path from 'node:path';
import { benchAudit } from './names/audit.ts';
import { benchBlockingLoss } from './names/blocking-loss.ts';
import { benchFebrl4 } from './names/febrl4.ts';
import { benchLiveLists } from './names/live-lists.ts';
import { benchMatching } from './names/matching.ts';
import { benchNamePairs } from './names/name-pairs.ts';
import { benchOneAgainstAll } from './names/one-against-all.ts';
import { benchSpeed } from './names/speed.ts';

/**
 * Names and records: how well, and how fast. `--data DIR` is the folder of the public sets (`name-bench`, `febrl4`); without
 * it `../shared/cases/names` beside the clone. Timings are CPU seconds of this process.
 */
const at = process.argv.indexOf('--data');
const data = at === -1 ? path.resolve(import.meta.dirname, '../../../shared/cases/names') : path.resolve(process.argv[at + 1] ?? '.');

benchSpeed();
benchOneAgainstAll(100_000);
benchLiveLists([20_000, ...(process.argv.includes('--large') ? [100_000] : [])]);
benchAudit([20_000, ...(process.argv.includes('--large') ? [100_000] : [])]);
benchBlockingLoss({ seed: 4, reports: 20_000, remains: 20_000 }, 200);
if (existsSync(data)) {
  benchNamePairs(path.join(data, 'name-bench/cases.csv'));
  benchFebrl4(path.join(data, 'febrl4'));
} else {
  console.log(`The public sets are not at ${data}; give their folder with --data.`);
}

// `--large` adds 100,000 reports against 100,000 remains, here and above: some minutes where the machine is shared.
const large = process.argv.includes('--large') ? [{ seed: 100, reports: 100_000, remains: 100_000 }] : [];
benchMatching(existsSync(data) ? path.join(data, 'synthetic') : null, [{ seed: 1, reports: 2000, remains: 1000 }, { seed: 2, reports: 2000, remains: 1000 }, { seed: 2, reports: 2000, remains: 1000, evidence: 'all' }, { seed: 61, reports: 2000, remains: 1000, world: 'second' }, { seed: 62, reports: 2000, remains: 1000, world: 'second' }, { seed: 1, reports: 2000, remains: 1000, world: 'third' }, { seed: 2, reports: 2000, remains: 1000, world: 'third' }, { seed: 4, reports: 500, remains: 300, world: 'third' }, { seed: 3, reports: 10_000, remains: 10_000 }, ...large]);
