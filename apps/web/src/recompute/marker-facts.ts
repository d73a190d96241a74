import type { DropOutModel } from '../dna/low-template-words.ts';

/** What a marker is calculated with: where it lies, how it mutates, who shows what, how frequent that is. */
export interface MarkerFacts {
  readonly name: string;
  readonly chrom: 'autosomal' | 'X';
  /** Models by the sex of the parent; null for none. */
  readonly mutation: { readonly female: string; readonly male: string } | null;
  /** Alleles that somebody shows, with their frequencies; null for one that the table does not hold. */
  readonly alleles: readonly { readonly allele: string; readonly frequency: number | null }[];
  /** By key of the profile; `typing` is the model of drop-out and drop-in, null where it is taken as typed without error. */
  readonly genotypes: readonly { readonly profile: string; readonly alleles: readonly (string | null)[]; readonly typing: DropOutModel | null }[];
}

interface ReadMarker {
  readonly name: string;
  readonly chrom: MarkerFacts['chrom'];
  readonly alleles: readonly string[];
  readonly freqs: readonly number[];
  readonly mutation?: { readonly female: ReadModel; readonly male: ReadModel } | null;
}
interface ReadModel {
  readonly model: string;
  readonly rate?: number | null;
  readonly transform?: string | null;
}

/** The markers of a case that `answerCase` has answered, so that its shape is known. */
export function describeMarkers(json: unknown): MarkerFacts[] {
  const { markers, profiles, typing } = json as {
    readonly markers: readonly ReadMarker[]; readonly profiles: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
    readonly typing?: Readonly<Record<string, DropOutModel & { readonly markers?: Readonly<Record<string, DropOutModel>> }>> | null;
  };
  const modelAt = (profile: string, marker: string): DropOutModel | null => typing?.[profile]?.markers?.[marker] ?? typing?.[profile] ?? null;
  return markers.map(({ name, chrom, alleles, freqs, mutation }) => {
    const genotypes = Object.entries(profiles).flatMap(([profile, typed]) => (typed[name] === undefined ? [] : [{ profile, alleles: typed[name], typing: modelAt(profile, name) }]));
    const seen = [...new Set(genotypes.flatMap((one) => one.alleles.filter((allele) => allele !== null)))];
    return {
      name, chrom, genotypes, mutation: mutation === null || mutation === undefined ? null : { female: describeModel(mutation.female), male: describeModel(mutation.male) },
      alleles: seen.map((allele) => ({ allele, frequency: freqs[alleles.indexOf(allele)] ?? null })),
    };
  });
}

function describeModel({ model, rate, transform }: ReadModel): string {
  return [model, transform, typeof rate === 'number' ? String(rate) : null].filter((part) => typeof part === 'string').join(' ');
}
