import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { allow, slowDown } from './slow-browser.ts';
import { wordsOf, type Words } from './words.ts';

export type View = 'phone' | 'desk';
export type Tongue = 'uk' | 'en';

/** One person at one browser: own storage, own keys. */
export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly view: View;
  readonly tongue: Tongue;
  readonly words: Words;
  /** Uncaught errors and errors on the console, as they come. */
  readonly errors: string[];
}

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The browser of the machine; `npm test` finds it, or installs it, and names it in CHROMIUM_PATH. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A new browser profile with one page, on a phone or at a desk. */
export async function openPerson(browser: Browser, { view, tongue }: { readonly view: View; readonly tongue: Tongue }): Promise<Person> {
  const context = await browser.newContext({ viewport: sizes[view], locale: tongue === 'uk' ? 'uk-UA' : 'en-GB', hasTouch: view === 'phone', reducedMotion: 'reduce', colorScheme: 'light' });
  context.setDefaultTimeout(allow(30_000));
  await slowDown(context);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A refused request is told by the page in words; that the browser writes it on the console too is not a fault.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) errors.push(`${page.url()}: ${message.text()}`);
  });
  return { context, page, view, tongue, words: wordsOf(tongue), errors };
}

/** Waits until the screen of the address stands, no longer the one before it, and nothing on it is still loading. */
export async function waitForScreen({ page, words }: Person): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    const drawn = main?.dataset['screen'] ?? location.pathname;
    return drawn === location.pathname && main?.querySelector('h1') != null;
  });
  const loading = page.getByText(words.common.loading, { exact: true });
  while ((await loading.count()) > 0) await loading.first().waitFor({ state: 'detached' });
}

/** Runs axe on the page as it stands; an empty list means nothing was found. */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so that the page's own content security policy stays as strict as it is.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    interface Violation { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: readonly Violation[] }> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`);
  });
}

/** By how many pixels a screen scrolls sideways: on a phone that hides what a person needs. */
export async function findSidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Keeps a picture of the screen when IMENA_SHOTS names a folder, so that people can look at it. */
export async function keepPicture({ page, view, tongue }: Person, name: string): Promise<void> {
  const folder = process.env['IMENA_SHOTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}-${view}-${tongue}.png`), fullPage: true });
}

/** Closes the browser; with IMENA_SHOTS the last look of every open page is kept, which shows where a test stopped. */
export async function closeBrowser(browser: Browser | undefined, name: string): Promise<void> {
  const folder = process.env['IMENA_SHOTS'];
  if (browser === undefined) return;
  if (folder !== undefined && folder !== '') {
    mkdirSync(folder, { recursive: true });
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(pages.map((page, place) => page.screenshot({ path: path.join(folder, `last-${name}-${place}.png`) })));
  }
  await browser.close();
}
