import type { Refused } from './plan.ts';

/** A refusal at a byte of a file: the row is counted only when it is told. */
export class RefusedAt extends Error implements Refused {
  readonly code: string;
  readonly details: Refused['details'];
  readonly file: string;
  readonly at: number;

  constructor(code: string, details: Refused['details'], place: { readonly file: string; readonly at: number }) {
    super(code);
    this.name = 'RefusedAt';
    this.code = code;
    this.details = details;
    this.file = place.file;
    this.at = place.at;
  }

  movedBy(bytes: number): RefusedAt {
    return new RefusedAt(this.code, this.details, { file: this.file, at: this.at + bytes });
  }
}
