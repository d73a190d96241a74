import type { RunMember } from '@imena/matching';
import { agreedValue, type PedigreeMember, type Subject } from '@imena/record';

/** A field of the profiles of one owner. */
export interface OwnedField {
  readonly field: 'remains' | 'relative';
  readonly owner: string;
  readonly name: string;
}

/** Of the values of a field that people agree on the richest, with the profile that it stands in; null where there is none. */
export function richestOf<T>(profiles: readonly Subject[], { field, owner, name }: OwnedField, sizeOf: (value: T) => number): { readonly value: T; readonly profile: Subject } | null {
  const found = profiles.filter((profile) => agreedValue(profile, field) === owner).flatMap((profile) => {
    const value = agreedValue(profile, name) as T | undefined;
    return value === undefined ? [] : [{ value, profile }];
  });
  return found.sort((a, b) => sizeOf(b.value) - sizeOf(a.value))[0] ?? null;
}

export interface DrawnFamily {
  /** The family as the run had it, and as it is drawn now, which says who is which relative. */
  readonly members: readonly RunMember[];
  readonly drawn: readonly PedigreeMember[];
  readonly member: string;
}

/** Every relative of the missing person who stands in the run's family and of whom something is found. */
export function relativesWith<T extends object>({ members, drawn, member }: DrawnFamily, find: (relative: string) => T | null): ({ readonly id: string } & T)[] {
  const known = new Set(members.map((one) => one.id));
  return drawn.flatMap((one) => {
    const found = one.relative === undefined || one.id === member || !known.has(one.id) ? null : find(one.relative);
    return found === null ? [] : [{ id: one.id, ...found }];
  });
}
