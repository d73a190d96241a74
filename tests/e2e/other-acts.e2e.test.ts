import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { acceptInvitation, invite } from './support/accounts.ts';
import { begin, dialogOf, save } from './support/begin.ts';
import { field, press } from './support/controls.ts';
import { findFaultsHere } from './support/find-faults.ts';
import { closeBrowser, keepPicture, openPerson, waitForScreen, type Person } from './support/open-browser.ts';
import { openCandidate, propose, runMatching } from './support/path-steps.ts';
import { allow, startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';
import { stationOf } from './support/tour.ts';
import { filled } from './support/words.ts';

const account = { login: 'analyst', password: 'eleven boats under the bridge', displayName: 'Аналітик (синтетичний)' };
const examiner = { login: 'mortuary', password: 'a cold room with one window', displayName: 'Патолог (синтетичний)' };
const step = walk();

let installation: Installation;
let browser: Browser;
let analyst: Person;
let pathologist: Person;
let decision: string;

beforeAll(async () => {
  ({ installation, browser, person: analyst } = await begin([], { view: 'desk', tongue: 'uk', account }));
  pathologist = await openPerson(browser, { view: 'phone', tongue: 'uk' });
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'other-acts');
  await installation.stop();
});

const read = async <T>({ page }: Person, path: string): Promise<T> => (await (await page.request.get(`${installation.url}/api${path}`)).json()) as T;

/** What is wrong with the dialog that is open; it is closed again. */
async function faultsOfDialog(person: Person, name: string): Promise<string[]> {
  await dialogOf(person).waitFor();
  const faults = await findFaultsHere(person, 'withAxe');
  await keepPicture(person, `dialog-${name}`);
  await person.page.keyboard.press('Escape');
  await dialogOf(person).waitFor({ state: 'detached' });
  return faults.map((fault) => `${name} (${person.view}): ${fault}`);
}

describe('the mortuary, on a phone', () => {
  step('sees remains without the presumed name until its findings are signed', async () => {
    const { words: { administration: { everywhere }, codes: { roles } } } = analyst;
    const link = await invite(analyst, installation.url, { name: examiner.displayName, roles: [{ role: roles.mortuary, place: everywhere }] });
    await acceptInvitation(pathologist, { ...examiner, link });
    const { items } = await read<{ items: readonly { id: string; code: string; links: readonly { rel: string; to: string }[] }[] }>(analyst, '/subjects?kind=remains&status=recovered');
    const waiting = items.find((one) => one.links.some((link) => link.rel === 'presumed')) ?? items[0];
    expect(waiting).toBeDefined();
    const { page, words: { remains, fields } } = pathologist;
    await page.goto(`${installation.url}/remains/${waiting?.id ?? ''}`);
    await page.getByText(remains.blindedTitle).waitFor();
    expect(await page.getByRole('heading', { name: remains.presumptions }).count()).toBe(0);
    expect(await findFaultsHere(pathologist, 'withAxe')).toEqual([]);
    await keepPicture(pathologist, 'mortuary-blinded');

    await page.getByRole('button', { name: remains.examine }).click();
    await dialogOf(pathologist).getByRole('radio', { name: remains.exposure.no, exact: true }).check();
    await field(dialogOf(pathologist), fields.examiner).fill(examiner.displayName);
    await keepPicture(pathologist, 'mortuary-examination');
    await save(pathologist);
    await page.getByText(remains.exposure.wasNot).first().waitFor();
    await page.getByText(remains.blindedTitle).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: remains.presumptions }).waitFor();
  });
});

describe('a field that finds a person', () => {
  step('keeps what was typed and left, says that nothing is chosen and holds its form back; a number in full chooses', async () => {
    interface Lines { readonly items: readonly { readonly id: string; readonly code: string; readonly title: string }[] }
    const [bag] = (await read<Lines>(analyst, '/subjects?kind=remains&limit=1')).items;
    const [person] = (await read<Lines>(analyst, '/subjects?kind=person&limit=1')).items;
    const { page, words: { remains, codes, fields, controls, common } } = analyst;
    await page.goto(`${installation.url}/remains/${bag?.id ?? ''}`);
    await page.getByRole('button', { name: remains.presume, exact: true }).click();
    const dialog = dialogOf(analyst);
    await press(dialog, { group: fields.ground, label: codes.presumptionGrounds.marker });
    await field(dialog, fields.explanation).fill('Синтетично: номер у списку.');
    const picker = dialog.getByRole('combobox', { name: remains.presumedPerson, exact: true });
    await picker.fill(person?.code.slice(0, -1) ?? '');
    await page.keyboard.press('Tab');
    await dialog.getByRole('alert').getByText(controls.nothingChosen, { exact: true }).waitFor();
    expect(await picker.inputValue()).toBe(person?.code.slice(0, -1));
    expect(await findFaultsHere(analyst, 'withAxe')).toEqual([]);
    await keepPicture(analyst, 'nothing-chosen');
    await dialog.getByRole('button', { name: common.save, exact: true }).click();
    expect(await picker.evaluate((input: HTMLInputElement) => input.validationMessage)).toBe(controls.nothingChosen);
    await dialog.waitFor();
    await picker.fill(person?.code.toLowerCase() ?? '');
    // As a scanner ends: the person is chosen, the form is not sent.
    await page.keyboard.press('Enter');
    await expect.poll(() => picker.inputValue()).toBe(`${person?.code ?? ''} ${person?.title ?? ''}`);
    await save(analyst);
    await page.getByRole('region', { name: remains.presumptions }).getByRole('link', { name: person?.code ?? '' }).waitFor();
  });
});

describe('the laboratory', () => {
  step('adds a table of frequencies, and is told in words why a second of the same name is refused', async () => {
    const { page, words: { dna } } = analyst;
    const table = { id: 'synthetic-1', name: 'Пробна таблиця (синтетична)', source: 'invented', licence: 'CC0', markers: [{ name: 'TH01', alleles: ['6', '7'], freqs: [0.4, 0.6] }] };
    const file = { name: 'table.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(table)) };
    await page.goto(`${installation.url}/dna/tables`);
    await waitForScreen(analyst);
    await page.locator('input[type=file]').setInputFiles(file);
    const push = (name: string): Promise<void> => dialogOf(analyst).getByRole('button', { name, exact: true }).click();
    await push(dna.tables.look);
    await push(dna.tables.add);
    await page.getByText(table.name).waitFor();
    await page.getByText(dna.tables.installed).waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await push(dna.tables.look);
    await push(dna.tables.add);
    await dialogOf(analyst).getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('not JSON') });
    await push(dna.tables.look);
    await dialogOf(analyst).getByRole('alert').waitFor();
    await keepPicture(analyst, 'tables');
    await page.keyboard.press('Escape');
  });

  step('cancels a run, which then leaves no candidates behind', async () => {
    const { page, words: { dna } } = analyst;
    await page.goto(`${installation.url}/dna/new-run`);
    await page.getByRole('button', { name: dna.form.start }).click();
    await page.waitForURL(/\/dna\/runs$/);
    const cancel = page.getByRole('button', { name: dna.jobs.cancel, exact: true });
    const done = page.getByRole('link', { name: dna.jobs.openCandidates });
    await cancel.or(done).first().waitFor();
    // A quick machine may have computed it before anybody could press, or while they did: then there is nothing to cancel.
    await cancel.click({ timeout: allow(5_000) }).catch(() => done.first().waitFor({ timeout: allow(60_000) }));
    await page.getByText(dna.jobs.cancelled, { exact: true }).or(done).first().waitFor({ timeout: allow(60_000) });
    await keepPicture(analyst, 'run-cancelled');
  });
});

describe('a decision that not all agree with', () => {
  step('a pair can be excluded, with a signed reason, and is not proposed any more', async () => {
    await runMatching(analyst, installation.url);
    await openCandidate(analyst, stationOf('a marker naming the wrong person'));
    const { page, words: { matches, common } } = analyst;
    await page.getByRole('button', { name: matches.exclude.action, exact: true }).click();
    await field(dialogOf(analyst), common.confirm.reason).fill('Інший зріст і перелом, якого не було (вигадано для перевірки).');
    await dialogOf(analyst).getByRole('button', { name: matches.exclude.action, exact: true }).click();
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: matches.exclude.done }).waitFor();
    expect(await page.getByRole('link', { name: matches.propose }).count()).toBe(0);
    await keepPicture(analyst, 'excluded');
  });

  step('a member of the board dissents, and the dissent stands beside the decision', async () => {
    const { page, words: { decisions, common, matches } } = analyst;
    await page.goto(`${installation.url}/matches`);
    await waitForScreen(analyst);
    await openCandidate(analyst, stationOf('the case to sign'));
    await page.getByRole('link', { name: matches.propose }).waitFor();
    decision = await propose(analyst, 'Повний профіль; обоє батьків типовано.');
    await page.getByRole('button', { name: decisions.actions.dissent, exact: true }).click();
    await field(dialogOf(analyst), common.confirm.reason).fill('Зачекати на другий зразок (вигадано для перевірки).');
    await dialogOf(analyst).getByRole('button', { name: decisions.actions.recordDissent, exact: true }).click();
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await page.getByText(filled(decisions.acts.dissented, { name: account.displayName })).first().waitFor();
  });

  step('and its history says who and what in words, without ids, bytes or JSON', async () => {
    const { page, words: { common } } = analyst;
    const history = await page.getByRole('region', { name: common.history.title }).innerText();
    expect(history).toContain(account.displayName);
    expect(history).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|[{}]|[A-Za-z0-9_-]{40,}/);
    await keepPicture(analyst, 'decision-history');
  });

  step('a signing key is withdrawn by its owner and signs nothing more', async () => {
    const { page, words: { decisions } } = analyst;
    await page.goto(`${installation.url}/keys`);
    await page.getByRole('button', { name: decisions.keys.add }).first().click();
    const dialog = dialogOf(analyst);
    await field(dialog, decisions.keys.label).fill('Ключ на перевірку');
    for (const place of [0, 1]) await dialog.locator('input[autocomplete=new-password]').nth(place).fill('a lamp behind the third window');
    await dialog.getByRole('button', { name: decisions.keys.make }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: decisions.keys.withdraw, exact: true }).click();
    await dialogOf(analyst).getByRole('button', { name: decisions.keys.withdraw, exact: true }).click();
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await page.getByText(decisions.keys.withdrawn, { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: decisions.keys.withdraw, exact: true }).count()).toBe(0);
  });
});

describe('open dialogs', () => {
  step('have nothing for axe, do not scroll sideways and speak one language, at a desk and on a phone', async () => {
    const faults: string[] = [];
    const { page, words: { common, graves, decisions } } = analyst;
    const { items } = await read<{ items: readonly { id: string }[] }>(analyst, `/search?q=${stationOf('a marker that two people').grave}`);
    for (const [view, size] of [['desk', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }]] as const) {
      await page.setViewportSize(size);
      await page.goto(`${installation.url}/graves/${items[0]?.id ?? ''}`);
      await waitForScreen(analyst);
      const look = async (name: string): Promise<void> => { faults.push(...(await faultsOfDialog({ ...analyst, view }, name))); };
      await page.getByRole('button', { name: common.field.resolve }).first().click();
      await look('resolve');
      await page.getByRole('button', { name: graves.transcribe }).click();
      await look('transcribe');
      await page.getByRole('button', { name: common.photographs.add }).click();
      await look('photograph');
      await page.getByRole('button', { name: common.field.withdraw, exact: true }).first().click();
      await look('withdraw');
      await page.getByRole('button', { name: common.add, exact: true }).first().click();
      await page.getByRole('menuitem', { name: graves.open, exact: true }).click();
      await look('open-grave');
      await page.goto(`${installation.url}${decision}`);
      await waitForScreen(analyst);
      await page.getByRole('button', { name: decisions.actions.revoke, exact: true }).click();
      await look('revoke');
      await page.getByRole('button', { name: decisions.actions.dissent, exact: true }).click();
      await look('dissent');
    }
    expect(faults).toEqual([]);
    expect([...analyst.errors, ...pathologist.errors]).toEqual([]);
  });
});
