import type { Issue } from '../../issue.ts';
import type { StrProfile } from '../../str/profile.ts';

export interface CmfLocus {
  readonly name: string;
  readonly kit: string | null;
  readonly batch: string | null;
  readonly readBy: string | null;
  /** As written: XML date and time. */
  readonly readAt: string | null;
  /** Values as written, at most 8. */
  readonly alleles: readonly string[];
}

export interface CmfSpecimen {
  readonly id: string;
  /** As the format names it: `Unidentified Person`, `Biological Mother` ... */
  readonly category: string;
  readonly comment: string | null;
  readonly isPartial: boolean;
  readonly sourceId: string | null;
  readonly caseId: string | null;
  readonly loci: readonly CmfLocus[];
}

/** What a CODIS import file (Common Message Format 3.2) holds. */
export interface CmfFile {
  readonly version: string;
  readonly messageType: string;
  readonly destination: string;
  readonly sourceLab: string;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly batch: string | null;
  readonly kit: string | null;
  readonly specimens: readonly CmfSpecimen[];
}

export interface CmfResult {
  readonly file: CmfFile;
  /** The specimens as profiles: markers by their usual names, alleles read like those of any other file. */
  readonly profiles: readonly StrProfile[];
  readonly issues: readonly Issue[];
}

/** Characters each field takes, by element or attribute. Source: OSIRIS (NCBI), fields of CODIS CMF 3.2. */
export const cmfLengths: Readonly<Record<string, number>> = {
  DESTINATIONORI: 10, SOURCELAB: 10, SUBMITBYUSERID: 20, BATCHID: 32, KIT: 32, SOURCEID: 10, CASEID: 32,
  SPECIMENID: 24, SPECIMENCATEGORY: 21, SPECIMENCOMMENT: 255, READINGBY: 20, ALLELEVALUE: 10,
};

export const cmfNamespace = 'urn:CODISImportFile-schema';
