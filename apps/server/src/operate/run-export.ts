import { gridToDegrees, writeCsv, writeGeoJson, writeProfiles, type GeoFeature, type GridDatum, type WrittenProfile } from '@imena/exchange';
import { refuse } from '@imena/problem';
import { shownValue, type Subject, type SubjectKind } from '@imena/record';
import { logAccess, withAccount } from '../access/index.ts';
import { openDatabase, type DatabaseTarget } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { readFoldedOfKind } from '../register/find-item.queries.ts';
import { readWholeKind } from '../register/list-subjects.queries.ts';
import type { Item } from '../register/subject-item.ts';
import { optionsOf, type CommandOptions } from './commands.ts';
import { withInstallation } from './open-installation.ts';

export type ExportFormat = 'csv' | 'geojson';

export interface Exported {
  readonly text: string;
  readonly count: number;
}

/**
 * `imena export`: every subject of a kind. It reads past the wall of accounts, because whoever may run it holds the data
 * folder itself; that it happened stands in the access log.
 * @throws Problem `export.no_positions` for GeoJSON of kinds without positions
 */
export async function runExport(options: CommandOptions, { kind, format }: { readonly kind: SubjectKind; readonly format: ExportFormat }): Promise<Exported> {
  if (format === 'geojson' && kind !== 'grave' && kind !== 'site') return refuse('export.no_positions', { kind });
  return withInstallation(optionsOf(options), 'beside', async ({ worker, targets }) => {
    const exported = await exportKind(worker, { kind, format });
    await noteExport(targets.app, { kind, format, count: exported.count });
    return exported;
  });
}

async function exportKind(worker: Database, { kind, format }: { readonly kind: SubjectKind; readonly format: ExportFormat }): Promise<Exported> {
  const items = await readWholeKind(worker, kind);
  if (kind === 'profile') return exportProfiles(await readFoldedOfKind(worker, kind));
  if (format === 'csv') return { text: itemsCsv(items), count: items.length };
  const sites = new Map((await readFoldedOfKind(worker, 'site')).map((site) => [site.id, site]));
  const features = items.map((item): GeoFeature => {
    const { id, code, title, status, scope } = item;
    return { id, at: positionOf(item, sites), properties: { code, title, status, kind, scope, ...item.facets } };
  });
  return { text: writeGeoJson(features), count: items.length };
}

function itemsCsv(items: readonly Item[]): string {
  const facets = [...new Set(items.flatMap((item) => Object.keys(item.facets)))].sort();
  const rows = items.map((item) => [
    item.code, item.title, item.status, ...facets.map((name) => String(item.facets[name] ?? '')), String(item.xMm ?? ''), String(item.yMm ?? ''),
    item.links.map(({ rel, to }) => `${rel}=${to}`).join(' '), item.scope, item.id,
  ]);
  return writeCsv(['code', 'title', 'status', ...facets, 'xMm', 'yMm', 'links', 'scope', 'id'], rows);
}

/** Genotypes as a long table, a line a marker, with what is stated of drop-out, which `imena import --kind profiles` reads again; where people disagree the first that was stated. */
function exportProfiles(profiles: readonly Subject[]): Exported {
  return { text: writeProfiles(profiles.map(writtenProfile)), count: profiles.length };
}

function writtenProfile(profile: Subject): WrittenProfile {
  const sample = shownValue(profile, 'sampleCode');
  // The register holds what the statement types let in: `profile.typed` and `profile.low_template_stated`.
  const valueOf = <T>(field: string, none: T): T => (shownValue(profile, field) as T | undefined) ?? none;
  const lowTemplate = valueOf<Omit<NonNullable<WrittenProfile['lowTemplate']>, 'reason'> | null>('lowTemplate', null);
  const [nothingSeen, manyAlleles] = [valueOf<readonly string[]>('nothingSeen', []), valueOf<NonNullable<WrittenProfile['manyAlleles']>>('manyAlleles', {})];
  return {
    sample: typeof sample === 'string' ? sample : '', markers: valueOf<WrittenProfile['markers']>('genotypes', {}), nothingSeen, manyAlleles, amelogenin: valueOf<WrittenProfile['amelogenin']>('amelogenin', null),
    xMarkers: valueOf<WrittenProfile['xMarkers']>('xGenotypes', {}), yMarkers: valueOf<WrittenProfile['yMarkers']>('yHaplotype', {}), mt: valueOf<WrittenProfile['mt']>('mtHaplotype', null),
    ...(lowTemplate === null ? {} : { lowTemplate: { ...lowTemplate, reason: explanationOf(profile) } }),
  };
}

/** What whoever stated the drop-out that is shown said of how it was found. */
function explanationOf(profile: Subject): string | null {
  const stated = profile.history.find(({ entry }) => entry === profile.fields['lowTemplate']?.[0]?.entry);
  const explanation = stated !== undefined && 'explanation' in stated.body ? stated.body['explanation'] : null;
  return typeof explanation === 'string' ? explanation : null;
}

/** A grave by its site's grid, a site by its own point; null where either is not known. */
function positionOf(item: Item, sites: ReadonlyMap<string, Subject>): GeoFeature['at'] {
  const site = sites.get(item.kind === 'site' ? item.id : (item.links.find(({ rel }) => rel === 'site')?.to ?? ''));
  if (site === undefined) return null;
  if (item.kind === 'site') {
    const place = shownValue(site, 'place') as { readonly point?: { readonly latE7: number; readonly lonE7: number } } | undefined;
    return place?.point === undefined ? null : [place.point.lonE7 / 1e7, place.point.latE7 / 1e7];
  }
  const datum = datumOf(site);
  return datum === null || item.xMm === null || item.yMm === null ? null : gridToDegrees({ xMm: item.xMm, yMm: item.yMm }, datum);
}

function datumOf(site: Subject): GridDatum | null {
  const grid = shownValue(site, 'grid') as { readonly datum: { readonly point?: { readonly latE7: number; readonly lonE7: number } }; readonly rotationTenthDeg: number } | undefined;
  return grid?.datum.point === undefined ? null : { ...grid.datum.point, rotationTenthDeg: grid.rotationTenthDeg };
}

async function noteExport(app: DatabaseTarget, { kind, format, count }: { readonly kind: SubjectKind; readonly format: ExportFormat; readonly count: number }): Promise<void> {
  const db = openDatabase(app, { max: 1, onError: () => undefined });
  try {
    await withAccount(db, null, (tx) => logAccess(tx, { account: null, action: `export.${format}`, kind, detail: { count, on: 'the server’s own machine' } }));
  } finally {
    await db.destroy();
  }
}
