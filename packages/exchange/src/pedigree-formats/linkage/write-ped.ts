import { refuse } from '@imena/problem';
import { checkBare } from '../check-pedigree.ts';
import { checkWritable } from '../text-file.ts';
import type { PedFile } from './read-ped.ts';

/** Blanks part the columns, `0` is nothing, `#` begins a remark. */
const forbidden = /\s|^0$|^#/;

/**
 * Writes PED in the layout before MAKEPED, with a heading (a remark to other programs) that names the markers. The
 * phenotype is written as not known (0).
 *
 * Refuses with `exchange.write_text`, `exchange.write_genotype`, `exchange.write_pedigree_extra`, `exchange.pedigree_*`.
 */
export function writePed({ markers, pedigrees, profiles }: PedFile): string {
  if (new Set(markers).size !== markers.length || new Set(pedigrees.map(({ name }) => name)).size !== pedigrees.length) refuse('exchange.ped_markers', { stated: markers.length, found: new Set(markers).size });
  for (const marker of markers) checkWritable(marker, 'marker', forbidden);
  const rows = pedigrees.flatMap((pedigree) => {
    checkBare(pedigree);
    checkWritable(pedigree.name, 'family', forbidden);
    return pedigree.individuals.map(({ id, father, mother, sex, profile }) => {
      const observed = profile === undefined ? {} : (profiles[profile] ?? {});
      for (const marker of Object.keys(observed)) if (!markers.includes(marker)) refuse('exchange.pedigree_marker_unknown', { marker });
      const alleles = markers.flatMap((marker) => {
        const seen = observed[marker] ?? [];
        const [a = '0', b = seen.length === 1 ? a : '0'] = seen;
        if (seen.length > 2 || a === null || seen.includes('0')) return refuse('exchange.write_genotype', { person: id, marker });
        return [a, b ?? '0'].map((allele) => (allele === '0' ? '0' : checkWritable(allele, 'allele', forbidden)));
      });
      return [pedigree.name, checkWritable(id, 'person', forbidden), father ?? '0', mother ?? '0', { male: '1', female: '2', unknown: '0' }[sex], '0', ...alleles].join(' ');
    });
  });
  return [`#FAMILY PERSON FATHER MOTHER SEX PHENOTYPE${markers.map((marker) => ` ${marker}`).join('')}`, ...rows].map((line) => `${line}\n`).join('');
}
