import { errorAt, visible, type Issue } from '../issue.ts';
import { mtRegions } from './marker-table.ts';
import type { MtSequenceRead, RawGenotype } from './profile.ts';

const difference = /^(?:[ACGT]?(\d{1,5})(?:\.\d{1,2})?[ACGTRYSWKMBDHVN]|[ACGT]?(\d{1,5})(?:-|del))$/i;
const range = /^(\d{1,5})\s*[-–]\s*(\d{1,5})$/u;

/**
 * One row or cell of mitochondrial sequence: differences from the rCRS (`263G`, `A263G`, `315.1C`, `523del`), `rCRS` where
 * there are none, and ranges of positions (`16024-16365`) where the name of the region does not say what was analysed.
 * What cannot be read makes the whole sequence unread, with an issue: a part of a sequence is not a sequence.
 */
export function readMt(raw: RawGenotype, region: string, { file, issues }: { readonly file: string; readonly issues: Issue[] }): MtSequenceRead | null {
  const words = raw.alleles.flatMap(({ text }) => text.split(/[\s,;|]+/u)).filter((word) => word !== '');
  const ranges: (readonly [number, number])[] = [];
  const differences: string[] = [];
  let broken = false;
  for (const word of words) {
    const [, from, to] = range.exec(word) ?? [];
    if (from !== undefined && to !== undefined && isPosition(from) && isPosition(to)) ranges.push([Number(from), Number(to)]);
    else if (difference.test(word) && isPosition(/\d+/.exec(word)?.[0] ?? '')) differences.push(word.toUpperCase().replace(/DEL$/, 'del'));
    else if (!/^(rcrs|-|none|=)$/i.test(word)) {
      broken = true;
      issues.push(errorAt({ file, row: raw.row, column: raw.alleles[0]?.column ?? '' }, 'exchange.mt_invalid', { text: visible(word), sample: visible(raw.sample) }));
    }
  }
  if (broken || words.length === 0) return null;
  const covered = ranges.length > 0 ? ranges : (mtRegions[region] ?? null);
  if (covered === null) {
    issues.push(errorAt({ file, row: raw.row }, 'exchange.mt_range_missing', { region, sample: visible(raw.sample) }));
    return null;
  }
  return { ranges: covered, differences };
}

function isPosition(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 16_569;
}
