import { findAccessibilityFaults, findSidewaysScroll, keepPicture, waitForScreen, type Person } from './open-browser.ts';
import { languageNames } from '../../../apps/web/src/i18n/languages.ts';
import { wordsOf } from './words.ts';

export interface Look {
  /** The address of the screen, without the host. */
  readonly path: string;
  /** Name of the picture; the route it shows. */
  readonly name: string;
  readonly withAxe: boolean;
}

/** Opens a screen and says everything that is wrong with it; an empty list means nothing was found. */
export async function findFaultsOfScreen(person: Person, url: string, { path, name, withAxe }: Look): Promise<string[]> {
  const { page, errors, view, tongue } = person;
  const faults: string[] = [];
  errors.length = 0;
  try {
    await page.goto(`${url}${path}`);
    await waitForScreen(person);
    faults.push(...(await findFaultsHere(person, withAxe ? 'withAxe' : 'withoutAxe')));
    await keepPicture(person, `screen-${name}`);
  } catch (error) {
    faults.push(`could not be looked at: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  }
  return [...faults, ...errors].map((fault) => `${name} (${view}, ${tongue}): ${fault}`);
}

/** What is wrong with the screen as it stands now: accessibility, width, title, words. */
export async function findFaultsHere(person: Person, axe: 'withAxe' | 'withoutAxe'): Promise<string[]> {
  const { page } = person;
  const title = await page.title();
  const app = person.words.common.appName;
  const sideways = await findSidewaysScroll(page);
  return [
    ...(axe === 'withAxe' ? await findAccessibilityFaults(page) : []),
    ...(sideways > 1 ? [`${sideways} px wider than the screen`] : []),
    ...(title.endsWith(` · ${app}`) && title.length > app.length + 3 ? [] : [`the window has the title "${title}"`]),
    ...(await findUntranslated(person)),
  ];
}

/** Keys shown instead of words, places nobody filled, and texts of the other language. */
async function findUntranslated({ page, tongue }: Person): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(node.getAttribute(name) ?? '');
      else if (node.parentElement?.closest('code, pre, script, style, [lang]:not(html)') == null) texts.push(node.textContent ?? '');
    }
    return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
  });
  const foreign = foreignTexts(tongue);
  return [
    ...shown.filter((text) => /^[a-z]+(?:[.:][a-zA-Z_]+)+$/.test(text)).map((text) => `shows the key ${text}`),
    ...shown.filter((text) => /\{\{\w+\}\}/.test(text)).map((text) => `leaves a place unfilled: ${text}`),
    ...shown.filter((text) => foreign.has(text)).map((text) => `shows a text of the other language: ${text}`),
  ];
}

const known = new Map<string, ReadonlySet<string>>();

/** Texts that only the other language has. */
function foreignTexts(tongue: 'uk' | 'en'): ReadonlySet<string> {
  const found = known.get(tongue) ?? new Set(leavesOf(wordsOf(tongue === 'uk' ? 'en' : 'uk')));
  // A language is named in itself everywhere, as people look for it.
  for (const own of [...leavesOf(wordsOf(tongue)), ...Object.values(languageNames)]) if (found instanceof Set) found.delete(own);
  known.set(tongue, found);
  return found;
}

function leavesOf(texts: unknown): string[] {
  if (typeof texts === 'string') return texts.length > 2 ? [texts] : [];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(leavesOf) : [];
}
