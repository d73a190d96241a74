import type { ReportLanguage } from '../certificate/certificate-input.ts';

/** What a bag label carries. Presumed names never stand on a label. */
export interface LabelInput {
  /** `bag`: 100 × 60 mm; `a6`: 105 × 148 mm. */
  readonly size: 'bag' | 'a6';
  /** The language set first; both are printed. */
  readonly language: ReportLanguage;
  readonly code: string;
  readonly site: { readonly code: string; readonly name: string };
  readonly grave?: string;
  readonly bag?: string;
  readonly seal?: string;
  /** EDTF: when the remains were recovered. */
  readonly recoveredOn?: string;
  readonly installation: string;
  /** RFC 3339. */
  readonly printedAt: string;
  readonly synthetic: boolean;
}
