import { round, printTable } from './support/figures.ts';
import { makeFolder, removeFolder, startInstallation } from './support/installation.ts';

/** How long a person waits: until the server listens the first and the second time, and for the demonstration. */
async function run(): Promise<void> {
  const rows: Record<string, Record<string, number | string>> = {};
  const folder = makeFolder();
  try {
    const first = await startInstallation(folder);
    await first.stop();
    rows['first start, empty: database made, migrations'] = { 'seconds until it listens': round(first.startedInMs / 1000) };
    const second = await startInstallation(folder);
    await second.stop();
    rows['second start'] = { 'seconds until it listens': round(second.startedInMs / 1000) };
  } finally {
    removeFolder(folder);
  }
  const demonstration = makeFolder();
  try {
    const loaded = await startInstallation(demonstration, { args: [], wait: 'link' });
    await loaded.stop();
    rows['first start with the demonstration, loaded and folded'] = { 'seconds until it listens': round(loaded.startedInMs / 1000) };
    const again = await startInstallation(demonstration, { args: [] });
    await again.stop();
    rows['second start with the demonstration'] = { 'seconds until it listens': round(again.startedInMs / 1000) };
  } finally {
    removeFolder(demonstration);
  }
  printTable('Start of the server, without installing and building:', rows);
}

await run();
