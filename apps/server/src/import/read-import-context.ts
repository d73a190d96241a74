import { refuse } from '@imena/problem';
import { codeLists, type ExistingSubject, type ImportTarget, type ProfileContext, type ProfileOwner, type SubjectKind, type TableContext } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { readWholeKind } from '../register/list-subjects.queries.ts';
import { findItem } from '../register/find-item.queries.ts';
import type { Item } from '../register/subject-item.ts';

/** What a person declares for the whole file, because the rows do not say it. */
export interface Declared {
  /** What the markers of a list of graves are: `wooden_cross` and so on. */
  readonly markerType?: string | undefined;
  readonly completeness?: string | undefined;
  /** Who examined, for rows with findings; and whether the presumed names were known. */
  readonly examiner?: string | undefined;
  readonly knewNames?: boolean | undefined;
  /** Whether those who reported agreed to the use for identification. */
  readonly consentGiven?: boolean | undefined;
  readonly kit?: string | undefined;
  readonly laboratory?: string | undefined;
  readonly analyst?: string | undefined;
}

/** Reads from the register what the rows of a list are compared with; as worker, past the wall of accounts. */
export async function readTableContext(worker: Database, { target, scope, declared }: { readonly target: Exclude<ImportTarget, 'profiles'>; readonly scope: string; readonly declared: Declared }): Promise<TableContext> {
  const place = await findItem(worker, scope);
  if (place === null || (place.kind !== 'site' && place.kind !== 'office')) return refuse('import.scope_unknown', { scope });
  if (target === 'missing') {
    return { target, persons: (await itemsOf(worker, { kind: 'person' })).map(existing), consentGiven: declared.consentGiven ?? null };
  }
  if (place.kind !== 'site') return refuse('import.scope_not_site', { scope });
  if (target === 'journal') return { target, site: scope, lines: (await itemsOf(worker, { kind: 'burial_record', site: scope })).map(existing) };
  const graves = byCode(await itemsOf(worker, { kind: 'grave', site: scope }));
  if (target === 'graves') {
    const areas = await itemsOf(worker, { kind: 'area', site: scope });
    const names = areas.flatMap((area) => [area.code, area.title].filter((text) => text !== '').map((text) => [text.trim().toLowerCase(), area.id]));
    return { target, site: scope, graves, areas: Object.fromEntries(names) as Record<string, string>, markerType: declared.markerType ?? null };
  }
  const { examiner, knewNames } = declared;
  return {
    target, site: scope, graves, remains: byCode(await itemsOf(worker, { kind: 'remains', site: scope })), completeness: declared.completeness ?? null,
    examination: examiner === undefined ? null : { examiner, knew: knewNames ?? false }, mayRecover: true, mayExamine: true,
  };
}

/** What the sample codes of a file of profiles stand for. */
export async function readProfileContext(worker: Database, { importFile, declared }: { readonly importFile: string; readonly declared: Declared }): Promise<ProfileContext> {
  const { kit, laboratory, analyst } = declared;
  const things = (await Promise.all((['remains', 'relative', 'person'] as const).map((kind) => itemsOf(worker, { kind })))).flat();
  const [samples, profiles] = [await itemsOf(worker, { kind: 'sample' }), await itemsOf(worker, { kind: 'profile' })];
  const stated = { ...(kit === undefined ? {} : { kit }), ...(laboratory === undefined ? {} : { laboratory }), ...(analyst === undefined ? {} : { analyst }) };
  return { target: 'profiles', owners: ownersOf(things, samples, profiles), importFile, ...stated };
}

function ownersOf(things: readonly Item[], samples: readonly Item[], profiles: readonly Item[]): Record<string, ProfileOwner> {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const profileOf = new Map(profiles.flatMap((profile) => {
    const to = linkOf(profile, 'sample') ?? ownerLink(profile);
    return to === undefined ? [] : [[to, existing(profile)] as const];
  }));
  const owner = (thing: Item, of: string): ProfileOwner => {
    const profile = profileOf.get(of);
    return { ...existing(thing), ...(profile === undefined ? {} : { profile }) };
  };
  const owners: Record<string, ProfileOwner> = {};
  for (const thing of things) owners[thing.code.toUpperCase()] = owner(thing, thing.id);
  for (const sample of samples) {
    const thing = byId.get(ownerLink(sample) ?? '');
    if (thing !== undefined) owners[sample.code.toUpperCase()] = { ...owner(thing, sample.id), sample: sample.id };
  }
  return owners;
}

function ownerLink(item: Item): string | undefined {
  return linkOf(item, 'remains') ?? linkOf(item, 'relative') ?? linkOf(item, 'person');
}

function linkOf(item: Item, rel: string): string | undefined {
  return item.links.find((link) => link.rel === rel)?.to;
}

async function itemsOf(worker: Database, { kind, site }: { readonly kind: SubjectKind; readonly site?: string }): Promise<Item[]> {
  const items = await readWholeKind(worker, kind);
  return site === undefined ? items : items.filter((item) => linkOf(item, 'site') === site);
}

function existing({ id, kind, code, title }: Item): ExistingSubject {
  const known = codeLists.subjectKinds.find((one) => one === kind);
  if (known === undefined) throw new Error(`the register holds the unknown kind ${kind}`);
  return { id, kind: known, code, title };
}

function byCode(items: readonly Item[]): Record<string, ExistingSubject> {
  return Object.fromEntries(items.map((item) => [item.code, existing(item)]));
}
