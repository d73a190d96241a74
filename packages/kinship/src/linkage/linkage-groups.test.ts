import { describe, expect, it } from 'vitest';
import { kitMarkers, linkageGroupsOf } from '../index.ts';

describe('groups of linked markers', () => {
  it('within 20 cM of a kit: vWA and D12S391, with the fraction of the map; within 50 cM two pairs more', () => {
    const names = kitMarkers()['PowerPlex Fusion 6C'] ?? [];
    expect(linkageGroupsOf(names, 20)).toEqual([{ markers: ['D12S391', 'vWA'], recombination: [{ female: 0.1062, male: 0.1062 }] }]);
    expect(linkageGroupsOf(names, 50).map((g) => g.markers.join(' '))).toEqual(['D12S391 vWA', 'CSF1PO D5S818', 'D21S11 Penta D']);
  });

  it('three on one chromosome stand in their order along it, by the names that were given', () => {
    expect(linkageGroupsOf(['Penta D', 'D21S11', 'D21S2055', 'TH01'], 40)).toEqual([{ markers: ['D21S11', 'D21S2055', 'Penta D'], recombination: [{ female: 0.2508, male: 0.2508 }, { female: 0.0899, male: 0.0899 }] }]);
    expect(linkageGroupsOf(['VWA', 'd12s391'], 20)[0]?.markers).toEqual(['d12s391', 'VWA']);
  });
});
