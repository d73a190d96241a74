import type { Browser, Locator } from 'playwright-core';
import { makeFirstAccount, type Login } from './accounts.ts';
import { field } from './controls.ts';
import { closeBrowser, openBrowser, openPerson, type Person, type Tongue, type View } from './open-browser.ts';
import { startInstallation, type Installation } from './start-installation.ts';

export interface Begun {
  readonly installation: Installation;
  readonly browser: Browser;
  /** Holds every role. */
  readonly person: Person;
}

/** An installation of its own, a browser, and in it the first person with every role; `given` as for `npm start`. */
export async function begin(given: readonly string[], { account, ...looks }: { readonly view: View; readonly tongue: Tongue; readonly account: Login & { readonly displayName: string } }): Promise<Begun> {
  const installation = await startInstallation(given);
  let browser: Browser | undefined;
  try {
    browser = await openBrowser();
    const person = await openPerson(browser, looks);
    await makeFirstAccount(person, { ...account, setupLink: installation.setupLink, allRoles: true });
    return { installation, browser, person };
  } catch (error) {
    // The walk has nothing in hand yet with which it could end them.
    await closeBrowser(browser, 'begin');
    await installation.stop();
    throw error;
  }
}

export function dialogOf({ page }: Person): Locator {
  return page.getByRole('dialog');
}

/** Saves the form that is open and waits until it has closed: then the entry is signed and kept. */
export async function save(person: Person): Promise<void> {
  const dialog = dialogOf(person);
  await dialog.getByRole('button', { name: person.words.common.save, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Registers a site with a name in the given languages and ends on its page. */
export async function registerSite(person: Person, url: string, { code, names }: { readonly code: string; readonly names: Readonly<Record<string, string>> }): Promise<void> {
  const { page, words: { sites, fields } } = person;
  await page.goto(`${url}/sites`);
  await page.getByRole('button', { name: sites.register }).click();
  await field(dialogOf(person), fields.code).fill(code);
  for (const [language, name] of Object.entries(names)) await dialogOf(person).getByLabel(`${fields.name} (${language})`).fill(name);
  await save(person);
  await page.waitForURL(/\/sites\/[0-9a-f-]{36}$/);
}
