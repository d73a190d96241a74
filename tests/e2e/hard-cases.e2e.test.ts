import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { acceptInvitation, invite, signIn } from './support/accounts.ts';
import { begin, dialogOf } from './support/begin.ts';
import { field, lookAtKind, press } from './support/controls.ts';
import { findFaultsHere, findFaultsOfScreen } from './support/find-faults.ts';
import { closeBrowser, keepPicture, openPerson, waitForScreen, type Person } from './support/open-browser.ts';
import { openCandidate, runMatching } from './support/path-steps.ts';
import { allow, startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';
import { codesOf, stationOf } from './support/tour.ts';
import { anyOf } from './support/words.ts';

const founder = { login: 'founder', password: 'four lamps over a quiet yard', displayName: 'Засновниця (синтетична)' };
const account = { login: 'analyst', password: 'six green doors in a row', displayName: 'Аналітик (синтетичний)' };
const step = walk();
const wrongName = codesOf('a marker naming the wrong person');
const twoBags = codesOf('one person in two bags');
const twice = codesOf('a person reported twice');
const nobody = stationOf('remains of somebody whom nobody reported');

let installation: Installation;
let browser: Browser;
let analyst: Person;
/** Addresses that the walk came by, to be looked at on a phone and in the other language. */
const seen = new Map<string, string>();

beforeAll(async () => {
  const begun = await begin([], { view: 'desk', tongue: 'uk', account: founder });
  ({ installation, browser } = begun);
  const { administration: { everywhere }, codes: { roles } } = begun.person.words;
  const link = await invite(begun.person, installation.url, { name: account.displayName, roles: [{ role: roles.analyst, place: everywhere }] });
  // Nothing but the role of an analyst: these screens must be enough.
  analyst = await openPerson(browser, { view: 'desk', tongue: 'uk' });
  await acceptInvitation(analyst, { ...account, link });
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'hard-cases');
  await installation.stop();
});

const pairOf = (remains: readonly string[], persons: readonly string[]) => ({ remains: remains[0] ?? '', person: persons[0] ?? '', family: '', grave: '' });
const sectionOf = ({ page }: Person, name: string): Locator => page.getByRole('region', { name, exact: true });

async function noteHere(person: Person, name: string): Promise<void> {
  await waitForScreen(person);
  seen.set(name, new URL(person.page.url()).pathname);
  expect(await findFaultsHere(person, 'withAxe'), name).toEqual([]);
  await keepPicture(person, `hard-${name}`);
}

async function giveReason(person: Person, { button, reason }: { readonly button: string; readonly reason: string }): Promise<void> {
  await field(dialogOf(person), person.words.common.confirm.reason).fill(reason);
  await dialogOf(person).getByRole('button', { name: button, exact: true }).click();
  await dialogOf(person).waitFor({ state: 'detached' });
}

describe('a wrong name on a marker', () => {
  step('stands in the queue as a contradiction, and the page of the pair begins with it', async () => {
    await runMatching(analyst, installation.url);
    const { page, words: { matches } } = analyst;
    // Found without knowing a number: the kinds stand above the list, and the rare one is one press away.
    await lookAtKind(page, { group: matches.nextStep, label: matches.steps.contradiction });
    const line = page.getByRole('listitem').filter({ hasText: wrongName.remains[0] ?? '' }).filter({ hasText: wrongName.persons[1] ?? '' });
    await line.getByText(matches.steps.contradiction).waitFor();
    await line.getByText(matches.against.presumption).waitFor();
    await noteHere(analyst, 'queue');
    await openCandidate(analyst, pairOf(wrongName.remains, wrongName.persons));
    // Whoever comes back stands before the same part of the queue.
    await page.goBack();
    await page.getByRole('group', { name: matches.nextStep }).getByRole('button', { name: matches.steps.contradiction, pressed: true }).waitFor();
    await page.goForward();
    await waitForScreen(analyst);
    const first = page.getByRole('note').first();
    await first.getByRole('heading', { level: 2 }).waitFor();
    await first.getByText(matches.evidence.marker_name).waitFor();
    // What contradicts is the first kind of the comparison, with its weight, both sides and the reason.
    const kinds = sectionOf(analyst, matches.other.title).getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    await kinds.first().getByRole('heading', { name: matches.weighed.kinds.name }).waitFor();
    await kinds.first().getByText(matches.stands.against).waitFor();
    // Nothing hidden: as many kinds as the server weighed.
    const { weighed } = (await (await page.request.get(page.url().replace('/matches/', '/api/candidates/'))).json()) as { weighed: { rows: readonly unknown[] } };
    expect(await kinds.count()).toBe(weighed.rows.length);
  });

  step('shows both tooth charts over each other, and a picture of the remains only after somebody asked twice', async () => {
    const { page, words: { matches, common } } = analyst;
    const teeth = sectionOf(analyst, matches.teeth.title);
    await teeth.getByRole('img', { name: matches.teeth.picture }).waitFor();
    expect(await teeth.getByRole('row').filter({ hasText: matches.teeth.same }).count()).toBeGreaterThan(0);
    expect(await teeth.getByRole('row').filter({ hasText: matches.teeth.differs }).count()).toBe(1);
    const asked: string[] = [];
    page.on('request', (request) => { if (request.url().includes('/api/files/')) asked.push(request.url()); });
    const pictures = sectionOf(analyst, matches.photographs.title);
    await pictures.getByText(matches.photographs.covered).waitFor();
    expect(await pictures.getByRole('img').count()).toBe(0);
    const show = pictures.getByRole('button', { expanded: false });
    await show.focus();
    expect(asked).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => pictures.getByRole('img').count()).toBe(1);
    await pictures.getByRole('button', { name: new RegExp(common.photographs.uncover) }).press('Enter');
    await expect.poll(() => pictures.getByRole('img').count()).toBe(2);
    await noteHere(analyst, 'wrong-name');
    await pictures.getByRole('button', { name: matches.photographs.cover }).press('Enter');
    await expect.poll(() => pictures.getByRole('img').count()).toBe(0);
  });

  step('stands in the table of journal, markers, graves and remains under its own kind, above lines that only lack something', async () => {
    const { page, words: { sites, reconciliation } } = analyst;
    await page.goto(`${installation.url}/sites`);
    await page.getByRole('link', { name: 'IZM' }).first().click();
    await page.getByRole('link', { name: sites.reconcile }).click();
    await page.getByRole('heading', { level: 1, name: reconciliation.title }).waitFor();
    const lines = sectionOf(analyst, reconciliation.table).getByRole('listitem');
    await lines.filter({ hasText: wrongName.remains[0] ?? '' }).waitFor();
    await lookAtKind(page, { group: reconciliation.kind, label: reconciliation.kinds.marker_names_another });
    await lines.filter({ hasText: wrongName.remains[0] ?? '' }).waitFor();
    expect(await lines.count()).toBe(1);
    await noteHere(analyst, 'journal-and-markers');
  });

  step('is found by the audit; the person named on the marker is excluded with a reason', async () => {
    const { page, words: { matches, audit } } = analyst;
    await page.goto(`${installation.url}/audit`);
    const item = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: new RegExp(wrongName.persons[0] ?? '') }) }).filter({ hasText: wrongName.remains[0] ?? '' });
    await item.first().waitFor();
    await noteHere(analyst, 'audit');
    await item.first().getByRole('link', { name: audit.look }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(wrongName.persons[0] ?? '') }).waitFor();
    await page.getByRole('button', { name: matches.exclude.action, exact: true }).click();
    await giveReason(analyst, { button: matches.exclude.action, reason: 'Синтетично: ДНК і зуби проти; знак стоїть не на тій могилі.' });
    await page.getByRole('heading', { name: matches.exclude.done }).waitFor();
  });
});

describe('one person in two bags', () => {
  step('is asked before anything is proposed; joined with a reason, both can be proposed', async () => {
    const { page, words: { matches, individuals } } = analyst;
    await page.goto(`${installation.url}/matches`);
    await lookAtKind(page, { group: matches.nextStep, label: matches.steps.parts });
    await page.getByRole('listitem').filter({ hasText: twoBags.remains[0] ?? '' }).getByText(matches.steps.parts).first().waitFor();
    await openCandidate(analyst, pairOf(twoBags.remains, twoBags.persons));
    const parts = sectionOf(analyst, matches.parts.title);
    await parts.getByRole('link', { name: twoBags.remains[1] ?? '' }).first().waitFor();
    await noteHere(analyst, 'two-bags');
    await parts.getByRole('button', { name: individuals.together, exact: true }).click();
    await giveReason(analyst, { button: individuals.together, reason: 'Синтетично: один профіль, кістки доповнюють одна одну.' });
    await parts.getByText(matches.parts.joined).waitFor();
    await page.goto(`${installation.url}/matches`);
    await page.getByRole('listitem').filter({ hasText: twoBags.remains[0] ?? '' }).getByText(matches.steps.ready).first().waitFor();
  });
});

describe('two spellings of one report', () => {
  const [one = '', other = ''] = twice.persons;

  step('are proposed with reasons, compared side by side and joined; the decision can be taken back', async () => {
    const { page, words: { missing, codes, fields, common } } = analyst;
    await page.goto(`${installation.url}/missing/duplicates`);
    await page.getByRole('button', { name: missing.duplicates.searchNow, exact: true }).click();
    const pair = page.getByRole('listitem').filter({ hasText: one }).filter({ hasText: other });
    await pair.getByText(anyOf(missing.duplicates.probability)).waitFor({ timeout: allow(60_000) });
    await noteHere(analyst, 'duplicates');
    await pair.getByRole('link', { name: missing.duplicates.compare }).click();
    await page.getByRole('heading', { name: missing.sideBySide }).waitFor();
    await noteHere(analyst, 'two-spellings');
    await press(page, { group: fields.verdict, label: codes.mergeGrounds.same_person });
    await field(page, fields.explanation).fill('Синтетично: те саме ім’я двома мовами, той самий рік.');
    await page.getByRole('button', { name: common.save, exact: true }).click();
    await page.waitForURL(/\/missing\/duplicates$/);
    await pair.getByText(codes.mergeGrounds.same_person).waitFor();
    await pair.getByRole('button', { name: missing.duplicates.undo }).click();
    await giveReason(analyst, { button: missing.duplicates.undo, reason: 'Синтетично: спершу запитаємо родину.' });
    await pair.getByRole('link', { name: missing.duplicates.compare }).waitFor();
  });

  step('are told on the page of the person and of the pair, so that nobody is identified twice', async () => {
    const { page, words: { missing, common } } = analyst;
    await openCandidateOf(analyst, twice.remains[0] ?? '');
    await page.getByText(missing.duplicates.maybe).waitFor();
    await page.getByRole('searchbox', { name: common.searchPlaceholder }).fill(one);
    await page.getByRole('option').first().click();
    await page.waitForURL(/\/missing\/[0-9a-f-]{36}$/);
    await page.getByText(missing.duplicates.maybe).waitFor();
    await page.getByRole('note').getByRole('link', { name: new RegExp(other) }).waitFor();
    await noteHere(analyst, 'reported-twice');
  });

  async function openCandidateOf(person: Person, remains: string): Promise<void> {
    await person.page.goto(`${installation.url}/matches`);
    await openCandidate(person, { remains, person: one, family: '', grave: '' });
  }
});

describe('nobody on the list', () => {
  step('is said beside the queue and on the page of the remains, which names the nearest by everything else', async () => {
    const { page, words: { matches } } = analyst;
    await page.goto(`${installation.url}/matches`);
    await sectionOf(analyst, matches.unmatched.title).getByRole('link', { name: nobody.remains }).click();
    await page.waitForURL(/\/remains\/[0-9a-f-]{36}$/);
    const who = sectionOf(analyst, matches.who.title);
    // The journey on top leads to it: it lies far below.
    await page.getByRole('link', { name: matches.who.title, exact: true }).click();
    await expect.poll(() => who.evaluate((section) => section.getBoundingClientRect().top < innerHeight)).toBe(true);
    await who.getByText(anyOf(matches.who.nobody)).waitFor();
    await expect.poll(() => who.getByRole('listitem').count()).toBeGreaterThan(3);
    await noteHere(analyst, 'nobody');
    await who.getByRole('listitem').first().getByRole('link').click();
    await page.waitForURL(/\/with\//);
    await page.getByText(anyOf(matches.withoutDna.sum)).waitFor();
    await noteHere(analyst, 'without-dna');
  });
});

describe('on a phone and in English', () => {
  step('every screen of the four cases is whole: in its language, no wider than the screen, nothing that axe finds', async () => {
    const faults: string[] = [];
    for (const [view, tongue] of [['phone', 'uk'], ['phone', 'en'], ['desk', 'en']] as const) {
      const person = await openPerson(browser, { view, tongue });
      await signIn(person, installation.url, account);
      for (const [name, path] of seen) faults.push(...(await findFaultsOfScreen(person, installation.url, { path, name: `hard-${name}`, withAxe: view === 'phone' })));
      await person.context.close();
    }
    expect(faults).toEqual([]);
  });
});
