/** Words that may stand beside a height without changing it. */
const beside = /близько|біля|приблизно|около|примерно|зріст|рост|about|approx(?:imately)?|circa|ca|height|tall|~|\.$/gu;
const metres = /^(\d)[.,](\d{1,2})\s*(?:m|м|метр\p{L}*)?$/u;
const split = /^(\d)\s*(?:m|м)\s*(\d{1,2})\s*(?:cm|см)?$/u;
const centimetres = /^(\d{2,3}(?:[.,]\d)?)\s*(?:cm|см|сантиметр\p{L}*)?$/u;
const between = /^(\d{2,3})\s*(?:-|–|—|to|до)\s*(\d{2,3})\s*(?:cm|см)?$/u;
const feet = /^(\d)\s*(?:'|’|′|ft|feet|фут\p{L}*)\s*(?:(\d{1,2})\s*(?:"|”|″|''|in|inches|дюйм\p{L}*)?)?$/u;

/** A height as people write it, in cm: `180`, `1,80 м`, `1 м 80`, `170-175 см` (its middle), `5'11"`; null where it is none. */
export function readHeightCm(text: string): number | null {
  const said = text.toLowerCase().replaceAll(beside, ' ').trim();
  const short = metres.exec(said) ?? split.exec(said);
  // A single digit after the point is tenths of a metre.
  if (short !== null) return 100 * Number(short[1]) + Number((short[2] ?? '').padEnd(metres.test(said) ? 2 : 1, '0'));
  const whole = centimetres.exec(said);
  if (whole !== null) return Number((whole[1] ?? '').replace(',', '.'));
  const span = between.exec(said);
  if (span !== null) return (Number(span[1]) + Number(span[2])) / 2;
  const imperial = feet.exec(said);
  return imperial === null ? null : Math.round(30.48 * Number(imperial[1]) + 2.54 * Number(imperial[2] ?? 0));
}
