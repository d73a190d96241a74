import { field } from './controls.ts';
import { waitForScreen, type Person } from './open-browser.ts';
import { filled } from './words.ts';

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

export interface Invitation {
  readonly name: string;
  /** Each role in the words of the application, and the place where it is held. */
  readonly roles: readonly { readonly role: string; readonly place: string }[];
}

/** Invites somebody in the administration and returns the link, which is shown once. */
export async function invite({ page, words: { administration } }: Person, url: string, { name, roles }: Invitation): Promise<string> {
  await page.goto(`${url}/administration/invitations`);
  await page.getByRole('button', { name: administration.invitations.make }).click();
  const dialog = page.getByRole('dialog');
  await field(dialog, administration.invitations.name).fill(name);
  for (const [at, { role, place }] of roles.entries()) {
    if (at > 0) await dialog.getByRole('button', { name: administration.invitations.addRole }).click();
    await dialog.getByLabel(administration.role).and(page.locator('input')).nth(at).click();
    await page.getByRole('option', { name: role, exact: true }).click();
    await dialog.getByLabel(administration.scope).and(page.locator('input')).nth(at).click();
    await page.getByRole('option', { name: place }).first().click();
  }
  await dialog.getByRole('button', { name: administration.invitations.send }).click();
  return field(page, filled(administration.invitations.linkTitle, { name })).inputValue();
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
