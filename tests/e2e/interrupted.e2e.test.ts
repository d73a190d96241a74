import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { begin, dialogOf, registerSite, save } from './support/begin.ts';
import { field, takeFromMenu } from './support/controls.ts';
import { closeBrowser, keepPicture, type Person } from './support/open-browser.ts';
import { startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';

const step = walk();
const account = { login: 'field2', password: 'mud up to the second eyelet', displayName: 'Field Two (synthetic)' };

let installation: Installation;
let browser: Browser;
let team: Person;
let gravePath: string;

beforeAll(async () => {
  ({ installation, browser, person: team } = await begin(['--empty'], { view: 'phone', tongue: 'en', account }));
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'interrupted');
  await installation.stop();
});

/** Records a note and waits until it is signed and kept on the device. Hurried hands press twice: it is signed once. */
async function note({ page, words: { common, graves, fields } }: Person, text: string): Promise<void> {
  await takeFromMenu(page, { button: common.add, item: graves.note });
  await field(page.getByRole('dialog'), fields.text).fill(text);
  await page.getByRole('dialog').getByRole('button', { name: common.save, exact: true }).dblclick();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Records a note where it can only be saved here; the word of that goes by itself after a few seconds, so it is looked for meanwhile. */
async function noteKeptHere(person: Person, text: string): Promise<void> {
  await Promise.all([note(person, text), person.page.getByText(person.words.common.record.saved).first().waitFor()]);
}

/** On the page of what is kept here: until nothing is only saved or sent, but all is confirmed with a proof. */
async function waitUntilConfirmed({ page, words: { common: { record } } }: Person): Promise<void> {
  const open = page.getByRole('main').getByText(record.stateSaved, { exact: true }).or(page.getByRole('main').getByText(record.stateSent, { exact: true }));
  // Only once the list is drawn does its silence say anything.
  await open.or(page.getByText(record.stateAcknowledged, { exact: true })).first().waitFor();
  await expect.poll(() => open.count()).toBe(0);
  await page.getByText(record.stateAcknowledged, { exact: true }).first().waitFor();
}

async function notesOnServer({ page }: Person): Promise<readonly string[]> {
  const answer = await page.request.get(`${installation.url}/api/subjects/${gravePath.split('/').at(-1) ?? ''}`);
  const { subject } = (await answer.json()) as { subject: { lists: { notes?: readonly { value: { text: string } }[] } } };
  return (subject.lists.notes ?? []).map((one) => one.value.text);
}

describe('recording while the network is lost', () => {
  step('begins with a site and a grave', async () => {
    const { page, words: { sites, fields } } = team;
    await registerSite(team, installation.url, { code: 'NET', names: { English: 'A place without a network (synthetic)' } });
    await page.getByRole('button', { name: sites.markGrave }).click();
    await field(dialogOf(team), fields.number).fill('12');
    await save(team);
    await page.waitForURL(/\/graves\/[0-9a-f-]{36}$/);
    gravePath = new URL(page.url()).pathname;
    await note(team, 'Before the network went.');
    await page.getByText('Before the network went.').first().waitFor();
  });

  step('keeps what is recorded on the device, and says so', async () => {
    const { context, page, words: { common } } = team;
    // Screens not opened yet are fetched ahead in the first seconds; a person in the field has had those seconds.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('outbox-page')));
    await context.setOffline(true);
    await page.getByText(common.offline).waitFor();
    await noteKeptHere(team, 'Written without a network.');
    await page.getByRole('link', { name: common.waiting_one.replace('{{count}}', '1') }).click();
    await page.getByText(common.record.stateSaved, { exact: true }).first().waitFor();
    await keepPicture(team, 'offline-outbox');
  });

  step('sends it when the network returns, and shows the confirmation only after the proof', async () => {
    const { context } = team;
    expect(await notesOnServer(team).catch(() => ['unreachable'])).not.toContain('Written without a network.');
    await context.setOffline(false);
    await waitUntilConfirmed(team);
    await expect.poll(() => notesOnServer(team)).toEqual(['Before the network went.', 'Written without a network.']);
  });

  step('loses nothing typed when the page is loaded again without a network: not in a form, not in a dialog that asks for a reason', async () => {
    const { context, page, words: { common, graves, fields } } = team;
    const half = 'Half a sentence about the northern';
    const reason = 'Typed with one glove off';
    const openNote = () => takeFromMenu(page, { button: common.add, item: graves.note });
    const openTakingBack = () => page.getByRole('region', { name: common.history.title }).getByRole('button', { name: common.field.withdraw, exact: true }).first().click();
    await page.goto(`${installation.url}${gravePath}`);
    await openNote();
    await field(dialogOf(team), fields.text).fill(half);
    await page.keyboard.press('Escape');
    await openTakingBack();
    await field(dialogOf(team), common.confirm.reason).fill(reason);
    await context.setOffline(true);
    await page.reload().catch(() => undefined);
    await context.setOffline(false);
    await page.goto(`${installation.url}${gravePath}`);
    await openTakingBack();
    await expect.poll(() => field(dialogOf(team), common.confirm.reason).inputValue()).toBe(reason);
    await dialogOf(team).getByText(common.record.draftRestored).waitFor();
    await page.keyboard.press('Escape');
    await openNote();
    await expect.poll(() => field(dialogOf(team), fields.text).inputValue()).toBe(half);
    await dialogOf(team).getByRole('button', { name: common.record.discardDraft }).click();
    await expect.poll(() => field(dialogOf(team), fields.text).inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });
});

describe('a server that is killed in the middle of work', () => {
  step('loses nothing it has confirmed, and takes what was recorded meanwhile', async () => {
    const { page, words: { common } } = team;
    await page.goto(`${installation.url}${gravePath}`);
    await note(team, 'Confirmed before the power cut.');
    await page.getByText('Confirmed before the power cut.').first().waitFor();
    await installation.kill();
    await noteKeptHere(team, 'Written while the server was dead.');
    await page.getByRole('link', { name: common.waiting_one.replace('{{count}}', '1') }).click();
    await page.getByText(common.record.stateSaved, { exact: true }).first().waitFor();
    await installation.startAgain();
    // By itself, without a new page and without a press: a server that is away is asked until it answers.
    await waitUntilConfirmed(team);
    await expect.poll(() => notesOnServer(team)).toEqual([
      'Before the network went.', 'Written without a network.', 'Confirmed before the power cut.', 'Written while the server was dead.',
    ]);
    await page.goto(`${installation.url}${gravePath}`);
    await page.getByText('Written while the server was dead.').first().waitFor();
  });

  step('and the ledger the browser holds is still the one the server shows', async () => {
    const { page, words: { ledger } } = team;
    await page.goto(`${installation.url}/ledger/checkpoints`);
    await page.getByText(ledger.checkpoint.verdict.consistent).waitFor();
  });
});
