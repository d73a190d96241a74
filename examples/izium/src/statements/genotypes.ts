import { kitMarkers, markersFrom, shippedFrequencyTables, simulateFamily, stepwiseMutation, type Marker, type Profile } from '@imena/kinship';
import type { Random, SynthFamily } from '@imena/synth';
import type { Typing } from '../cast/plan-remains.ts';

/** Genotypes as a `profile.typed` statement holds them. */
export type Genotypes = Readonly<Record<string, readonly [string, string | null]>>;

export const fullKit = 'PowerPlex Fusion 6C';
const tableId = 'norstr-2023-europe';

/** The 23 autosomal markers of the kit with the frequencies of norSTR, Europe, and stepwise mutation. */
export function demonstrationMarkers(): Marker[] {
  const table = shippedFrequencyTables().find((item) => item.id === tableId);
  if (table === undefined) throw new Error('the norSTR table of Europe is not shipped');
  return markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()[fullKit] ?? [] });
}

/** Drops genes through a family. @returns genotypes by member */
export function dropGenes(random: Random, markers: readonly Marker[], members: readonly Pick<SynthFamily['members'][number], 'id' | 'father' | 'mother' | 'sex'>[]): ReadonlyMap<string, Genotypes> {
  const pedigree = { name: 'family', individuals: members.map(({ id, father, mother, sex }) => ({ id, father, mother, sex })) };
  const profiles = simulateFamily({ pedigree, markers, random: random.next });
  return new Map(Object.entries(profiles).map(([id, profile]) => [id, pairsOf(profile)]));
}

function pairsOf(profile: Profile): Genotypes {
  return Object.fromEntries(Object.entries(profile).map(([marker, [a, b]]) => [marker, [a ?? '', b ?? null]]));
}

/** Only the markers of another kit. */
export function asTypedWith(genotypes: Genotypes, kit: string): Genotypes {
  const markers = new Set(kitMarkers()[kit] ?? []);
  return Object.fromEntries(Object.entries(genotypes).filter(([marker]) => markers.has(marker)));
}

/** Markers with long fragments, which fail first in old bone; roughly longest first. */
const longFirst = [
  'Penta E', 'Penta D', 'SE33', 'FGA', 'TPOX', 'CSF1PO', 'D2S1338', 'D18S51', 'D21S11', 'D7S820', 'D12S391', 'D16S539', 'D5S818', 'TH01', 'D8S1179', 'D13S317', 'D19S433', 'vWA', 'D22S1045', 'D1S1656', 'D10S1248', 'D2S441', 'D3S1358',
];

/** What is left of a profile of degraded bone: missing markers, and some where only one allele was seen (`[a, null]`). */
export function degrade(random: Random, genotypes: Genotypes, typing: Typing): Genotypes {
  if (typing === 'full') return genotypes;
  const kept = typing === 'partial' ? random.int(15, 22) : random.int(8, 14);
  const ranked = Object.keys(genotypes)
    .map((marker) => ({ marker, rank: longFirst.indexOf(marker) + random.normal(0, 3.5) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, kept);
  const left = new Set(ranked.map((item) => item.marker));
  return Object.fromEntries(
    Object.entries(genotypes)
      .filter(([marker]) => left.has(marker))
      .map(([marker, pair]) => {
        const [a, b] = pair;
        return [marker, random.chance(0.13) ? [random.chance(0.5) ? a : (b ?? a), null] : pair];
      }),
  );
}
