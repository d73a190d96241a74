import type { ReportLanguage } from '../certificate/certificate-input.ts';
import { en } from './en.ts';
import { uk } from './uk.ts';

type Table = Readonly<Record<string, string>>;

/** All words of a certificate in one language. Values of code lists that a table lacks are printed as they are. */
export interface CertificateWords {
  readonly synthetic: string;
  readonly title: string;
  readonly draft: string;
  readonly revokedTitle: string;
  readonly printed: string;
  readonly page: (page: number, pages: number) => string;
  readonly installation: string;
  readonly code: string;
  readonly stage: string;
  readonly ground: string;
  readonly site: string;
  readonly graves: string;
  readonly sections: Readonly<Record<'person' | 'remains' | 'conclusion' | 'dna' | 'other' | 'decision' | 'limits' | 'proof', string>>;
  readonly person: Readonly<Record<'code' | 'otherNames' | 'sex' | 'birth' | 'lastSeen', string>>;
  readonly remains: Readonly<Record<'code' | 'bag' | 'grave' | 'completeness' | 'aliases' | 'missing' | 'nothingMissing' | 'onlyThese', string>>;
  readonly conclusion: Readonly<Record<'impossible' | 'neither' | 'related' | 'unrelated' | 'prior' | 'priorNone' | 'posterior' | 'even' | 'threshold' | 'evenNote', string>> & {
    readonly lr: (lr: string, log10: string) => string;
    readonly lrReverse: (lr: string, log10: string) => string;
    readonly scale: (name: string, checked: boolean) => string;
  };
  readonly dna: Readonly<Record<'references' | 'relation' | 'reference' | 'markersTyped' | 'kit' | 'dropped' | 'noneDropped' | 'table' | 'theta' | 'mutation' | 'minimum' | 'lowTemplate' | 'lnLr' | 'log10Lr', string>> & {
    readonly markers: (used: number) => string;
    readonly dropOut: (one: string, homozygote: string, added: string) => string;
  };
  readonly other: Readonly<Record<'agrees' | 'contradicts' | 'evidence' | 'found' | 'reported' | 'log10' | 'none' | 'explained' | 'open' | 'notLifted', string>> & {
    readonly by: (name: string, at: string) => string;
  };
  readonly decision: Readonly<Record<'proposed' | 'reviewed' | 'signed' | 'dissent' | 'revoked' | 'noDissent' | 'noReview' | 'noSignature' | 'who' | 'when' | 'key' | 'act' | 'certified' | 'notCertified' | 'examiner' | 'verifier' | 'reason', string>> & {
    readonly byAuthority: (authority: string, number: string, on: string) => string;
  };
  readonly limits: Readonly<Record<'second_solver_not_run' | 'siblings_not_told_apart' | 'rates_unverified' | 'population_of_table' | 'scale_unverified' | 'parts_not_covered', string>>;
  readonly proof: Readonly<Record<'intro' | 'decisionHash' | 'run' | 'inputs' | 'software' | 'entries' | 'checkpoint' | 'root', string>> & { readonly size: (size: string) => string };
  readonly codes: Readonly<Record<'stages' | 'grounds' | 'nameKinds' | 'sexes' | 'completenesses' | 'relations' | 'roles' | 'keyKinds' | 'verdicts' | 'dropped' | 'evidence', Table>>;
}

export const certificateWords: Readonly<Record<ReportLanguage, CertificateWords>> = { en, uk };
