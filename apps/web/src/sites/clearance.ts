import type { Subject } from '@imena/record';

/** Whether any clearance of mines and ordnance stands on record for a site. Its limits are read by people. */
export function hasClearance(site: Subject): boolean {
  return (site.lists['clearances']?.length ?? 0) > 0;
}
