import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, dialogOf, registerSite, save } from './support/begin.ts';
import { press } from './support/controls.ts';
import { checkRows, chooseFile, confirmImport } from './support/import-steps.ts';
import { makeWorkbook } from './support/make-workbook.ts';
import { closeBrowser, keepPicture, type Person } from './support/open-browser.ts';
import { startLimitMs } from './support/slow-browser.ts';
import type { Installation } from './support/start-installation.ts';
import { walk } from './support/steps.ts';
import { anyOf } from './support/words.ts';

const broken = path.resolve(import.meta.dirname, '../../../shared/cases/badinput/own');
const step = walk();

let installation: Installation;
let browser: Browser;
let office: Person;

beforeAll(async () => {
  const account = { login: 'office', password: 'paper lists in a tin box', displayName: 'Реєстратор (синтетичний)' };
  ({ installation, browser, person: office } = await begin(['--empty'], { view: 'desk', tongue: 'uk', account }));
}, startLimitMs);

afterAll(async () => {
  await closeBrowser(browser, 'import');
  await installation.stop();
});

/** How many the register has; it follows the ledger a moment later. */
async function count(person: Person, kind: string): Promise<number> {
  const answer = await person.page.request.get(`${installation.url}/api/subjects?kind=${kind}&limit=1`);
  return ((await answer.json()) as { total: number }).total;
}

/** The number of rows that are new, that are there already, that are held back. */
async function countsOf({ page, words: { import: texts } }: Person): Promise<readonly number[]> {
  return Promise.all([texts.rowsNew, texts.rowsPresent, texts.rowsHeldBack].map(async (label) => {
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: label }).first();
    return Number((await line.locator('strong').innerText()).trim());
  }));
}

const header = 'Номер могили;X;Y;Ім’я на хресті;Номер на хресті';
const list = [header, '101;1,5;2;Зразко А.;319', '102;3;;;320', '101;4;5;Приклад;321', '103;7,25;8;;'].join('\n');

/** The list of graves, with a decimal comma and wooden crosses declared, up to its preview. */
async function previewGraves(): Promise<void> {
  await chooseFile(office, installation.url, { target: 'graves', name: 'graves.csv', content: list });
  const { page, words: { import: texts, codes } } = office;
  await page.getByRole('switch', { name: texts.decimalComma }).check({ force: true });
  await press(page.getByRole('main'), { group: texts.declareMarker, label: codes.markerTypes.wooden_cross });
  await checkRows(office);
}

describe('a list of graves', () => {
  step('needs a site, which is registered first', async () => {
    await registerSite(office, installation.url, { code: 'LST', names: { Українська: 'Місце зі списку (синтетичне)' } });
  });

  step('with bad rows says of each where it is and why, and imports nothing by itself', async () => {
    await previewGraves();
    const { page, words: { import: texts } } = office;
    const issues = page.getByRole('region', { name: texts.issuesTitle }).getByRole('row');
    await issues.first().waitFor();
    const lines = (await issues.allInnerTexts()).join('\n');
    expect(lines).toMatch(new RegExp(`^3\\s+Y\\s+${texts.severity.error}\\s+\\S`, 'm'));
    expect(lines).toMatch(new RegExp(`^4\\s+Номер могили\\s+${texts.severity.warning}\\s+\\S`, 'm'));
    await keepPicture(office, 'import-preview');
    expect(await page.getByRole('button', { name: texts.signAndSend }).isDisabled()).toBe(true);
    expect(await count(office, 'grave')).toBe(0);
  });

  step('is imported once a person has confirmed, without the rows held back', async () => {
    const { page, words: { import: texts } } = office;
    const [fresh = 0] = await countsOf(office);
    expect(fresh).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: anyOf(texts.withoutHeld_one, texts.withoutHeld_other) }).check();
    await confirmImport(office);
    await expect.poll(() => count(office, 'grave')).toBe(fresh);
  });

  step('imported again adds nothing', async () => {
    const before = await count(office, 'grave');
    await previewGraves();
    const { page, words: { import: texts } } = office;
    expect((await countsOf(office)).slice(0, 2)).toEqual([0, before]);
    await page.getByText(texts.noRows).or(page.getByRole('button', { name: texts.signAndSend })).first().waitFor();
    expect(await page.getByRole('button', { name: texts.signAndSend }).isDisabled()).toBe(true);
    expect(await count(office, 'grave')).toBe(before);
  });

  step('comes out of a workbook in the same way', async () => {
    const before = await count(office, 'grave');
    await chooseFile(office, installation.url, { target: 'graves', name: 'graves.xlsx', content: makeWorkbook([['Номер могили', 'Примітка'], ['201', 'біля дороги'], ['202', 'під сосною']]) });
    await checkRows(office);
    expect(await countsOf(office)).toEqual([2, 0, 0]);
    await confirmImport(office);
    await expect.poll(() => count(office, 'grave')).toBe(before + 2);
  });
});

describe('profiles of a laboratory', () => {
  step('belong to remains that are there: first those', async () => {
    const { page, words: { administration, codes, import: texts } } = office;
    await page.goto(`${installation.url}/administration/offices`);
    await page.getByRole('button', { name: administration.offices.register }).click();
    await dialogOf(office).getByLabel(`${administration.offices.name} (Українська)`).fill('Лабораторія (синтетична)');
    await press(dialogOf(office), { group: administration.offices.kind, label: codes.officeKinds.laboratory });
    await save(office);
    await chooseFile(office, installation.url, { target: 'remains', name: 'remains.csv', content: 'Код останків;Номер могили\nLST-A-0001-X;201\nLST-A-0002-X;202\n' });
    await press(page.getByRole('main'), { group: texts.declareCompleteness, label: codes.completenesses.complete });
    await checkRows(office);
    await confirmImport(office);
    await expect.poll(() => count(office, 'remains')).toBe(2);
  });

  step('come in from a long table; a sample nobody knows is held back and named', async () => {
    const { page, words: { import: texts } } = office;
    const table = 'Sample,Marker,Allele 1,Allele 2\nLST-A-0001-X,D3S1358,15,16\nLST-A-0001-X,TH01,6,9.3\nLST-A-0001-X,FGA,22,22\nNOBODY-1,TH01,6,7\n';
    await chooseFile(office, installation.url, { target: 'profiles', name: 'profiles.csv', content: table });
    await page.getByText(texts.profileFormat.long).waitFor();
    await checkRows(office);
    await page.getByRole('region', { name: texts.issuesTitle }).getByText(/NOBODY-1/).waitFor();
    await page.getByRole('checkbox', { name: anyOf(texts.withoutHeld_one, texts.withoutHeld_other) }).check();
    await confirmImport(office);
    await expect.poll(() => count(office, 'profile')).toBe(1);
    expect(office.errors).toEqual([]);
  });
});

describe('tables of other programs', () => {
  const wide = 'Sample;D3S1358;TH01 1;TH01 2\nLST-A-0002-X;15,16;6;9.3\n';
  const genemapper = 'Sample File\tSample Name\tMarker\tAllele 1\tAllele 2\tHeight 1\tHeight 2\t\nrun1.fsa\tLST-A-0002-X\tD8S1179\t13\t14\t1200\t1100\t\nrun1.fsa\tLST-A-0002-X\tFGA\t21\t22\t900\t950\t\n';

  it.each([['wide', 'profiles-wide.csv', wide], ['genemapper', 'genotypes.txt', genemapper], ['genemapper', 'genotypes.xlsx', makeWorkbook(genemapper.trim().split('\n').map((line) => line.split('\t').slice(0, 5)))]] as const)(
    'a %s table (%s) is recognised, and its profile is found to belong to remains that are there',
    async (format, name, content) => {
      await chooseFile(office, installation.url, { target: 'profiles', name, content });
      const { page, words: { import: texts } } = office;
      await page.getByText(texts.profileFormat[format]).waitFor();
      await checkRows(office);
      expect((await countsOf(office))[0]).toBe(1);
      expect(office.errors).toEqual([]);
    },
  );

  it('a workbook of missing persons is imported as reports', async () => {
    const { page, words: { administration, codes, fields } } = office;
    await page.goto(`${installation.url}/administration/offices`);
    await page.getByRole('button', { name: administration.offices.register }).click();
    await dialogOf(office).getByLabel(`${administration.offices.name} (Українська)`).fill('Бюро родин (синтетичне)');
    await press(dialogOf(office), { group: administration.offices.kind, label: codes.officeKinds.family_liaison });
    await save(office);
    const rows = [[fields.surname, fields.given, fields.birthDate], ['Вигадайло', 'Приклад', '1970']];
    await chooseFile(office, installation.url, { target: 'missing', name: 'missing.xlsx', content: makeWorkbook(rows) });
    await checkRows(office);
    expect((await countsOf(office))[0]).toBe(1);
    await confirmImport(office);
    await expect.poll(() => count(office, 'person')).toBe(1);
  });
});

describe.skipIf(!existsSync(broken))('files that are broken (skipped where ../shared/cases/badinput is absent)', () => {
  const files = ['csv/nul.csv', 'csv/empty.csv', 'csv/duplicate-header.csv', 'csv/many-columns.csv', 'zip/bomb-ratio.zip'];

  it.each(files)('%s is answered in words; the page goes on and nothing is imported', async (name) => {
    const before = await count(office, 'grave');
    await chooseFile(office, installation.url, { target: 'graves', name: path.basename(name).replace(/zip$/, 'xlsx'), content: readFileSync(path.join(broken, name)) });
    const { page, words: { import: texts } } = office;
    await page.getByRole('alert').or(page.getByRole('heading', { name: texts.step.mapping })).first().waitFor();
    await page.getByRole('button', { name: texts.chooseOther }).waitFor();
    expect(await count(office, 'grave')).toBe(before);
    expect(office.errors).toEqual([]);
  });
});
