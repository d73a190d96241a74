/** `1-5, 8` as the zones it names, each once and in order; undefined where it names none. What is no number is passed over. */
export function parseZones(text: string): number[] | undefined {
  const zones = new Set<number>();
  for (const part of text.split(/[,;\s]+/u)) {
    const match = /^(\d{1,2})(?:[-–](\d{1,2}))?$/u.exec(part);
    if (match === null) continue;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    for (let zone = Math.max(1, from); zone <= Math.min(23, to); zone++) zones.add(zone);
  }
  return zones.size === 0 ? undefined : [...zones].sort((a, b) => a - b);
}
