/** A place in a stored text: UTF-16 offsets, half open, and the SHA-256 of the text they are counted in. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** The locator of a statement that was confirmed in a stored text. */
export function writeLocator({ start, end, sha256 }: TextPlace): string {
  return `utf16=${start},${end};sha256=${sha256}`;
}

/** The place that a locator names; null for one in words. */
export function readLocator(locator: string): TextPlace | null {
  const match = /^utf16=(\d{1,9}),(\d{1,9});sha256=([0-9a-f]{64})$/.exec(locator);
  if (match === null) return null;
  const [start, end] = [Number(match[1]), Number(match[2])];
  return start < end ? { start, end, sha256: match[3] ?? '' } : null;
}
