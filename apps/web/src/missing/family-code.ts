const form = /^F-(\d{1,9})$/;

/** The code of the next family: `F-012`, above all that are in use. */
export function nextFamilyCode(codes: readonly string[]): string {
  const number = 1 + Math.max(0, ...codes.map((code) => Number(form.exec(code)?.[1] ?? 0)));
  return `F-${String(number).padStart(3, '0')}`;
}

/** The code of the next relative of a family: `F-012-3`. */
export function nextRelativeCode(family: string, codes: readonly string[]): string {
  const numbers = codes.map((code) => (code.startsWith(`${family}-`) ? Number(code.slice(family.length + 1)) : 0)).filter(Number.isSafeInteger);
  return `${family}-${1 + Math.max(0, ...numbers)}`;
}
