import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { acceptInvitation, invite, makeFirstAccount } from './support/accounts.ts';
import { field, lookAtKind, press } from './support/controls.ts';
import { closeBrowser, keepPicture, openBrowser, openPerson, waitForScreen, type Person } from './support/open-browser.ts';
import { addAuthenticator, openCandidate, propose, runMatching } from './support/path-steps.ts';
import { allow, startLimitMs } from './support/slow-browser.ts';
import { startInstallation, type Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';
import { stationOf } from './support/tour.ts';
import { anyOf, filled } from './support/words.ts';

const command = path.resolve(import.meta.dirname, '../../bin/imena.mjs');
const station = stationOf('the case to sign');
const first = { login: 'analyst', password: 'seven grey stones by a river', displayName: 'Аналітик Перший (синтетичний)' };
const second = { login: 'board', password: 'nine long roads to the sea', displayName: 'Член Комісії (синтетичний)' };
const passphrase = 'a lamp behind the third window';
const step = walk();

let installation: Installation;
let browser: Browser;
let analyst: Person;
let board: Person;
let decision: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-e2e-files-'));
  installation = await startInstallation([]);
  browser = await openBrowser();
  analyst = await openPerson(browser, { view: 'desk', tongue: 'uk' });
  board = await openPerson(browser, { view: 'desk', tongue: 'uk' });
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'path');
  await installation.stop();
  rmSync(folder, { recursive: true, force: true });
});

const dialogOf = ({ page }: Person): Locator => page.getByRole('dialog');

async function save(person: Person): Promise<void> {
  await dialogOf(person).getByRole('button', { name: person.words.common.save, exact: true }).click();
  await dialogOf(person).waitFor({ state: 'detached' });
}

/** What a click on a button or link hands over as a file. */
async function download({ page }: Person, trigger: Locator, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), trigger.click()]);
  const place = path.join(folder, name);
  await file.saveAs(place);
  return place;
}

/** The words of a PDF where poppler is there; else only that it is a PDF of some size can be said. */
function wordsOfPdf(file: string): string | null {
  expect(readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(readFileSync(file).length).toBeGreaterThan(10_000);
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

describe('the demonstration, at a desk in Ukrainian', () => {
  step('makes the first account through the one-time link and shows where the work stands', async () => {
    await makeFirstAccount(analyst, { ...first, setupLink: installation.setupLink, allRoles: true });
    const { page, words: { overview, common } } = analyst;
    await page.getByText(common.demonstration).waitFor();
    await page.getByRole('heading', { name: overview.countsTitle }).waitFor();
    const answer = (await (await page.request.get(`${installation.url}/api/overview`)).json()) as { counts: readonly { unit: string; state: string; scope: string | null; value: number }[] };
    for (const [unit, least] of [['grave', 440], ['person', 115], ['remains', 85]] as const) {
      const perScope = new Map<string | null, number>();
      for (const count of answer.counts) if (count.unit === unit && count.state !== 'all') perScope.set(count.scope, (perScope.get(count.scope) ?? 0) + count.value);
      expect(Math.max(...perScope.values()), unit).toBeGreaterThanOrEqual(least);
      await page.getByRole('main').getByText(overview.units[unit], { exact: true }).first().waitFor();
    }
    await keepPicture(analyst, 'path-overview');
  });

  step('draws the plan of the site with its graves and says that their positions are invented', async () => {
    const { page, words: { sites } } = analyst;
    await page.goto(`${installation.url}/sites`);
    await page.getByRole('main').getByRole('row').getByRole('link').first().click();
    await page.waitForURL(/\/sites\/[0-9a-f-]{36}$/);
    await page.goto(`${page.url()}/plan`);
    await page.getByText(sites.planView.invented).waitFor();
    await expect.poll(() => page.locator('[data-grave]').count()).toBeGreaterThan(400);
    await keepPicture(analyst, 'path-plan');
  });

  step('lets a person decide between two readings of a marker', async () => {
    const { page, words: { common } } = analyst;
    await page.getByRole('searchbox', { name: common.searchPlaceholder }).fill(stationOf('a marker that two people').grave);
    await page.getByRole('option').first().click();
    await page.waitForURL(/\/graves\/[0-9a-f-]{36}$/);
    const disagreements = page.getByText(common.field.disagreement);
    await disagreements.first().waitFor();
    await keepPicture(analyst, 'path-disagreement');
    const before = await disagreements.count();
    await page.getByRole('button', { name: common.field.resolve }).first().click();
    await dialogOf(analyst).getByRole('radio').first().click();
    await field(dialogOf(analyst), common.confirm.reason).fill('На світлині видно саме це.');
    await dialogOf(analyst).getByRole('button', { name: common.field.choose }).click();
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await expect.poll(() => disagreements.count()).toBeLessThan(before);
  });

  step('computes a matching run in the background, with progress, and ranks the pairs', async () => {
    await runMatching(analyst, installation.url);
    await keepPicture(analyst, 'path-candidates');
    await analyst.page.getByText(analyst.words.matches.steps.ready).first().waitFor();
  });

  step('explains the clear match: ratio, posterior with and without prior, every marker, the pedigree', async () => {
    await openCandidate(analyst, station);
    const { page, words: { matches } } = analyst;
    await page.getByRole('heading', { level: 1, name: new RegExp(`${station.remains}.*${station.person}`) }).waitFor();
    await page.getByText(matches.weight.log10, { exact: true }).waitFor();
    await page.getByText(anyOf(matches.weight.withPrior)).first().waitFor();
    await page.getByText(matches.weight.evenOdds, { exact: true }).waitFor();
    await page.getByText(anyOf(matches.weight.reached)).waitFor();
    await page.getByRole('img', { name: /D3S1358.*TH01|TH01.*D3S1358/ }).waitFor();
    await page.getByText(matches.markers.table, { exact: true }).first().click();
    expect(await page.getByRole('table').filter({ hasText: matches.markers.remains }).getByRole('row').count()).toBeGreaterThan(10);
    await page.getByRole('heading', { name: matches.pedigreeTitle }).waitFor();
    await keepPicture(analyst, 'path-candidate');
  });

  step('hands over the calculation, which the command computes again to the same digits', async () => {
    const { page, words: { matches } } = analyst;
    const file = await download(analyst, page.getByRole('link', { name: matches.calculation.download, exact: true }), 'case.json');
    const answer = JSON.parse(execFileSync(process.execPath, [command, 'kinship', file], { encoding: 'utf8' })) as { expected: { LR: Record<string, { lnTotal: number; perMarker: Record<string, number> }> } };
    const [ratio] = Object.values(answer.expected.LR);
    const shown = (await (await page.request.get(page.url().replace('/matches/', '/api/candidates/'))).json()) as { lnLr: number; markers: readonly { marker: string; lnLr: number; dropped: string | null }[] };
    expect(ratio?.lnTotal).toBe(shown.lnLr);
    const used = shown.markers.filter((one) => one.dropped === null);
    expect(used.length).toBeGreaterThan(10);
    for (const { marker, lnLr } of used) expect(Math.log(ratio?.perMarker[marker] ?? Number.NaN), marker).toBeCloseTo(lnLr, 12);
  });

  step('computes the calculation again in the browser: every number of the server comes out, and from a file with the network off', async () => {
    const { page, context, words: { recompute } } = analyst;
    await page.getByRole('button', { name: recompute.panel.start }).click();
    await page.getByText(recompute.verdict.server.same, { exact: true }).waitFor();
    await page.getByText(anyOf(recompute.verdict.algorithms.same, recompute.verdict.algorithms.rounding)).waitFor();
    const candidate = page.url();
    await page.goto(`${installation.url}/recompute`);
    await page.getByRole('button', { name: recompute.choose }).waitFor();
    // The screen brings what computes with it; from then on it needs no network.
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    await page.workers()[0]?.evaluate(() => 'loaded');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByLabel(recompute.choose).and(page.locator('input')).setInputFiles(path.join(folder, 'case.json'));
    await page.getByText(anyOf(recompute.verdict.algorithms.same, recompute.verdict.algorithms.rounding)).waitFor();
    await context.setOffline(false);
    await page.goto(candidate);
  });

  step('says for a pair below the threshold whose sample would help, and how often', async () => {
    const { page, words: { matches, advice } } = analyst;
    const candidate = page.url();
    await page.goto(`${installation.url}/matches`);
    await lookAtKind(page, { group: matches.nextStep, label: matches.steps.weak });
    await page.getByRole('listitem').filter({ hasText: matches.steps.weak }).first().getByRole('link').first().click();
    await page.getByRole('button', { name: anyOf(advice.start_one, advice.start_other) }).click();
    await page.getByText(anyOf(advice.brings.candidate)).first().waitFor({ timeout: allow(60_000) });
    await page.getByText(advice.now.candidate, { exact: true }).waitFor();
    await keepPicture(analyst, 'path-advice');
    await page.goto(candidate);
  });

  step('proposes the identification, and says what is still in the way', async () => {
    decision = await propose(analyst, 'Повний профіль; обоє батьків типовано, усе інше узгоджується.');
    const { page, words: { decisions } } = analyst;
    await page.getByRole('heading', { name: decisions.obstacles.title }).waitFor();
    // Whoever proposed cannot review.
    expect(await page.getByRole('button', { name: decisions.actions.review, exact: true }).count()).toBe(0);
    await keepPicture(analyst, 'path-proposed');
  });
});

describe('a second person, in a browser of their own', () => {
  step('is invited with a role and makes their own account', async () => {
    const { words: { administration: { everywhere }, codes: { roles } } } = analyst;
    const link = await invite(analyst, installation.url, { name: second.displayName, roles: [{ role: roles.board, place: everywhere }, { role: roles.coordinator, place: everywhere }] });
    await acceptInvitation(board, { ...second, link });
  });

  step('reviews what the first person proposed', async () => {
    const { page, words: { decisions } } = board;
    await page.goto(`${installation.url}${decision}`);
    await page.getByRole('button', { name: decisions.actions.review, exact: true }).first().click();
    await field(dialogOf(board), decisions.review.agreeWhy).fill('Перераховано; розбіжностей немає.');
    await dialogOf(board).getByRole('button', { name: decisions.review.agree, exact: true }).click();
    await dialogOf(board).waitFor({ state: 'detached' });
    await page.getByText(decisions.obstacles.none).waitFor();
  });

  step('signs with a key under a passphrase; a wrong passphrase signs nothing', async () => {
    const { page, words: { decisions } } = board;
    await page.getByRole('button', { name: decisions.actions.sign, exact: true }).click();
    const dialog = dialogOf(board);
    await dialog.getByText(decisions.sign.noKey).waitFor();
    await field(dialog, decisions.keys.label).fill('Ключ комісії');
    const secrets = dialog.locator('input[autocomplete=new-password]');
    await secrets.nth(0).fill(passphrase);
    await secrets.nth(1).fill(passphrase);
    await dialog.getByRole('button', { name: decisions.keys.make }).click();
    await dialog.locator('input[autocomplete=current-password]').fill('another phrase altogether');
    await dialog.getByRole('checkbox', { name: filled(decisions.sign.read, { name: second.displayName }) }).check();
    await dialog.getByRole('button', { name: decisions.actions.sign, exact: true }).click();
    await dialog.getByRole('alert').first().waitFor();
    await dialog.locator('input[autocomplete=current-password]').fill(passphrase);
    await dialog.getByRole('button', { name: decisions.actions.sign, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(decisions.actions.youSigned).waitFor();
    // One person cannot sign twice.
    expect(await page.getByRole('button', { name: decisions.actions.sign, exact: true }).count()).toBe(0);
  });

  step('and the first person with a passkey: now it is established', async () => {
    await addAuthenticator(analyst);
    const { page, words: { decisions, codes } } = analyst;
    await page.goto(`${installation.url}/keys`);
    await page.getByRole('button', { name: decisions.keys.add }).first().click();
    await dialogOf(analyst).getByText(decisions.keys.passkey, { exact: true }).click();
    await field(dialogOf(analyst), decisions.keys.label).fill('Ноутбук');
    await dialogOf(analyst).getByRole('button', { name: decisions.keys.make }).click();
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await page.getByText(decisions.keys.live, { exact: true }).waitFor();
    await page.goto(`${installation.url}${decision}`);
    await page.getByRole('button', { name: decisions.actions.sign, exact: true }).click();
    await dialogOf(analyst).getByRole('checkbox').check();
    await keepPicture(analyst, 'path-sign');
    await dialogOf(analyst).getByRole('button', { name: decisions.actions.sign, exact: true }).click();
    await dialogOf(analyst).waitFor({ state: 'detached' });
    await page.getByText(decisions.steps.established).first().waitFor();
    await page.getByRole('button', { name: decisions.actions.certify }).waitFor();
    for (const [name, key] of [[second.displayName, codes.keyKinds.passphrase], [first.displayName, codes.keyKinds.passkey]] as const) {
      await page.getByText(filled(decisions.acts.signed, { name, key })).waitFor();
    }
  });
});

describe('what follows from an established identification', () => {
  step('is the certificate of the authority and the word to the family', async () => {
    const { page, words: { decisions, fields, codes } } = analyst;
    await page.getByRole('button', { name: decisions.actions.certify }).click();
    await field(dialogOf(analyst), fields.authority).fill('Бюро судово-медичної експертизи (синтетичне)');
    await field(dialogOf(analyst), fields.number).fill('12/345');
    await field(dialogOf(analyst), fields.on).fill('14.10.2022');
    await save(analyst);
    await page.getByRole('button', { name: decisions.actions.notify }).click();
    await field(dialogOf(analyst), fields.told).fill('мати (синтетична)');
    await press(dialogOf(analyst), { group: fields.means, label: codes.notificationMeans.in_person });
    await save(analyst);
    await page.getByText(anyOf(decisions.acts.notified)).first().waitFor();
    await keepPicture(analyst, 'path-certified');
  });

  step('is a certificate in both languages that names the remains, the person, the number and what it does not say', async () => {
    for (const language of ['uk', 'en']) {
      const answer = await analyst.page.request.get(`${installation.url}/api${decision.replace('/decisions/', '/identifications/')}/certificate.pdf?language=${language}`);
      expect(answer.status()).toBe(200);
      const file = path.join(folder, `certificate-${language}.pdf`);
      writeFileSync(file, await answer.body());
      const words = wordsOfPdf(file);
      if (words !== null) for (const part of [station.remains, station.person, '12/345']) expect(words).toContain(part);
    }
  });

  step('is an entry that the browser verifies by itself', async () => {
    const { page, words: { decisions, ledger } } = analyst;
    await page.goto(`${installation.url}${decision}`);
    await page.getByRole('region', { name: decisions.acts.title }).locator('a[href^="/ledger/"]').last().click();
    await page.waitForURL(/\/ledger\/[0-9a-f-]{36}$/);
    await waitForScreen(analyst);
    await page.getByRole('button', { name: ledger.verify.run }).click();
    await page.getByText(anyOf(ledger.verify.allProven, ledger.verify.someOpen)).waitFor();
    expect(await page.getByText(ledger.verify.result.failed, { exact: true }).count()).toBe(0);
    await keepPicture(analyst, 'path-verified');
  });

  step('and a revocation lists what rests on it and takes its force', async () => {
    const { page, words: { decisions, statuses, common } } = analyst;
    await page.goto(`${installation.url}${decision}`);
    await page.getByRole('region', { name: decisions.actions.title }).getByRole('button', { name: decisions.actions.revoke, exact: true }).click();
    const dialog = dialogOf(analyst);
    await dialog.getByText(decisions.revoke.certified).waitFor();
    await dialog.getByText(anyOf(decisions.revoke.notified)).waitFor();
    await keepPicture(analyst, 'path-revoke');
    await field(dialog, common.confirm.reason).fill('Зразок батька виявився чужим (вигадано для перевірки).');
    await dialog.getByRole('button', { name: decisions.actions.revoke, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(statuses.identification.revoked, { exact: true }).first().waitFor();
    expect([...analyst.errors, ...board.errors]).toEqual([]);
  });
});
