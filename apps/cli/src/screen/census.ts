import type { Marker } from '@imena/kinship';
import { isRepeatNumber, makeLadder, readAllele, cellKinds } from './read-alleles.ts';
import { eachRow } from './read-remains.ts';
import { RefusedAt } from './refused-at.ts';
import type { TableForm } from './table-form.ts';

/**
 * Alleles of the files that the frequency table lacks, by marker: all are added with the least frequency before anything
 * is compared, so that every pair is compared by the same table. Reads the files once more.
 */
export async function findOutsideAlleles(forms: readonly TableForm[], markers: readonly Marker[]): Promise<Map<string, Set<string>>> {
  const ladders = markers.map((m) => makeLadder(m.alleles));
  const outside = new Map<string, Set<string>>();
  for (const form of forms) {
    const columns = markers.flatMap((marker, m) => {
      const held = form.markers.find((f) => f.name === marker.name);
      const ladder = ladders[m];
      return held === undefined || ladder === undefined ? [] : [held.first, held.second].map((column) => ({ column, ladder, name: marker.name }));
    });
    await eachRow(form, (scanner, base) => {
      for (const { column, ladder, name } of columns) {
        if (readAllele(scanner, column, ladder) !== cellKinds.outside) continue;
        const text = scanner.text(column);
        if (!isRepeatNumber(text)) throw new RefusedAt('screen.allele', { marker: name, allele: text }, { file: form.file, at: base + scanner.rowStart });
        const held = outside.get(name) ?? new Set<string>();
        outside.set(name, held.add(text.replace(/^0+(?=\d)/, '').replace(/\.0$/, '')));
      }
    });
  }
  return outside;
}
