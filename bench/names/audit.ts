import { auditIdentities, parseMissing, parseRemains, type IdentityGround, type StandingIdentity } from '@imena/matching';
import { makeMatchingSet } from '@imena/synth';
import { printTable, round } from '../support/figures.ts';

/** Others are looked for with so many of the most doubtful, as the application asks. */
const most = 200;

/**
 * The audit of as many identities as there are remains, every one of them wrong, so that everybody has others that fit
 * better. CPU seconds of this process, and milliseconds for each identity with which others are looked for.
 */
export function benchAudit(sizes: readonly number[]): void {
  const rows = sizes.flatMap((size) => (['marker', 'recognition'] as const).map((ground) => [`${size.toLocaleString('en')} x ${size.toLocaleString('en')}, by ${ground}`, measure(size, ground)] as const));
  printTable('Audit of identities, CPU', Object.fromEntries(rows));
}

function measure(size: number, ground: IdentityGround): Record<string, number> {
  const set = makeMatchingSet({ seed: 9, reports: size, remains: size });
  const missing = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
  const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
  const identities = remains.map(({ id }, i): StandingIdentity => ({ id, standing: 'presumed', remains: id, report: missing[i]?.id ?? '', grounds: [ground], others: [] }));
  const run = (given: readonly StandingIdentity[], asked: number): number => seconds(() => auditIdentities({ missing, remains, identities: given }, { most: asked }));
  const opened = run([], 0);
  const ranked = run(identities, 0);
  const searched = run(identities, most);
  return { 'lists opened, s': round(opened, 1), 'all weighed and ranked, s': round(ranked, 1), [`others of ${most}, s`]: round(searched - ranked, 1) };
}

function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
