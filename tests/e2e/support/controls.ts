import type { Locator, Page } from 'playwright-core';

type Place = Page | Locator;

/** The one-line or several-line field with exactly this label. */
export function field(place: Place, label: string): Locator {
  return place.getByRole('textbox', { name: label, exact: true });
}

/** Chooses from a list that opens under its field. */
export async function choose(page: Page, place: Place, { label, option }: { readonly label: string; readonly option: string }): Promise<void> {
  await place.getByLabel(label).and(place.locator('input')).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Presses one of the large buttons of which exactly one can be chosen. */
export async function press(place: Place, { group, label }: { readonly group: string; readonly label: string }): Promise<void> {
  const chips = place.getByRole('radiogroup', { name: group });
  await chips.locator('label').filter({ hasText: new RegExp(`^${label}$`) }).click();
}

/** Presses one kind of a list that shows its kinds with their numbers. */
export async function lookAtKind(place: Place, { group, label }: { readonly group: string; readonly label: string }): Promise<void> {
  await place.getByRole('group', { name: group }).getByRole('button', { name: label }).click();
}

/** Opens the menu behind a button and takes one of its lines. */
export async function takeFromMenu(page: Page, { button, item }: { readonly button: string; readonly item: string }): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
