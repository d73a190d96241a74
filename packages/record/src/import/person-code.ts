const form = /^AM-(\d{1,9})$/;

/** The code of a missing person: `AM-0042`. It names the person, never a report. */
export function personCode(number: number): string {
  return `AM-${String(number).padStart(4, '0')}`;
}

/** The first number above all that are in use; codes of other forms are passed over. */
export function nextPersonNumber(codes: readonly string[]): number {
  return 1 + Math.max(0, ...codes.map((code) => Number(form.exec(code)?.[1] ?? 0)));
}
