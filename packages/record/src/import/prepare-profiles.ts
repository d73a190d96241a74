import type { Json } from '@imena/problem';
import type { LowTemplate } from '../statements/remains.ts';
import {
  filled, issueAt,
  type ExistingSubject, type ImportIssue, type ImportSetting, type PreparedBody, type PreparedImport, type PreparedRow,
} from './import-rows.ts';

/** The genotypes of one sample as they were read from a file; the same shape as `StrProfile` of the exchange. */
export interface ReadProfile {
  readonly sample: string;
  readonly markers: Readonly<Record<string, readonly [string, string | null]>>;
  readonly amelogenin: 'XX' | 'XY' | 'X' | 'Y' | null;
  /** Repeats at Y-STR loci. */
  readonly yMarkers: Readonly<Record<string, readonly string[]>>;
  /** Alleles at X-STR markers. */
  readonly xMarkers: Readonly<Record<string, readonly (string | null)[]>>;
  readonly mt: { readonly ranges: readonly (readonly [number, number])[]; readonly differences: readonly string[] } | null;
  readonly rows: readonly number[];
  /** Markers typed at which nothing was seen, and markers that show more than two alleles; absent where none. */
  readonly nothingSeen?: readonly string[];
  readonly manyAlleles?: Readonly<Record<string, readonly string[]>>;
  /** Drop-out and drop-in of a sample of little DNA, in parts per million; absent where the file states none. */
  readonly lowTemplate?: LowTemplate & { readonly reason: string | null };
}

/** What a sample code or code stands for, and a profile that is already there for it. */
export interface ProfileOwner extends ExistingSubject {
  /** The sample by which it was found, where it was one. */
  readonly sample?: string;
  readonly profile?: ExistingSubject;
}

export interface ProfileContext {
  readonly target: 'profiles';
  /** Owners by sample code and by code of remains, relative or person, in upper case. */
  readonly owners: Readonly<Record<string, ProfileOwner>>;
  readonly kit?: string;
  readonly laboratory?: string;
  readonly analyst?: string;
  readonly reviewer?: string;
  readonly software?: string;
  /** SHA-256 of the file the profiles came from. */
  readonly importFile: string;
}

/** The statements of a file of STR profiles, each attached to what its sample code names. */
export function prepareProfiles(result: { readonly profiles: readonly ReadProfile[] }, context: ProfileContext, setting: ImportSetting): PreparedImport {
  const issues: ImportIssue[] = [];
  const heldBack: number[] = [];
  const rows = result.profiles.flatMap((profile): PreparedRow[] => {
    const row = profile.rows[0] ?? 0;
    const owner = context.owners[profile.sample.trim().toUpperCase()];
    const at = { file: setting.fileName, row };
    if (isEmpty(profile)) {
      issues.push(issueAt('error', at, 'web.import_profile_empty', { sample: profile.sample }));
      heldBack.push(...profile.rows);
      return [];
    }
    if (owner === undefined) {
      issues.push(issueAt('error', at, 'web.import_sample_unknown', { sample: profile.sample }));
      heldBack.push(...profile.rows);
      return [];
    }
    return [{
      row, label: profile.sample, subject: setting.newId(), subjectKind: 'profile', attachedTo: owner,
      bodies: [profileBody(profile, { owner, context, setting }), ...lowTemplateBody(profile, setting)], ...(owner.profile === undefined ? {} : { existing: owner.profile }),
    }];
  });
  return { rows, issues, heldBack };
}

function isEmpty({ markers, manyAlleles = {}, xMarkers, yMarkers, mt }: ReadProfile): boolean {
  return Object.keys(markers).length + Object.keys(manyAlleles).length + Object.keys(xMarkers).length + Object.keys(yMarkers).length === 0 && mt === null;
}

/** What the laboratory's file states of drop-out and drop-in, as a statement of its own about the profile. */
function lowTemplateBody({ lowTemplate, rows }: ReadProfile, { fileName }: ImportSetting): PreparedBody[] {
  if (lowTemplate === undefined) return [];
  const { reason, ...model } = lowTemplate;
  const place = `${fileName}, ${rows.join(', ')}`.slice(0, 2000);
  return [{ type: 'profile.low_template_stated', basis: 'document', lowTemplate: model as unknown as Json, ground: 'file', explanation: reason ?? place, note: place }];
}

function profileBody(profile: ReadProfile, { owner, context, setting }: { owner: ProfileOwner; context: ProfileContext; setting: ImportSetting }): PreparedBody {
  const { kit, laboratory, analyst, reviewer, software, importFile } = context;
  return filled({
    type: 'profile.typed', basis: 'document', sampleCode: profile.sample, sample: owner.sample,
    ...(owner.kind === 'remains' ? { remains: owner.id } : owner.kind === 'relative' ? { relative: owner.id } : owner.kind === 'person' ? { person: owner.id } : {}),
    kit, laboratory, analyst, reviewer, software, genotypes: profile.markers, nothingSeen: profile.nothingSeen, manyAlleles: profile.manyAlleles, amelogenin: profile.amelogenin ?? undefined,
    ...(Object.keys(profile.xMarkers).length === 0 ? {} : { xGenotypes: profile.xMarkers }), ...(Object.keys(profile.yMarkers).length === 0 ? {} : { yHaplotype: profile.yMarkers }),
    ...(profile.mt === null ? {} : { mtHaplotype: profile.mt }), importFile,
    note: `${setting.fileName}, ${profile.rows.join(', ')}`.slice(0, 2000), synthetic: setting.demonstration ? true : undefined,
  });
}
