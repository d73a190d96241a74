import { mayRead, type Role, type SubjectKind } from '@imena/record';
import {
  IconBinaryTree, IconBooks, IconCheckupList, IconCross, IconDna2, IconFingerprint, IconGavel, IconHome, IconListCheck, IconMapPin, IconSettings, IconUsers, IconDeviceFloppy, IconFileImport,
  type Icon,
} from '@tabler/icons-react';
import { rolesIn, type Session } from '../api/index.ts';

export type NavigationKey = 'overview' | 'tasks' | 'sites' | 'graves' | 'remains' | 'missing' | 'dna' | 'matches' | 'decisions' | 'sources' | 'ledger' | 'import' | 'outbox' | 'administration';

export interface NavigationEntry {
  readonly key: NavigationKey;
  readonly to: string;
  readonly icon: Icon;
  /** Shown to those who may read this kind, or hold one of these roles; to everybody where neither is given. */
  readonly reads?: SubjectKind;
  readonly roles?: readonly Role[];
}

/** The main sections, in the order of the work. */
export const navigation: readonly NavigationEntry[] = [
  { key: 'overview', to: '/', icon: IconHome },
  { key: 'tasks', to: '/tasks', icon: IconListCheck },
  { key: 'sites', to: '/sites', icon: IconMapPin, reads: 'site' },
  { key: 'graves', to: '/graves', icon: IconCross, reads: 'grave' },
  { key: 'remains', to: '/remains', icon: IconCheckupList, reads: 'remains' },
  { key: 'missing', to: '/missing', icon: IconUsers, reads: 'person' },
  { key: 'dna', to: '/dna', icon: IconDna2, reads: 'profile' },
  { key: 'matches', to: '/matches', icon: IconBinaryTree, reads: 'run' },
  { key: 'decisions', to: '/decisions', icon: IconGavel, reads: 'identification' },
  { key: 'sources', to: '/sources', icon: IconBooks, reads: 'source' },
  { key: 'import', to: '/import', icon: IconFileImport, roles: ['coordinator', 'recovery', 'mortuary', 'family_liaison', 'laboratory', 'analyst'] },
  { key: 'ledger', to: '/ledger', icon: IconFingerprint },
  { key: 'outbox', to: '/outbox', icon: IconDeviceFloppy },
  { key: 'administration', to: '/administration', icon: IconSettings, roles: ['coordinator', 'auditor'] },
];

/** What of the navigation a person can use. */
export function navigationFor(session: Session): readonly NavigationEntry[] {
  const roles = rolesIn(session);
  return navigation.filter((entry) => {
    const { reads, roles: needed } = entry;
    if (reads !== undefined) return roles.some((role) => mayRead(role, reads));
    return needed === undefined || roles.some((role) => needed.includes(role));
  });
}

/** Whether a section is the one on screen. */
export function isCurrent(entry: NavigationEntry, pathname: string): boolean {
  return entry.to === '/' ? pathname === '/' : pathname === entry.to || pathname.startsWith(`${entry.to}/`);
}
