/** JSON knows no infinities; they are written as in `kinship-case/1`. */
export function writeNumber(value: number): number | 'Infinity' | '-Infinity' {
  if (Number.isNaN(value)) throw new Error('not a number');
  if (Number.isFinite(value)) return value;
  return value > 0 ? 'Infinity' : '-Infinity';
}
