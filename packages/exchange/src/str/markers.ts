import { autosomalMarkers, markerAliases, mtRegions, otherXMarkers, yMarkers } from './marker-table.ts';

export interface KnownMarker {
  readonly name: string;
  readonly kind: 'autosomal' | 'x' | 'y' | 'mt' | 'amelogenin';
}

const byKey = new Map<string, KnownMarker>();
for (const name of autosomalMarkers) byKey.set(markerKey(name), { name, kind: 'autosomal' });
for (const name of yMarkers) byKey.set(markerKey(name), { name, kind: 'y' });
for (const name of otherXMarkers) byKey.set(markerKey(name), { name, kind: 'x' });
for (const name of Object.keys(mtRegions)) byKey.set(markerKey(name), { name, kind: 'mt' });
byKey.set(markerKey('AMEL'), { name: 'AMEL', kind: 'amelogenin' });
for (const [name, aliases] of Object.entries(markerAliases)) {
  const marker = byKey.get(markerKey(name));
  if (marker !== undefined) for (const alias of aliases) byKey.set(markerKey(alias), marker);
}

/** The marker meant by a name in any of its known spellings; null when it is not known. Case and spacing do not count. */
export function findMarker(text: string): KnownMarker | null {
  const key = markerKey(text);
  return byKey.get(key) ?? (/^DXS\d{2,6}$/.test(key) ? { name: key, kind: 'x' } : null);
}

function markerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_-]+/gu, '');
}
