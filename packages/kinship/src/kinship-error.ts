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
