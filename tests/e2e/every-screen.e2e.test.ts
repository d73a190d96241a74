import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstAccount, signIn } from './support/accounts.ts';
import { findFaultsHere, findFaultsOfScreen } from './support/find-faults.ts';
import { closeBrowser, openBrowser, openPerson, waitForScreen, type Person, type Tongue, type View } from './support/open-browser.ts';
import { openCandidate, propose, runMatching } from './support/path-steps.ts';
import { listRoutes } from './support/routes.ts';
import { startLimitMs, stepLimitMs } from './support/slow-browser.ts';
import { startInstallation, type Installation } from './support/start-installation.ts';
import { stationOf } from './support/tour.ts';

const account = { login: 'olena', password: 'four quiet words of summer', displayName: 'Олена Приклад' };
const closed = new Set(['/sign-in', '/welcome', '/invitation', '/recovery', '/recompute']);

let installation: Installation;
let browser: Browser;
let first: Person;
let addresses: ReadonlyMap<string, string>;

beforeAll(async () => {
  installation = await startInstallation([]);
  browser = await openBrowser();
  first = await openPerson(browser, { view: 'desk', tongue: 'uk' });
  await makeFirstAccount(first, { ...account, setupLink: installation.setupLink, allRoles: true });
  const station = stationOf('the case to sign');
  const run = await runMatching(first, installation.url);
  await openCandidate(first, station);
  const pair = new URL(first.page.url()).pathname;
  const decision = await propose(first, 'Повний профіль; обоє батьків типовано.');
  addresses = await findAddresses(first, { run, pair, decision });
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'every-screen');
  await installation.stop();
});

describe('every screen', () => {
  it('has an address in this test for every route of the application', () => {
    expect([...addresses.keys()].sort()).toEqual(listRoutes());
  });

  // Accessibility depends on size and layout, hardly on the language: axe looks at each size once.
  it.each([['desk', 'uk', true], ['phone', 'en', true], ['desk', 'en', false], ['phone', 'uk', false]] as const)(
    'on a %s in %s: nothing for axe (%s), no sideways scroll, no error, every text in its language, a title',
    async (view, tongue, withAxe) => {
      const [before, within] = await Promise.all([openPerson(browser, { view, tongue }), personIn(view, tongue)]);
      const looks = [...addresses].map(([route, path]) => ({ path, name: nameOf(route), withAxe, isClosed: closed.has(route) }));
      const look = async (person: Person, isClosed: boolean): Promise<string[]> => {
        const faults: string[] = [];
        for (const one of looks) if (one.isClosed === isClosed) faults.push(...(await findFaultsOfScreen(person, installation.url, one)));
        return faults;
      };
      const faults = (await Promise.all([look(before, true), look(within, false)])).flat();
      await before.context.close();
      await within.context.close();
      expect(faults).toEqual([]);
    },
    stepLimitMs,
  );
});

describe('with the keyboard alone', () => {
  it('a person reaches the content first, the search from anywhere, and closes a dialog with Escape', async () => {
    const person = await personIn('desk', 'en');
    const { page, words: { common, sites } } = person;
    await page.goto(`${installation.url}/sites`);
    await waitForScreen(person);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(common.skipToContent);
    await page.keyboard.press('Enter');
    const register = page.getByRole('button', { name: sites.register });
    await tabTo(person, sites.register);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: sites.register });
    await dialog.waitFor();
    expect(await findFaultsHere(person, 'withAxe')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // Focus comes back to what opened the dialog: whoever cannot see is not lost.
    await expect.poll(() => register.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(common.searchPlaceholder);
    // As a scanner of labels does: the last key comes before any answer can.
    await page.keyboard.type(stationOf('the case to sign').grave);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/graves\/[0-9a-f-]{36}$/);
    await person.context.close();
  });
});

describe('while a network is slow', () => {
  it('the page of a site asks for what it shows of others together, not one by one', async () => {
    const person = await personIn('desk', 'en');
    const asked: string[] = [];
    person.page.on('request', (request) => { if (/\/api\/subjects\/(?:details|[0-9a-f-]{36})/.test(request.url())) asked.push(new URL(request.url()).pathname); });
    await person.page.goto(`${installation.url}${addresses.get('/sites/$id') ?? ''}`);
    await waitForScreen(person);
    // The site itself; its areas; what was said of it.
    await expect.poll(() => asked.filter((path) => path.endsWith('/details')).length).toBe(2);
    await person.page.waitForLoadState('networkidle');
    expect(asked.length).toBe(3);
    await person.context.close();
  });

  it('a decision keeps room for whom it names, and never shows the beginning of an id', async () => {
    const person = await personIn('desk', 'en');
    const { page, words: { common, fields } } = person;
    // Lines of subjects are never answered here.
    await page.route('**/api/subjects/lines*', () => undefined);
    await page.goto(`${installation.url}${addresses.get('/decisions/$id') ?? ''}`);
    const content = page.locator('dl').filter({ has: page.getByText(fields.ground, { exact: true }) });
    await content.first().waitFor();
    expect(await content.getByRole('img', { name: common.loading }).count()).toBeGreaterThanOrEqual(3);
    expect(await content.first().innerText()).not.toMatch(/\b[0-9a-f]{8}\b/);
    await person.context.close();
  });
});

describe('the list of a field that names another subject', () => {
  it('is clean for axe while it is open, while arrows go through it, and when nothing in it fits', async () => {
    const person = await personIn('desk', 'uk');
    const { page, words: { common, remains, fields } } = person;
    await page.goto(`${installation.url}/remains`);
    await waitForScreen(person);
    await page.getByRole('button', { name: remains.register }).click();
    const dialog = page.getByRole('dialog', { name: remains.register });
    const site = dialog.getByRole('combobox', { name: fields.site });
    await site.click();
    await page.getByRole('option').first().click();
    const grave = dialog.getByRole('combobox', { name: fields.grave });
    const options = page.getByRole('listbox', { name: fields.grave }).getByRole('option');
    const reached = async (): Promise<string | null> => grave.getAttribute('aria-activedescendant');
    await grave.click();
    await options.nth(1).waitFor();
    expect(await grave.getAttribute('aria-expanded')).toBe('true');
    expect(await findFaultsHere(person, 'withAxe')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(reached).toBe(await options.nth(1).getAttribute('id'));
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await findFaultsHere(person, 'withAxe')).toEqual([]);
    await grave.fill('nothing has these words');
    await page.getByText(common.nothingFound).waitFor();
    expect(await reached()).toBeNull();
    expect(await findFaultsHere(person, 'withAxe')).toEqual([]);
    await person.context.close();
  });
});

async function personIn(view: View, tongue: Tongue): Promise<Person> {
  const person = await openPerson(browser, { view, tongue });
  await signIn(person, installation.url, account);
  return person;
}

async function tabTo({ page }: Person, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === label) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`60 presses of Tab did not reach "${label}"`);
}

function nameOf(route: string): string {
  return route === '/' ? 'overview' : route.slice(1).replace(/\W+/g, '-');
}

/** A real address for every route: the first subject of its kind, or the pair and the decision made above. */
async function findAddresses({ page }: Person, made: { readonly run: string; readonly pair: string; readonly decision: string }): Promise<ReadonlyMap<string, string>> {
  const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`${installation.url}/api${path}`)).json()) as T;
  const firstOf = async (kind: string): Promise<string> => (await read<{ items: readonly { id: string }[] }>(`/subjects?kind=${kind}&limit=1`)).items[0]?.id ?? `no-${kind}`;
  const entry = (await read<{ items: readonly { id: string }[] }>('/ledger/entries?limit=1')).items[0]?.id ?? 'no-entry';
  const [, , , remains = '', person = ''] = made.pair.split('/');
  const kinds: Readonly<Record<string, string>> = { areas: 'area', claims: 'claim', families: 'family', graves: 'grave', missing: 'person', offices: 'office', profiles: 'profile', relatives: 'relative', remains: 'remains', samples: 'sample', sites: 'site', sources: 'source', subjects: 'item' };
  const addresses = new Map<string, string>();
  for (const route of listRoutes()) {
    if (route.startsWith('/matches/$run/')) addresses.set(route, made.pair);
    else if (route === '/remains/$remains/with/$person') addresses.set(route, `/remains/${remains}/with/${person}`);
    else if (route === '/decisions/new') addresses.set(route, `${route}?run=${made.run}&remains=${remains}&person=${person}`);
    else if (route === '/decisions/$id') addresses.set(route, made.decision);
    else if (route === '/administration/accounts/$id') addresses.set(route, `/administration/accounts/${(await read<{ account: { id: string } }>('/session')).account.id}`);
    else if (route === '/ledger/$id') addresses.set(route, `/ledger/${entry}`);
    else if (route.includes('$run')) addresses.set(route, route.replace('$run', made.run));
    else if (route.includes('$id')) {
      const kind = kinds[route.split('/').findLast((part, place, parts) => parts[place + 1] === '$id') ?? ''];
      if (kind === undefined) continue;
      addresses.set(route, route.replace('$id', kind === 'item' ? await firstOf('grave') : await firstOf(kind)));
    } else addresses.set(route, route);
  }
  return addresses;
}
