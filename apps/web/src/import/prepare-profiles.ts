import type { Issue, ProfilesResult, StrProfile } from '@imena/exchange';
import type { Body, ExistingSubject, ImportSetting, PreparedImport, PreparedRow } from './import-rows.ts';
import { filled, issueAt } from './import-rows.ts';

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
export function prepareProfiles(result: ProfilesResult, context: ProfileContext, setting: ImportSetting): PreparedImport {
  const issues: Issue[] = [];
  const heldBack: number[] = [];
  const rows = result.profiles.flatMap((profile): PreparedRow[] => {
    const row = profile.rows[0] ?? 0;
    const owner = context.owners[profile.sample.trim().toUpperCase()];
    const at = { file: setting.fileName, row };
    if (Object.keys(profile.markers).length === 0) {
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
      bodies: [profileBody(profile, { owner, context, setting })], ...(owner.profile === undefined ? {} : { existing: owner.profile }),
    }];
  });
  return { rows, issues, heldBack };
}

function profileBody(profile: StrProfile, { owner, context, setting }: { owner: ProfileOwner; context: ProfileContext; setting: ImportSetting }): Body {
  const { kit, laboratory, analyst, reviewer, software, importFile } = context;
  return filled({
    type: 'profile.typed', basis: 'document', sampleCode: profile.sample, sample: owner.sample,
    ...(owner.kind === 'remains' ? { remains: owner.id } : owner.kind === 'relative' ? { relative: owner.id } : owner.kind === 'person' ? { person: owner.id } : {}),
    kit, laboratory, analyst, reviewer, software, genotypes: profile.markers, amelogenin: profile.amelogenin ?? undefined, importFile,
    note: `${setting.fileName}, ${profile.rows.join(', ')}`.slice(0, 2000), synthetic: setting.demonstration ? true : undefined,
  });
}
