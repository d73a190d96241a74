import type { Role } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { coordinates, sectionsFor } from './sections.ts';

const site = '00000000-0000-4000-8000-000000000001';
const session = (role: Role, scope: string | null) => ({ memberships: [{ role, scope }] });
const keys = (role: Role, scope: string | null) => sectionsFor(session(role, scope)).map((section) => section.key);

describe('the administration', () => {
  it('offers everything to a coordinator of the whole installation', () => {
    expect(keys('coordinator', null)).toEqual(['accounts', 'invitations', 'recoveries', 'devices', 'accessLog', 'received', 'offices', 'installation']);
  });
  it('keeps what concerns the whole installation from the coordinator of one site', () => {
    expect(keys('coordinator', site)).toEqual(['accounts', 'invitations', 'received', 'offices', 'installation']);
  });
  it('lets an auditor read and not invite or restore access', () => {
    expect(keys('auditor', null)).toEqual(['accounts', 'devices', 'accessLog', 'received', 'offices', 'installation']);
  });
  it('offers nothing to a laboratory', () => expect(keys('laboratory', null)).toEqual([]));
  it('lets roles be granted only where the giver coordinates', () => {
    expect(coordinates(session('coordinator', site), site)).toBe(true);
    expect(coordinates(session('coordinator', site), null)).toBe(false);
    expect(coordinates(session('coordinator', null), site)).toBe(true);
    expect(coordinates(session('auditor', null), site)).toBe(false);
  });
});
