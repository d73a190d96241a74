/** A figure as typed, with spaces and a decimal comma, as the digits that the statement holds; what is no figure stays for the check to refuse. */
export function figureText(typed: string): string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return text === '' ? undefined : text;
}
