import { en } from '../../../apps/web/src/i18n/en/index.ts';
import { uk } from '../../../apps/web/src/i18n/uk/index.ts';
import type { Tongue } from './open-browser.ts';

export type Words = typeof en | typeof uk;

/** The very texts the application shows, so that tests follow the words and fail where one is missing. */
export function wordsOf(tongue: Tongue): Words {
  return tongue === 'uk' ? uk : en;
}

/** A text with its places filled: `{{name}}`. A place that nobody fills matches nothing on the page, so the test fails. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A pattern that meets a text of the application whatever stands in its places. */
export function anyOf(...texts: readonly string[]): RegExp {
  const parts = texts.map((text) => text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*?'));
  return new RegExp(parts.join('|'));
}
