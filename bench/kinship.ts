import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answerCase, exportCase, lnLikelihood, prepareMissingPerson, scoreMatrix, seededRandom, simulateFamily } from '@imena/kinship';
import { bestSeconds, printTable, round } from './support/figures.ts';
import { timeJointProblems } from './support/joint-problems.ts';
import { alone, drawFamily, families, fusion6c, mutationClasses } from './support/kinship-families.ts';

const random = seededRandom(20221);
const names = Object.keys(families);

/** ln P(profiles | pedigree), the missing person typed like the relatives: what a peer computes for one hypothesis. */
function timeLikelihoods(): void {
  const rows: Record<string, Record<string, number>> = {};
  for (const name of names) {
    const row: Record<string, number> = {};
    for (const mutation of mutationClasses) {
      const markers = fusion6c(mutation);
      const { pedigree, profiles, missing } = drawFamily(name, markers, random);
      const individuals = pedigree.individuals.map((i) => (i.id === 'MP' ? { ...i, profile: 'MP' } : i));
      const input = { pedigree: { name, individuals }, profiles: { ...profiles, MP: missing }, markers };
      row[mutation] = round(1 / bestSeconds(() => void lnLikelihood(input), 100), 1);
    }
    rows[name] = row;
  }
  printTable('Likelihoods of a family a second, 23 markers (PowerPlex Fusion 6C, NIST 1036 Caucasian), by mutation model, markers prepared anew each time:', rows);
}

function timeTables(): void {
  const markers = fusion6c();
  const rows: Record<string, Record<string, number>> = {};
  for (const name of names) {
    const row: Record<string, number> = {};
    for (const theta of [0, 0.01]) {
      const { pedigree, profiles } = drawFamily(name, markers, random);
      row[theta === 0 ? 'tables, us' : 'tables with theta 0.01, us'] = Math.round(bestSeconds(() => void prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers, theta }), 150) * 1e6);
    }
    rows[name] = row;
  }
  printTable('All tables of one missing person by the general engine, with notes and reasons, stepwise mutation:', rows);
}

/** A run of the application: every family against all remains, and one candidate recomputed from its file. */
function timeRun(): void {
  const markers = fusion6c();
  const remains = Array.from({ length: 90 }, () => simulateFamily({ pedigree: alone, markers, random }).R ?? {});
  const drawn = Array.from({ length: 120 }, (_, i) => drawFamily(names[i % 9] ?? 'mother', markers, random));
  const start = performance.now();
  const prepared = drawn.map(({ pedigree, profiles }) => prepareMissingPerson({ pedigree, profiles, missing: 'MP', markers }));
  const tables = performance.now() - start;
  const pairs = prepared.length * remains.length;
  const scored = bestSeconds(() => void scoreMatrix(prepared, remains), 200);
  // Each of another drop-out rate, so that no two share what is read.
  const lossy = remains.map((profile) => Object.fromEntries(Object.entries(profile).map(([name, pair]) => [name, [...new Set(pair)].filter(() => random() < 0.8)])));
  const models = remains.map((_, i) => ({ dropOut: 0.15 + i / 1000, ...(i % 2 === 0 && { dropIn: 0.01 }) }));
  const scoredLossy = bestSeconds(() => void scoreMatrix(prepared, lossy, models), 200);
  const [first] = prepared;
  if (first === undefined) throw new Error('no family');
  const recomputed = bestSeconds(() => void answerCase(exportCase({ prepared: first, profile: remains[0] ?? {}, id: 'bench' })), 100);
  printTable('A run of 120 families and 90 remains with reasons for every marker:', {
    'tables': { ms: Math.round(tables) }, 'scores': { ms: Math.round(1000 * scored), 'pairs a second': Math.round(pairs / scored) },
    'scores, all remains low-template': { ms: Math.round(1000 * scoredLossy), 'pairs a second': Math.round(pairs / scoredLossy) },
    'one exported candidate recomputed': { ms: Math.round(1000 * recomputed) },
  });
}

/** Joint identification of the data sets of another program, where they are at hand. */
function timeJoint(): void {
  const folder = path.resolve(process.cwd(), '../shared/cases/kinship');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^d-.*\.json$/.test(name)) : [];
  if (files.length === 0) {
    console.log(`Joint identification: the case sets d-* were not found (${folder}).`);
    return;
  }
  const rows: Record<string, Record<string, number | string>> = {};
  for (const file of files) {
    const given = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { peerSeconds?: Readonly<Record<string, number>> };
    const start = performance.now();
    const before = process.cpuUsage();
    const answer = answerCase(given);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1e6;
    const peer = Object.values(given.peerSeconds ?? {}).reduce((x, y) => x + y, 0);
    rows[file.replace(/^d-|\.json$/g, '')] = {
      seconds: round(seconds, 3), 'processor, s': round(processor, 3), answer: 'refused' in answer ? answer.refused.code : 'whole',
      'peer, s': peer > 0 ? round(peer, 2) : 'not given', 'peer by our processor time': peer > 0 ? round(peer / processor) : '-',
    };
  }
  printTable('Joint identification, case sets d-* from the case to its whole answer, first run of each (the peer: dvir, on the machine that made the cases):', rows);
}

timeLikelihoods();
timeTables();
timeRun();
timeJoint();
timeJointProblems();
console.log(`Most memory held: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB; processor time ${round(process.cpuUsage().user / 1e6)} s.`);
