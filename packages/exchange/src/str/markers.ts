import { autosomalMarkers, markerAliases, yMarkers } from './marker-table.ts';

export interface KnownMarker {
  readonly name: string;
  readonly kind: 'autosomal' | 'y' | 'amelogenin';
}

const byKey = new Map<string, KnownMarker>();
for (const name of autosomalMarkers) byKey.set(markerKey(name), { name, kind: 'autosomal' });
for (const name of yMarkers) byKey.set(markerKey(name), { name, kind: 'y' });
byKey.set(markerKey('AMEL'), { name: 'AMEL', kind: 'amelogenin' });
for (const [name, aliases] of Object.entries(markerAliases)) {
  const marker = byKey.get(markerKey(name));
  if (marker !== undefined) for (const alias of aliases) byKey.set(markerKey(alias), marker);
}

/** The marker meant by a name in any of its known spellings; null when it is not known. Case and spacing do not count. */
export function findMarker(text: string): KnownMarker | null {
  return byKey.get(markerKey(text)) ?? null;
}

function markerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_-]+/gu, '');
}
