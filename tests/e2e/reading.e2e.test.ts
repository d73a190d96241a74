import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { begin, registerSite } from './support/begin.ts';
import { choose, field } from './support/controls.ts';
import { findFaultsHere } from './support/find-faults.ts';
import { closeBrowser, keepPicture, type Person } from './support/open-browser.ts';
import { startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';
import { anyOf, filled } from './support/words.ts';

const step = walk();

let installation: Installation;
let browser: Browser;
let analyst: Person;

beforeAll(async () => {
  const account = { login: 'reader', password: 'four papers on a desk', displayName: 'Читачка (синтетична)' };
  ({ installation, browser, person: analyst } = await begin(['--empty'], { view: 'desk', tongue: 'en', account }));
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'reading');
  await installation.stop();
});

/** Everything in it is invented. */
const page = `<!doctype html><html lang="en"><head><title>Invented report</title><meta property="og:site_name" content="Invented Post">
<meta property="article:published_time" content="2022-09-18T10:00:00+03:00"><script>document.title = 'never run'</script></head><body><article>
<h1>Notes from an invented town</h1>
<p>The mayor of the invented town, Vyhadailo Pryklad, said on Friday that at least 12 graves had been found in the wood.</p>
<p>"We have found 17 bodies in the pit," a resident said.</p>
<p>Police said that they expected to work there for three weeks.</p>
</article></body></html>`;

async function totalOf(kind: string): Promise<number> {
  const answer = await analyst.page.request.get(`${installation.url}/api/subjects?kind=${kind}&limit=1`);
  return ((await answer.json()) as { total: number }).total;
}

describe('a document that was taken in', () => {
  step('keeps its file and its text; title, outlet and day come from the page itself', async () => {
    await registerSite(analyst, installation.url, { code: 'RDG', names: { English: 'Invented wood (synthetic)' } });
    const { page: tab, words: { sources, fields } } = analyst;
    await tab.goto(`${installation.url}/sources`);
    await tab.getByRole('link', { name: sources.takeIn }).click();
    await tab.locator('input[type=file]').setInputFiles({ name: 'report.html', mimeType: 'text/html', buffer: Buffer.from(page) });
    const main = tab.getByRole('main');
    await choose(tab, main, { label: sources.belongsTo, option: 'Invented wood' });
    await field(main, fields.outlet).waitFor();
    expect([await field(main, fields.title).inputValue(), await field(main, fields.outlet).inputValue(), await field(main, fields.publishedOn).inputValue()]).toEqual(['Invented report', 'Invented Post', '2022-09-18']);
    await keepPicture(analyst, 'take-in');
    await tab.getByRole('button', { name: sources.saveAndRead }).click();
    await tab.waitForURL(/\/sources\/[0-9a-f-]{36}\/read$/);
  });

  step('holds nothing that anybody said before a person confirms it: proposals are no statements', async () => {
    const { page: tab, words: { sources } } = analyst;
    await tab.getByText(filled(sources.decidedOf, { decided: 0, all: 3 })).waitFor();
    expect(await totalOf('claim')).toBe(0);
    expect(await tab.getByText('never run').count()).toBe(0);
    expect(await findFaultsHere(analyst, 'withAxe')).toEqual([]);
    await keepPicture(analyst, 'reading');
  });

  step('is read with one key each: two statements are confirmed and one is rejected', async () => {
    const { page: tab, words: { sources } } = analyst;
    // Somebody else has the same document open, as it was before.
    const other = await analyst.context.newPage();
    await other.goto(tab.url());
    await other.getByText(filled(sources.decidedOf, { decided: 0, all: 3 })).waitFor();
    await tab.bringToFront();
    await tab.keyboard.press('c');
    await tab.getByText(filled(sources.decidedOf, { decided: 1, all: 3 })).waitFor();
    await other.keyboard.press('c');
    await other.getByText(filled(sources.decidedOf, { decided: 1, all: 3 })).waitFor();
    expect(await totalOf('claim')).toBe(1);
    await other.close();
    // The network is lost in the middle: what was confirmed is kept, is not confirmed twice, and arrives.
    await analyst.context.setOffline(true);
    await tab.keyboard.press('c');
    await tab.getByText(sources.lineState.waiting).waitFor();
    await tab.keyboard.press('p');
    await tab.keyboard.press('c');
    await analyst.context.setOffline(false);
    await tab.reload();
    await tab.getByText(filled(sources.decidedOf, { decided: 2, all: 3 })).waitFor();
    expect(await totalOf('claim')).toBe(2);
    await tab.keyboard.press('n');
    await tab.keyboard.press('n');
    await tab.keyboard.press('r');
    await tab.getByText(filled(sources.decidedOf, { decided: 3, all: 3 })).waitFor();
    expect(await totalOf('claim')).toBe(2);
    await tab.reload();
    await tab.getByText(filled(sources.decidedOf, { decided: 3, all: 3 })).waitFor();
    expect(await tab.getByRole('list', { name: sources.lineGroup.said }).getByText(sources.lineState.confirmed).count()).toBe(2);
  });

  step('takes a statement that nobody proposed: its words are chosen with Shift and the arrows', async () => {
    const { page: tab, words: { sources } } = analyst;
    await tab.keyboard.press('a');
    await tab.getByText(sources.addTitle, { exact: true }).waitFor();
    for (let press = 0; press < 4; press += 1) await tab.keyboard.press('Shift+ArrowRight');
    await tab.getByText('Notes from an invented town', { exact: true }).last().waitFor();
    await tab.keyboard.press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.locator('label').filter({ hasText: new RegExp(`^${analyst.words.codes.modalities.observation}$`) }).first().click();
    await keepPicture(analyst, 'correct-claim');
    await dialog.getByRole('button', { name: sources.act.confirm, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText(filled(sources.decidedOf, { decided: 4, all: 4 })).waitFor();
    expect(await totalOf('claim')).toBe(3);
  });

  step('is graded by one key each, source and statement apart', async () => {
    const { page: tab, words: { sources, codes: lists } } = analyst;
    await tab.getByRole('list', { name: sources.lineGroup.said }).getByRole('button').first().click();
    await tab.keyboard.press('3');
    await tab.getByRole('group', { name: sources.claimGrade }).getByText(lists.credibilities[3], { exact: true }).waitFor();
    await tab.keyboard.press('Shift+B');
    await tab.getByRole('group', { name: sources.sourceGrade }).getByText(lists.reliabilities.B, { exact: true }).waitFor();
  });

  step('counts as read when everything is decided', async () => {
    const { page: tab, words: { sources } } = analyst;
    await tab.getByText(filled(sources.pileRead, { read: 0, all: 1 })).waitFor();
    await tab.getByRole('button', { name: sources.markRead }).click();
    await tab.getByText(filled(sources.pileRead, { read: 1, all: 1 })).waitFor();
  });

  step('gives its figures, each with whoever said it, under Figures', async () => {
    const { page: tab, words: { sources } } = analyst;
    await tab.goto(`${installation.url}/sources/figures`);
    const main = tab.getByRole('main');
    const table = main.getByRole('table').first();
    await table.getByText(/^17 bodies$/).waitFor();
    await main.getByRole('navigation', { name: sources.unitOfFigures }).getByRole('link', { name: /graves/ }).click();
    await table.getByText(/at least 12 graves/).first().waitFor();
    await table.getByText(/Vyhadailo Pryklad/).first().waitFor();
    await main.getByText(anyOf(sources.figuresExplained)).waitFor();
    expect(analyst.errors).toEqual([]);
  });
});
