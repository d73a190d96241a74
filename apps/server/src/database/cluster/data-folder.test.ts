import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDataFolder } from './data-folder.ts';

let clone = '';
beforeEach(() => (clone = mkdtempSync(path.join(os.tmpdir(), 'imena-place-'))));
afterEach(() => rmSync(clone, { recursive: true }));

describe('the data folder', () => {
  it('is the one that IMENA_DATA names, for everybody', () => {
    expect(chooseDataFolder({ explicit: '/srv/imena', clone, isRoot: true })).toBe('/srv/imena');
    expect(chooseDataFolder({ explicit: '/srv/imena', clone, isRoot: false })).toBe('/srv/imena');
  });

  it('lies in the clone for an ordinary user', () => {
    expect(chooseDataFolder({ explicit: undefined, clone, isRoot: false })).toBe(path.join(clone, 'data'));
  });

  it('lies in a system folder for root, the same at every start', () => {
    const first = chooseDataFolder({ explicit: undefined, clone, isRoot: true });
    expect(first).toMatch(/^\/var\/lib\/imena\/[0-9a-f]{12}-[0-9a-f]{6}$/);
    expect(chooseDataFolder({ explicit: '', clone, isRoot: true })).toBe(first);
  });

  it('is a new one for a clone that was deleted and made anew at the same path', () => {
    const first = chooseDataFolder({ explicit: undefined, clone, isRoot: true });
    rmSync(path.join(clone, 'data'), { recursive: true });
    expect(chooseDataFolder({ explicit: undefined, clone, isRoot: true })).not.toBe(first);
  });
});
