import { waitForScreen, type Person } from './open-browser.ts';
import { allow } from './slow-browser.ts';
import type { Station } from './tour.ts';

/** Asks for a matching run with the defaults, waits until it is computed, and opens its candidates; returns the id of the run. */
export async function runMatching(person: Person, url: string): Promise<string> {
  const { page, words: { dna } } = person;
  await page.goto(`${url}/dna/new-run`);
  await page.getByRole('button', { name: dna.form.start }).click();
  await page.waitForURL(/\/dna\/runs$/);
  const done = page.getByRole('link', { name: dna.jobs.openCandidates });
  await done.first().waitFor({ timeout: allow(120_000) });
  await done.first().click();
  await page.waitForURL(/\/matches\/[0-9a-f-]{36}$/);
  await waitForScreen(person);
  return /[0-9a-f-]{36}$/.exec(page.url())?.[0] ?? '';
}

/** Opens the pair of a station of the tour from the queue of a run. */
export async function openCandidate(person: Person, { remains }: Station): Promise<void> {
  const { page, words: { matches } } = person;
  await page.getByRole('searchbox', { name: matches.filter, exact: true }).fill(remains);
  await page.getByRole('link', { name: remains, exact: true }).first().click();
  await page.waitForURL(/\/matches\/[^/]+\/[^/]+\/[^/]+$/);
  await waitForScreen(person);
}

/** Proposes the identification of the pair that is open; returns the path of the decision. */
export async function propose(person: Person, argument: string): Promise<string> {
  const { page, words: { matches, decisions, fields } } = person;
  await page.getByRole('link', { name: matches.propose }).click();
  await page.getByRole('textbox', { name: fields.argument, exact: true }).fill(argument);
  await page.getByRole('button', { name: decisions.propose.submit }).click();
  await page.waitForURL(/\/decisions\/[0-9a-f-]{36}$/);
  await waitForScreen(person);
  return new URL(page.url()).pathname;
}

/** A security key that answers every question by itself, as a person with a finger on the reader does. */
export async function addAuthenticator({ context, page }: Person): Promise<void> {
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
