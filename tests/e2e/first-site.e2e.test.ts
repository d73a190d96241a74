import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { acceptInvitation, invite, signIn, signOut } from './support/accounts.ts';
import { begin, dialogOf, save } from './support/begin.ts';
import { choose, field, press, takeFromMenu } from './support/controls.ts';
import { closeBrowser, keepPicture, openPerson, type Person } from './support/open-browser.ts';
import { startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { makePicture } from './support/make-picture.ts';
import { walk } from './support/steps.ts';
import { filled } from './support/words.ts';

const account = { login: 'field1', password: 'rain on a canvas roof', displayName: 'Field One (synthetic)' };
const picture = makePicture();

const step = walk();

let installation: Installation;
let browser: Browser;
let team: Person;
let gravePath: string;

beforeAll(async () => {
  ({ installation, browser, person: team } = await begin(['--empty'], { view: 'phone', tongue: 'en', account }));
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'first-site');
  await installation.stop();
});

async function readMarker(person: Person, { name, number, reader }: { readonly name: string; readonly number?: string; readonly reader: string }): Promise<void> {
  const { page, words: { graves, fields, codes } } = person;
  await page.getByRole('button', { name: graves.transcribe }).click();
  const dialog = dialogOf(person);
  await press(dialog, { group: fields.markerType, label: codes.markerTypes.wooden_cross });
  await field(dialog, fields.markerName).fill(name);
  if (number !== undefined) await field(dialog, fields.markerNumber).fill(number);
  await field(dialog, fields.reader).fill(reader);
}

describe('an empty installation, on a phone in English', () => {
  step('says what is not there yet instead of showing nothing', async () => {
    const { page, words: { sites } } = team;
    await keepPicture(team, 'empty-overview');
    await page.goto(`${installation.url}/sites`);
    await page.getByText(sites.none).waitFor();
  });

  step('takes a site, an area and a grave', async () => {
    const { page, words: { sites, fields, common, codes } } = team;
    await page.getByRole('button', { name: sites.register }).click();
    await field(dialogOf(team), fields.code).fill('TST');
    await dialogOf(team).getByLabel(`${fields.name} (English)`).fill('Test forest (synthetic)');
    await dialogOf(team).getByLabel(`${fields.name} (Українська)`).fill('Пробний ліс (синтетичний)');
    await keepPicture(team, 'register-site');
    await dialogOf(team).getByRole('button', { name: common.save, exact: true }).click();
    await page.waitForURL(/\/sites\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: 'Test forest (synthetic)' }).waitFor();

    await takeFromMenu(page, { button: common.add, item: sites.defineArea });
    await field(dialogOf(team), fields.code).fill('A');
    await dialogOf(team).getByLabel(`${fields.name} (English)`).fill('Northern edge');
    await choose(page, dialogOf(team), { label: fields.areaType, option: codes.areaTypes.civilian });
    await field(dialogOf(team), fields.outline).fill('0 0\n40 0\n40 25\n0 25');
    await save(team);
    await page.getByRole('link', { name: /Northern edge/ }).waitFor();

    await page.getByRole('button', { name: sites.markGrave }).click();
    await field(dialogOf(team), fields.number).fill('7');
    await field(dialogOf(team), fields.xMm).fill('12,5');
    await field(dialogOf(team), fields.yMm).fill('8');
    await dialogOf(team).getByRole('button', { name: common.save, exact: true }).click();
    await page.waitForURL(/\/graves\/[0-9a-f-]{36}$/);
    gravePath = new URL(page.url()).pathname;
    await page.getByRole('heading', { level: 1, name: /7/ }).waitFor();
  });

  step('keeps a reading of a marker with each doubtful character and what else it may be', async () => {
    const { page, words: { controls } } = team;
    await readMarker(team, { name: 'Зразко М.', number: '319', reader: 'First reader' });
    const dialog = dialogOf(team);
    await dialog.getByRole('button', { name: 'р', exact: true }).click();
    await page.getByLabel(filled(controls.alternatives, { character: 'р' })).fill('г п');
    await page.getByRole('button', { name: controls.doubtful, exact: true }).click();
    await keepPicture(team, 'transcribe-marker');
    await save(team);
    await page.getByText(filled(controls.characterDoubtful, { character: 'р', alternatives: 'г, п' })).first().waitFor();
    await page.getByText('319').first().waitFor();
  });

  step('shows two readings side by side until a person decides, and keeps the other in the history', async () => {
    const { page, words: { common, fields } } = team;
    await readMarker(team, { name: 'Зрезко М.', reader: 'Second reader' });
    await save(team);
    await page.getByText(common.field.disagreement).first().waitFor();
    await keepPicture(team, 'grave-disagreement');
    await page.getByRole('button', { name: common.field.resolve }).first().click();
    const dialog = dialogOf(team);
    await dialog.getByRole('radio', { name: /Зразко/ }).click();
    await field(dialog, common.confirm.reason).fill('The photograph shows the third letter to be a.');
    await dialog.getByRole('button', { name: common.field.choose }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText(common.field.disagreement).count()).toBe(0);
    await page.getByRole('button', { name: `${common.field.history}: ${fields.markerName}`, exact: true }).click();
    const history = page.getByRole('dialog');
    await history.getByText('Зрезко М.').waitFor();
    await history.getByText(common.field.superseded, { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  step('corrects a field, and takes the correction back: the first statement stands again', async () => {
    const { page, words: { common, fields, types } } = team;
    await page.getByRole('button', { name: `${common.field.correct}: ${fields.number}`, exact: true }).click();
    await field(dialogOf(team), fields.number).fill('8');
    await save(team);
    await page.getByRole('heading', { level: 1, name: /^8/ }).waitFor();
    const line = page.getByRole('listitem').filter({ hasText: types.grave.marked }).filter({ has: page.getByRole('button', { name: common.field.withdraw }) }).first();
    await line.getByRole('button', { name: common.field.withdraw }).click();
    await field(dialogOf(team), common.confirm.reason).fill('Typed at the wrong grave.');
    await dialogOf(team).getByRole('button', { name: common.field.withdraw }).click();
    await dialogOf(team).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: /^7/ }).waitFor();
  });

  step('covers a photograph that may distress until somebody asks for it', async () => {
    const { page, words: { common: { photographs, save: saveWord } } } = team;
    await page.getByRole('button', { name: photographs.add }).click();
    const dialog = dialogOf(team);
    await dialog.locator('input[type=file][multiple]').setInputFiles({ name: 'marker.png', mimeType: 'image/png', buffer: picture });
    await dialog.getByRole('switch', { name: photographs.sensitive }).check({ force: true });
    await dialog.getByRole('button', { name: saveWord, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const cover = page.getByRole('button', { name: new RegExp(photographs.covered) });
    await cover.waitFor();
    expect(await page.getByRole('img', { name: /marker\.png/ }).count()).toBe(0);
    await cover.click();
    const image = page.getByRole('img', { name: filled(photographs.photographOf, { what: 'marker.png' }) });
    await image.waitFor();
    await expect.poll(() => image.evaluate((shown) => (shown instanceof HTMLImageElement ? shown.naturalWidth : 0))).toBeGreaterThan(0);
  });

  step('finds a grave by another number and by the name on its marker in Latin letters', async () => {
    const { page, words: { common, graves, fields } } = team;
    await takeFromMenu(page, { button: common.add, item: graves.alias });
    await field(dialogOf(team), fields.alias).fill('КП-1204');
    await field(dialogOf(team), fields.origin).fill('police');
    await save(team);
    await page.getByText('КП-1204').first().waitFor();
    for (const words of ['319', 'КП-1204', 'Zrazko']) {
      await page.getByRole('searchbox', { name: common.searchPlaceholder }).fill(words);
      await page.getByRole('option', { name: /7/ }).first().click();
      await page.waitForURL(`${installation.url}${gravePath}`);
    }
  });

  step('lets its person sign out, and in again to the same grave', async () => {
    await signOut(team, account.displayName);
    await signIn(team, installation.url, account);
    await team.page.goto(`${installation.url}${gravePath}`);
    await team.page.getByText('КП-1204').first().waitFor();
  });
});

describe('a second browser of the same person', () => {
  step('enrols a device of its own and signs with it', async () => {
    const desk = await openPerson(browser, { view: 'desk', tongue: 'uk' });
    await signIn(desk, installation.url, account);
    const { page, words: { common, graves, fields } } = desk;
    await page.goto(`${installation.url}${gravePath}`);
    await takeFromMenu(page, { button: common.add, item: graves.note });
    await field(dialogOf(desk), fields.text).fill('Переглянуто за столом.');
    await save(desk);
    await page.getByText('Переглянуто за столом.').first().waitFor();
    const devices = (await (await page.request.get(`${installation.url}/api/devices`)).json()) as { devices: readonly { account: string }[] };
    const { account: { id } } = (await (await page.request.get(`${installation.url}/api/session`)).json()) as { account: { id: string } };
    expect(devices.devices.filter((device) => device.account === id)).toHaveLength(2);
    await desk.context.close();
  });
});

describe('a person whose role holds for another site only', () => {
  step('sees that site, and of this one neither the grave, nor a number in the search, nor the address', async () => {
    const { page, words: { sites, fields, common, codes } } = team;
    await page.goto(`${installation.url}/sites`);
    await page.getByRole('button', { name: sites.register }).click();
    await field(dialogOf(team), fields.code).fill('OTH');
    await dialogOf(team).getByLabel(`${fields.name} (English)`).fill('Other place (synthetic)');
    await dialogOf(team).getByRole('button', { name: common.save, exact: true }).click();
    await page.waitForURL(/\/sites\/[0-9a-f-]{36}$/);
    const link = await invite(team, installation.url, { name: 'Other Team (synthetic)', roles: [{ role: codes.roles.recovery, place: 'Other place' }] });

    const other = await openPerson(browser, { view: 'desk', tongue: 'en' });
    await acceptInvitation(other, { link, login: 'other', password: 'a kettle on the second stove' });
    await other.page.goto(`${installation.url}/sites`);
    await other.page.getByRole('main').getByText('OTH', { exact: true }).waitFor();
    expect(await other.page.getByRole('main').getByText('TST', { exact: true }).count()).toBe(0);
    await other.page.getByRole('searchbox', { name: common.searchPlaceholder }).fill('КП-1204');
    await other.page.getByText(common.searchNothing).waitFor();
    await other.page.goto(`${installation.url}${gravePath}`);
    await other.page.getByRole('main').getByText(common.errorTitle).or(other.page.getByRole('main').getByText(common.notFoundTitle)).first().waitFor();
    expect(await other.page.getByText('319').count()).toBe(0);
    const answer = await other.page.request.get(`${installation.url}/api/subjects/${gravePath.split('/').at(-1) ?? ''}`);
    expect(answer.status()).toBe(404);
  });
});
