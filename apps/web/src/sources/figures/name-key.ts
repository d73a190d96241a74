import { nameSkeleton } from '@imena/names';

/** One name in two scripts or two orders is one key. */
export function nameKey(name: string): string {
  return name.split(/\s+/).map(nameSkeleton).filter((word) => word !== '').sort().join(' ');
}
