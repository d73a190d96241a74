import { prepareMissingPerson, type MissingPersonInput } from '../missing-person/prepare.ts';
import type { MarkerTable } from '../missing-person/types.ts';
import type { ExclusionPower } from './types.ts';

/**
 * Probability that a random person's genotype is impossible for the missing person, marker by marker, over all markers,
 * and the expected number of such markers. Mutation is left out, except at markers where the references themselves are
 * impossible without it; NaN where they are impossible with it too, because then nothing is said of anybody. Source: Egeland, Pinto and Vigeland 2014 (doi:10.1016/j.fsigen.2013.05.001).
 */
export function exclusionPower(input: Omit<MissingPersonInput, 'theta' | 'policies'>): ExclusionPower {
  const strict = prepareMissingPerson({ ...input, markers: input.markers.map((m) => ({ ...m, mutation: null })) });
  const perMarker: Record<string, number> = {};
  let passes = 1;
  let expectedMismatch = 0;
  strict.tables.forEach((table, i) => {
    const marker = input.markers[i];
    const mutates = table.lnReferences === -Infinity && marker !== undefined;
    const used = mutates ? (prepareMissingPerson({ ...input, markers: [marker] }).tables[0] ?? table) : table;
    const power = excludedShare(used);
    perMarker[used.marker.name] = power;
    passes *= 1 - power;
    expectedMismatch += power;
  });
  return { perMarker, total: 1 - passes, expectedMismatch };
}

function excludedShare(table: MarkerTable): number {
  if (table.lnReferences === -Infinity) return NaN;
  const { freqs } = table.marker;
  if (table.hemizygous) return freqs.reduce((sum, p, a) => sum + (table.lnRelated[a] === -Infinity ? p : 0), 0);
  let share = 0;
  let entry = 0;
  for (let j = 0; j < freqs.length; j++)
    for (let i = 0; i <= j; i++) {
      const p = (freqs[i] ?? NaN) * (freqs[j] ?? NaN) * (i === j ? 1 : 2);
      if (table.lnRelated[entry] === -Infinity) share += p;
      entry += 1;
    }
  return share;
}
