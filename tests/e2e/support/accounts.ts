import { waitForScreen, type Person } from './open-browser.ts';

export interface Login {
  readonly login: string;
  readonly password: string;
}

/** Makes the first account of an installation through its one-time link, as a person does. */
export async function makeFirstAccount(person: Person, { setupLink, login, password, displayName, allRoles }: Login & { readonly setupLink: string; readonly displayName: string; readonly allRoles: boolean }): Promise<void> {
  const { page, words: { access } } = person;
  await page.goto(setupLink);
  await page.getByLabel(access.displayName).fill(displayName);
  await page.getByLabel(access.login).fill(login);
  await fillNewPassword(person, password);
  await page.getByRole('checkbox', { name: access.allRoles }).setChecked(allRoles);
  await page.getByRole('button', { name: access.create }).click();
  await waitInside(person);
}

export async function acceptInvitation(person: Person, { link, login, password }: Login & { readonly link: string }): Promise<void> {
  const { page, words: { access } } = person;
  await page.goto(link);
  await page.getByLabel(access.login).fill(login);
  await fillNewPassword(person, password);
  await page.getByRole('button', { name: access.create }).click();
  await waitInside(person);
}

export async function signIn(person: Person, url: string, { login, password }: Login): Promise<void> {
  const { page, words: { access } } = person;
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(access.login).fill(login);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.getByRole('button', { name: access.signIn, exact: true }).click();
  await waitInside(person);
}

export async function signOut({ page, words: { common } }: Person, displayName: string): Promise<void> {
  await page.getByRole('button', { name: common.signedInAs.replace('{{name}}', displayName) }).click();
  await page.getByRole('menuitem', { name: common.signOut }).click();
  await page.waitForURL(/\/sign-in/);
}

/** The navigation is there only for those who are signed in. */
async function waitInside(person: Person): Promise<void> {
  const { page, words: { common } } = person;
  await page.getByRole('navigation', { name: common.mainNavigation }).waitFor();
  await waitForScreen(person);
}

async function fillNewPassword({ page }: Person, password: string): Promise<void> {
  const fields = page.locator('input[autocomplete=new-password]');
  await fields.nth(0).fill(password);
  await fields.nth(1).fill(password);
}
