import { compareX, readLowTemplate, type RunInput, type XAlleles } from '@imena/matching';
import type { Database } from '../database/tables.ts';
import type { LineSources } from './compare-lines.ts';
import { findTable } from './frequency-tables.ts';
import { relativesWith, richestOf } from './typed-relatives.ts';
import { writeNumber } from './write-number.ts';

/** X-STR of the remains and of typed relatives with their own ratio, by the frequency table of the run; null where nobody is typed. */
export async function compareXMarkers(tx: Database, input: RunInput, { profiles, remains, ...family }: LineSources) {
  const { members, member } = family;
  const read = (field: 'remains' | 'relative', owner: string) => {
    const richest = richestOf<XAlleles>(profiles, { field, owner, name: 'xGenotypes' }, (alleles) => Object.keys(alleles).length);
    return richest === null ? null : { alleles: richest.value, ...readLowTemplate(richest.profile) };
  };
  const own = read('remains', remains);
  const relatives = relativesWith(family, (relative) => read('relative', relative)).map(({ id, ...typed }) => ({ member: id, ...typed }));
  if (own === null && relatives.length === 0) return null;
  const found = compareX({ members, member, remains: own?.alleles ?? null, ...(own?.typing && { typing: own.typing }), relatives, table: await findTable(tx, input.parameters.frequencyTable), parameters: input.parameters });
  if (found === null) return null;
  const log10 = (lnLr: number | null) => (lnLr === null ? null : writeNumber(lnLr / Math.LN10));
  return { log10Lr: log10(found.lnLr), confirmation: found.confirmation, refused: found.refused, markers: found.markers.map(({ lnLr, ...row }) => ({ ...row, log10Lr: log10(lnLr) })) };
}
