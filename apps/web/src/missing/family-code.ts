const form = /^F-(\d{1,9})$/;

/** The code of a family: `F-012`. */
export function familyCode(number: number): string {
  return `F-${String(number).padStart(3, '0')}`;
}

/** The first number above those of the given codes; codes of other forms are passed over. */
export function nextFamilyNumber(codes: readonly string[]): number {
  return 1 + Math.max(0, ...codes.map((code) => Number(form.exec(code)?.[1] ?? 0)));
}

/** The code of the next relative of a family: `F-012-3`. */
export function nextRelativeCode(family: string, codes: readonly string[]): string {
  const numbers = codes.map((code) => (code.startsWith(`${family}-`) ? Number(code.slice(family.length + 1)) : 0)).filter(Number.isSafeInteger);
  return `${family}-${1 + Math.max(0, ...numbers)}`;
}
