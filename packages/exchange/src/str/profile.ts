import type { Issue } from '../issue.ts';
import type { DropOutRead, LowTemplateRead } from './drop-out-columns.ts';

export type ProfileFormat = 'long' | 'wide' | 'genemapper';

/** Two alleles, the smaller first; the second is null when only one is known. */
export type Genotype = readonly [string, string | null];

export interface MtSequenceRead {
  readonly ranges: readonly (readonly [number, number])[];
  readonly differences: readonly string[];
}

/** What a file says of one sample. */
export interface StrProfile {
  readonly sample: string;
  /** Autosomal genotypes by the marker's usual name. */
  readonly markers: Readonly<Record<string, Genotype>>;
  readonly amelogenin: 'XX' | 'XY' | 'X' | 'Y' | null;
  /** Alleles at markers of the Y chromosome. */
  readonly yMarkers: Readonly<Record<string, readonly string[]>>;
  /** Alleles at markers of the X chromosome, as read: a man has one. */
  readonly xMarkers: Readonly<Record<string, readonly (string | null)[]>>;
  /** Mitochondrial sequence as differences from the rCRS, with the positions analysed; null where the file has none. */
  readonly mt: MtSequenceRead | null;
  /** Alleles as written at markers that are not known; never compared. */
  readonly unknownMarkers: Readonly<Record<string, readonly string[]>>;
  /** Peak heights as written, in the order of the file's allele columns; only where the file has them. */
  readonly heights: Readonly<Record<string, readonly string[]>>;
  /** Autosomal markers that the file names for this sample with no allele: typed, and nothing seen. Only where there are some. */
  readonly nothingSeen?: readonly string[];
  /** Alleles at autosomal markers that show more than two; never compared. Only where there are some. */
  readonly manyAlleles?: Readonly<Record<string, readonly string[]>>;
  /** Drop-out and drop-in of a sample of little DNA; only where the file states them. */
  readonly lowTemplate?: LowTemplateRead;
  /** Source rows. */
  readonly rows: readonly number[];
}

export interface ProfileOptions {
  /** True where a person declared that this file writes 9,3 for 9.3. */
  readonly decimalComma?: boolean;
  /** The sample of a file that has no column for it. */
  readonly sample?: string;
  /** What a single allele in this file means; `one-known` claims least and is the default. */
  readonly singleAllele?: 'one-known' | 'homozygote';
}

export interface ProfilesResult {
  readonly format: ProfileFormat;
  readonly profiles: readonly StrProfile[];
  readonly issues: readonly Issue[];
}

/** One marker of one sample as it stands in one row: what every format is brought to. */
export interface RawGenotype {
  readonly row: number;
  readonly sample: string;
  readonly marker: string;
  /** Cells with the column each stands in; empty ones left out. */
  readonly alleles: readonly { readonly text: string; readonly column: string }[];
  readonly heights: readonly string[];
  /** What the row says of drop-out and drop-in; null where nothing. */
  readonly dropOut?: (DropOutRead & { readonly reason: string | null }) | null;
}
