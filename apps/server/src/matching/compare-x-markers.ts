import { compareX, type RunInput, type XAlleles } from '@imena/matching';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { LineSources } from './compare-lines.ts';
import { findTable } from './frequency-tables.ts';
import { writeNumber } from './write-number.ts';

/** X-STR of the remains and of typed relatives with their own ratio, by the frequency table of the run; null where nobody is typed. */
export async function compareXMarkers(tx: Database, input: RunInput, { members, drawn, member, profiles, remains }: LineSources) {
  const own = xOf(profiles, 'remains', remains);
  const relatives = drawn.flatMap((one) => {
    const alleles = one.relative === undefined || one.id === member || !members.some((known) => known.id === one.id) ? null : xOf(profiles, 'relative', one.relative);
    return alleles === null ? [] : [{ member: one.id, alleles }];
  });
  if (own === null && relatives.length === 0) return null;
  const found = compareX({ members, member, remains: own, relatives, table: await findTable(tx, input.parameters.frequencyTable), parameters: input.parameters });
  if (found === null) return null;
  const log10 = (lnLr: number | null) => (lnLr === null ? null : writeNumber(lnLr / Math.LN10));
  return { log10Lr: log10(found.lnLr), confirmation: found.confirmation, refused: found.refused, markers: found.markers.map(({ lnLr, ...row }) => ({ ...row, log10Lr: log10(lnLr) })) };
}

/** The richest X profile that people agree on. */
function xOf(profiles: readonly Subject[], field: 'remains' | 'relative', owner: string): XAlleles | null {
  const found = profiles.filter((profile) => agreedValue(profile, field) === owner).map((profile) => agreedValue(profile, 'xGenotypes')).filter((value) => value !== undefined) as unknown as XAlleles[];
  return found.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? null;
}
