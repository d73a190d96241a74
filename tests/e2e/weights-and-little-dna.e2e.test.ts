import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { acceptInvitation, invite } from './support/accounts.ts';
import { begin, dialogOf, save } from './support/begin.ts';
import { field, press } from './support/controls.ts';
import { findFaultsHere } from './support/find-faults.ts';
import { checkRows, chooseFile, confirmImport } from './support/import-steps.ts';
import { closeBrowser, keepPicture, openPerson, waitForScreen, type Person } from './support/open-browser.ts';
import { openCandidate, runMatching } from './support/path-steps.ts';
import { allow, startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';
import { stationOf } from './support/tour.ts';
import { anyOf } from './support/words.ts';

const founder = { login: 'founder', password: 'two bridges over a slow river', displayName: 'Засновниця (синтетична)' };
const account = { login: 'analyst', password: 'nine kettles on a long shelf', displayName: 'Аналітик (синтетичний)' };
const step = walk();
const signed = stationOf('the case to sign');

let installation: Installation;
let browser: Browser;
/** Holds every role, the board's and the laboratory's among them. */
let board: Person;
let analyst: Person;

beforeAll(async () => {
  ({ installation, browser, person: board } = await begin([], { view: 'desk', tongue: 'uk', account: founder }));
  const { administration: { everywhere }, codes: { roles } } = board.words;
  const link = await invite(board, installation.url, { name: account.displayName, roles: [{ role: roles.analyst, place: everywhere }] });
  analyst = await openPerson(browser, { view: 'phone', tongue: 'en' });
  await acceptInvitation(analyst, { ...account, link });
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'weights');
  await installation.stop();
});

const sectionOf = ({ page }: Person, name: string): Locator => page.getByRole('region', { name, exact: true });

async function lookHere(person: Person, name: string): Promise<void> {
  await waitForScreen(person);
  expect(await findFaultsHere(person, 'withAxe'), name).toEqual([]);
  await keepPicture(person, name);
}

/** Twenty invented people reported missing, and as many bodies with papers in their names: enough pairs of one person. */
const surnames = ['Вигадайко', 'Примарчук', 'Казкаренко', 'Умовчак', 'Небувалюк', 'Зразкевич', 'Удаванко', 'Приміряйло', 'Мрійчук', 'Уявнюк'];
const people = [['Тестимир', 'чоловіча'], ['Пробислава', 'жіноча']].flatMap(([given = '', sex = '']) => surnames.map((surname, i) => ({ surname, given, sex, birth: `19${50 + i}-0${1 + (i % 9)}-1${i}` })));

async function chooseWeights(label: string, reason: string): Promise<void> {
  await board.page.getByRole('button', { name: label, exact: true }).click();
  await field(dialogOf(board), board.words.common.confirm.reason).fill(reason);
  await dialogOf(board).getByRole('button', { name: label, exact: true }).click();
  await dialogOf(board).waitFor({ state: 'detached' });
}

describe('weights of the evidence', () => {
  step('are learned from the lists of the installation once there are enough pairs', async () => {
    const { page, words: { fields, weights } } = board;
    const lists = {
      missing: [[fields.surname, fields.given, fields.sex, fields.birthDate], ...people.map(({ surname, given, sex, birth }) => [surname, given, sex, birth])],
      remains: [['Код останків', 'Повнота', 'Ім’я у знайдених документах'], ...people.map(({ surname, given }, i) => [`SYN-T-${1000 + i}-X`, 'повне', `${surname} ${given}`])],
    } as const;
    for (const target of ['missing', 'remains'] as const) {
      await chooseFile(board, installation.url, { target, ...(target === 'remains' ? { site: 'IZM' } : {}), name: `${target}.csv`, content: lists[target].map((row) => row.join(';')).join('\n') });
      await checkRows(board);
      await confirmImport(board);
    }
    await page.goto(`${installation.url}/matches/weights`);
    await page.getByText(weights.neverChosen).waitFor();
    await page.getByRole('button', { name: weights.learn, exact: true }).click();
    await page.getByRole('heading', { name: weights.parameters }).waitFor({ timeout: allow(180_000) });
    await page.getByText(weights.neverChosen).waitFor();
    await lookHere(board, 'weights-learned');
  });

  step('are looked at by an analyst, who may not choose them', async () => {
    const { page, words: { weights } } = analyst;
    await page.goto(`${installation.url}/matches/weights`);
    await page.getByRole('heading', { name: weights.parameters }).waitFor();
    await page.getByText(weights.onlyBoard).waitFor();
    expect(await page.getByRole('button', { name: weights.useLearned }).count()).toBe(0);
    await lookHere(analyst, 'weights-analyst');
  });

  step('are chosen by the board with a reason, named by the page of a pair, and given back by another choice', async () => {
    const { page, words: { weights, codes } } = board;
    await chooseWeights(weights.useLearned, 'Синтетично: спробуємо на наших списках.');
    const inUse = sectionOf(board, weights.inUse);
    await inUse.getByText(anyOf(`learned-{{version}}: ${codes.weightOrigins.learned}`)).waitFor();
    await sectionOf(board, weights.choices).getByText('Синтетично: спробуємо на наших списках.').waitFor();
    await runMatching(board, installation.url);
    await openCandidate(board, signed);
    await page.getByText(/learned-[0-9a-f]{12}/).first().waitFor();
    await page.goto(`${installation.url}/matches/weights`);
    await chooseWeights(weights.useDocumented, 'Синтетично: повертаємось до задокументованих.');
    await inUse.getByText(anyOf(`documented-{{version}}: ${codes.weightOrigins.documented}`)).waitFor();
    await expect.poll(() => sectionOf(board, weights.choices).getByRole('listitem').count()).toBe(2);
    await lookHere(board, 'weights-chosen');
  });
});

describe('a profile of little DNA', () => {
  const profile = signed.remains.replace(/^.*-(\d+)-.*$/, 'PM-$1-1');

  /** What the analyst has before them on the list: words typed into it, and the pairs with the run they are of. */
  const listOf = async ({ page, words: { matches } }: Person) => ({ typed: await page.getByRole('searchbox', { name: matches.filter, exact: true }).inputValue(), pairs: await page.locator('main li a[href^="/matches/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href'))) });
  let read: Awaited<ReturnType<typeof listOf>>;

  step('is stated by the laboratory with figures, a ground and an explanation, while an analyst reads the list of candidates', async () => {
    await analyst.page.goto(`${installation.url}/matches`);
    await waitForScreen(analyst);
    await analyst.page.getByRole('searchbox', { name: analyst.words.matches.filter, exact: true }).fill('IZM');
    read = await listOf(analyst);
    expect(read.pairs.length).toBeGreaterThan(2);
    const { page, words: { common, lowTemplate, fields, codes } } = board;
    await page.getByRole('searchbox', { name: common.searchPlaceholder }).fill(profile);
    await page.getByRole('option').filter({ hasText: codes.subjectKinds.profile }).first().click();
    await page.waitForURL(/\/dna\/profiles\/[0-9a-f-]{36}$/);
    await page.getByText(lowTemplate.notStated).waitFor();
    await page.getByRole('button', { name: lowTemplate.state, exact: true }).click();
    await field(dialogOf(board), `${fields.dropOutPpm}, %`).fill('20');
    await field(dialogOf(board), `${fields.dropInPpm}, %`).fill('1');
    await press(dialogOf(board), { group: lowTemplate.why, label: codes.dropOutGrounds.replicates });
    await field(dialogOf(board), fields.explanation).fill('Синтетично: три повтори, алелі випадали.');
    await save(board);
    await page.getByText('Синтетично: три повтори, алелі випадали.').first().waitFor();
    await page.getByText(lowTemplate.badge, { exact: true }).first().waitFor();
    await lookHere(board, 'little-dna-profile');
  });

  step('has a newer run offered to the analyst, whose list stays as it is until they ask for it', async () => {
    const { page, words: { matches } } = analyst;
    await page.getByText(matches.newerRun).waitFor({ timeout: allow(180_000) });
    expect(await listOf(analyst)).toEqual(read);
    await lookHere(analyst, 'newer-run');
    await page.getByRole('link', { name: matches.showNewer, exact: true }).click();
    await page.waitForURL(/\/matches\/[0-9a-f-]{36}$/);
    await page.getByText(matches.newerRun).waitFor({ state: 'detached' });
    await waitForScreen(analyst);
    expect((await listOf(analyst)).pairs.filter((pair) => read.pairs.includes(pair))).toEqual([]);
  });

  step('has the run computed again by itself, whose page says why, after which run, and what differs', async () => {
    const { page, words: { dna, lowTemplate } } = board;
    await page.goto(`${installation.url}/dna/runs`);
    const again = page.getByRole('listitem').filter({ hasText: dna.repeated.job });
    await again.getByRole('link', { name: dna.jobs.openCandidates }).click({ timeout: allow(180_000) });
    await page.waitForURL(/\/matches\/[0-9a-f-]{36}$/);
    await openCandidate(board, signed);
    await page.getByText(lowTemplate.onPair, { exact: true }).waitFor();
    await lookHere(board, 'little-dna-pair');
    await page.getByRole('link', { name: /^DNA-/ }).first().click();
    await page.waitForURL(/\/dna\/runs\/[0-9a-f-]{36}$/);
    const why = sectionOf(board, dna.repeated.title);
    await why.getByRole('link', { name: /DNA-/ }).waitFor();
    await why.getByRole('listitem').filter({ hasText: profile }).getByText(dna.repeated.change.changed).waitFor();
    expect(await why.getByRole('listitem').count()).toBe(1);
    await lookHere(board, 'run-repeated');
  });
});
