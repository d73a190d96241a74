import { choose } from './controls.ts';
import type { Person } from './open-browser.ts';
import { allow } from './slow-browser.ts';
import { anyOf } from './words.ts';

export type ImportTarget = 'graves' | 'remains' | 'profiles' | 'missing';

export interface ImportFile {
  readonly target: ImportTarget;
  /** Of which site; the only one is chosen already. */
  readonly site?: string;
  readonly name: string;
  readonly content: Buffer | string;
}

/** Opens the import page and chooses what is in the file, and the file. */
export async function chooseFile({ page, words: { import: texts } }: Person, url: string, { target, site, name, content }: ImportFile): Promise<void> {
  await page.goto(`${url}/import`);
  await page.getByRole('radio', { name: texts.target[target] }).click();
  if (site !== undefined) await choose(page, page.getByRole('main'), { label: texts.ofSite, option: site });
  await page.getByRole('heading', { name: texts.step.file }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** Has the rows of the file looked through, up to the preview. */
export async function checkRows({ page, words: { import: texts } }: Person): Promise<void> {
  await page.getByRole('button', { name: texts.checkRows }).click();
  await page.getByRole('heading', { name: texts.step.preview }).waitFor();
}

/** Signs and sends what the preview shows, and waits until the ledger has confirmed all of it. */
export async function confirmImport({ page, words: { import: texts } }: Person): Promise<void> {
  await page.getByRole('button', { name: texts.signAndSend }).click();
  await page.getByText(anyOf(texts.sent)).waitFor({ timeout: allow(60_000) });
}
