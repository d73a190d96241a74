import type { ExistingSubject, ImportTarget, ProfileOwner } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { request, useAllSubjects, useMayState, type Item } from '../api/index.ts';
import { z } from 'zod';
import { json } from '../api/schemas.ts';

/** The register's answer to the numbers and codes of a file; undefined while it loads. */
export interface RegisterIndex {
  readonly graves: Readonly<Record<string, ExistingSubject>>;
  readonly areas: Readonly<Record<string, string>>;
  readonly journal: readonly ExistingSubject[];
  readonly remains: Readonly<Record<string, ExistingSubject>>;
  readonly persons: readonly ExistingSubject[];
  readonly owners: Readonly<Record<string, ProfileOwner>>;
}

export function existing({ id, kind, code, title }: Item): ExistingSubject {
  return { id, kind, code, title };
}

function byCode(items: readonly Item[]): Readonly<Record<string, ExistingSubject>> {
  return Object.fromEntries(items.map((item) => [item.code, existing(item)]));
}

/** Areas by everything that a list may call them. */
export function areaIndex(items: readonly Item[]): Readonly<Record<string, string>> {
  return Object.fromEntries(items.flatMap((item) => [item.code, item.title].filter((text) => text !== '').map((text) => [text.trim().toLowerCase(), item.id])));
}

/** What each sample code and code stands for; a sample leads to what it was taken from, and to a profile that is there. */
export function ownerIndex(things: readonly Item[], samples: readonly Item[], profiles: readonly Item[]): Readonly<Record<string, ProfileOwner>> {
  const byId = new Map(things.map((item) => [item.id, item]));
  const linkOf = (item: Item, ...rels: readonly string[]): string | undefined => item.links.find((link) => rels.includes(link.rel))?.to;
  const index: Record<string, ProfileOwner> = {};
  const profileOf = (find: (item: Item) => boolean): { profile?: ExistingSubject } => {
    const found = profiles.find(find);
    return found === undefined ? {} : { profile: existing(found) };
  };
  for (const item of things) index[item.code.toUpperCase()] = { ...existing(item), ...profileOf((one) => linkOf(one, 'remains', 'relative', 'person') === item.id && linkOf(one, 'sample') === undefined) };
  for (const sample of samples) {
    const to = linkOf(sample, 'remains', 'relative', 'person');
    const owner = to === undefined ? undefined : byId.get(to);
    const shown = owner === undefined ? (to === undefined ? undefined : ownerUnseen(sample, to)) : existing(owner);
    if (shown !== undefined) index[sample.code.toUpperCase()] = { ...shown, sample: sample.id, ...profileOf((one) => linkOf(one, 'sample') === sample.id) };
  }
  return index;
}

/** The owner of a sample whose own record the account may not read (a missing person, for the laboratory). */
function ownerUnseen(sample: Item, to: string): ExistingSubject | undefined {
  const rel = sample.links.find((link) => link.to === to)?.rel;
  return rel === 'remains' || rel === 'relative' || rel === 'person' ? { id: to, kind: rel, code: sample.code, title: '' } : undefined;
}

/** Fetches what the preparation of a target needs of the register. */
export function useRegisterIndex(target: ImportTarget, scope: string | undefined): { readonly index: RegisterIndex | undefined; readonly error: Error | null } {
  const at = scope ?? '';
  const ofSite = { enabled: scope !== undefined && (target === 'graves' || target === 'remains') };
  const ofJournal = { enabled: scope !== undefined && target === 'journal' };
  const ofProfiles = { enabled: target === 'profiles' };
  const queries = [
    useAllSubjects({ kind: 'grave', 'link.site': at }, ofSite),
    useAllSubjects({ kind: 'area', 'link.site': at }, ofSite),
    useAllSubjects({ kind: 'remains', ...(target === 'profiles' ? {} : { 'link.site': at }) }, { enabled: ofProfiles.enabled || ofSite.enabled }),
    useAllSubjects({ kind: 'person' }, { enabled: target === 'missing' }),
    useAllSubjects({ kind: 'relative' }, ofProfiles),
    useAllSubjects({ kind: 'sample' }, ofProfiles),
    useAllSubjects({ kind: 'profile' }, ofProfiles),
    useAllSubjects({ kind: 'burial_record', 'link.site': at }, ofJournal),
  ] as const;
  const [graves, areas, remains, persons, relatives, samples, profiles, journal] = queries;
  const error = queries.find((query) => query.error !== null)?.error ?? null;
  if (error !== null || queries.some((query) => query.isLoading)) return { index: undefined, error };
  return {
    error: null,
    index: {
      graves: byCode(graves.data ?? []), areas: areaIndex(areas.data ?? []), journal: (journal.data ?? []).map(existing), remains: byCode(remains.data ?? []),
      persons: (persons.data ?? []).map(existing),
      owners: target === 'profiles' ? ownerIndex([...(remains.data ?? []), ...(relatives.data ?? [])], samples.data ?? [], profiles.data ?? []) : {},
    },
  };
}

const savedMappings = z.object({ mappings: z.array(z.object({ name: z.string(), mapping: json })) });

/** Mappings that were saved for a target, by anybody of this installation. */
export function useSavedMappings(target: ImportTarget) {
  return useQuery({
    queryKey: ['mappings', target], enabled: target !== 'profiles', retry: false,
    queryFn: async ({ signal }) => (await request(`/mappings/${target}`, savedMappings, { signal })).mappings,
  });
}

/** Which targets the account can import into a scope, by the statements they make. */
export function useImportTargets(): readonly ImportTarget[] {
  const mayState = useMayState();
  const needs: readonly (readonly [ImportTarget, readonly string[]])[] = [
    ['graves', ['grave.marked']], ['journal', ['burial.listed']], ['remains', ['remains.recovered', 'examination.made']], ['missing', ['person.reported']], ['profiles', ['profile.typed']],
  ];
  return needs.filter(([, types]) => types.some((type) => mayState(type))).map(([target]) => target);
}

