import type { Sex } from '@imena/kinship';
import type { Issue } from '../../issue.ts';

/** Two alleles by marker, as labels of the file's own table. */
export type FamGenotypes = Readonly<Record<string, readonly [string, string]>>;

export interface FamRelation {
  readonly parent: string;
  readonly child: string;
}

/** A person of the ordinary part of the file (not of the DVI part). */
export interface FamPerson {
  readonly name: string;
  readonly sex: 'female' | 'male';
  /** Two flags of the program and the year of birth; kept as they stand. */
  readonly isChild: boolean;
  readonly birthYear: number;
  readonly flag: boolean;
  readonly genotypes: FamGenotypes;
}

/** Relations with the persons that the pedigree adds by number; these are named `extra female 1`, `extra male 1`. */
export interface FamRelations {
  readonly extraFemales: number;
  readonly extraMales: number;
  readonly relations: readonly FamRelation[];
}

export interface FamPedigree extends FamRelations {
  readonly name: string;
}

/** Mutation by one sex of parent; `model` is the program's number. */
export interface FamMutation {
  readonly model: number;
  readonly rate: number;
  readonly range: number;
  readonly rate2: number;
}

export interface FamMarker {
  readonly name: string;
  readonly alleles: readonly string[];
  /** As the file states them. */
  readonly freqs: readonly number[];
  readonly female: FamMutation;
  readonly male: FamMutation;
  /** Frequency of a silent allele; null without one. */
  readonly silent: number | null;
  readonly databaseSize: number;
  readonly dropOut: number;
  readonly minorAlleleFrequency: number;
}

/** Somebody of the DVI part, with every sample typed of them; none for an untyped person. */
export interface FamSubject {
  readonly name: string;
  readonly sex: Sex;
  readonly samples: readonly FamGenotypes[];
}

export interface FamFamily {
  readonly name: string;
  readonly persons: readonly FamSubject[];
  readonly pedigrees: readonly { readonly name: string; readonly relations: readonly FamRelation[] }[];
}

export interface FamDvi {
  readonly unidentified: readonly FamSubject[];
  readonly families: readonly FamFamily[];
}

/** What a `.fam` file of the program Familias 3 holds. */
export interface FamFile {
  /** Of the program, as in `3.3.1`. */
  readonly version: string;
  readonly persons: readonly FamPerson[];
  readonly known: FamRelations;
  readonly pedigrees: readonly FamPedigree[];
  readonly databaseName: string | null;
  readonly theta: number;
  readonly markers: readonly FamMarker[];
  readonly dvi: FamDvi | null;
  /** Settings of the program at the end of the file ([Prior], [Advanced]), kept as lines and not interpreted. */
  readonly settings: readonly string[];
}

export interface FamResult {
  readonly file: FamFile;
  readonly issues: readonly Issue[];
}

/** In a relation this name may stand without being listed: the program knows it by itself. */
export const missingPersonName = 'Missing person';

/** The name of a person that a pedigree adds by number, from 1. */
export function extraName(sex: 'female' | 'male', number: number): string {
  return `extra ${sex} ${number}`;
}

/** How further samples of one person are named in the DVI part; the program has no place for them. */
export const sampleForm = /^(.+) \[sample ([2-9]|[1-9]\d{1,3})\]$/;
