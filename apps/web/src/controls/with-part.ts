import type { Json } from '@imena/problem';

/** A record with one part set or taken away; nothing when nothing is left. */
export function withPart(record: Readonly<Record<string, Json>>, name: string, next: Json | undefined): Json | undefined {
  const { [name]: _, ...rest } = record;
  const changed = next === undefined || next === '' ? rest : { ...rest, [name]: next };
  return Object.keys(changed).length === 0 ? undefined : changed;
}
