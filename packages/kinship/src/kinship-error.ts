/** A refusal of this package: a stable code (worded in English and Ukrainian by `@imena/problem`) and its details. */
export class KinshipError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, details: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'KinshipError';
    this.code = code;
    this.details = details;
  }
}

/** The refusal of a calculation by its cost in multiplications; one that overflows is named as the largest number there is. */
export function tooComplex(operations: number): KinshipError {
  return new KinshipError('kinship.too_complex', { operations: Number.isFinite(operations) ? operations : Number.MAX_VALUE });
}
