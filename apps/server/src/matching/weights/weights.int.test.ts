import { randomUUID } from 'node:crypto';
import { defaultSettings, readPlaces, readWeightsFile, type WrittenPlaces } from '@imena/matching';
import type { Body } from '@imena/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { held, siteStatement, startWholeServer, type Member, type WholeServer } from '../../testing/test-server.ts';
import { rewind } from '../../decision/testing/decide.ts';
import { matchingPart } from '../matching-part.ts';
import { reportedAndFound, type ReportedAndFound } from '../testing/reported-and-found.ts';
import { digestOf } from './weights.ts';

interface Named { readonly origin: string; readonly version: string; readonly digest: string }
interface Learning extends Named {
  readonly settings: Readonly<Record<string, string>>; readonly places: WrittenPlaces | null; readonly placeNames: Readonly<Record<string, string>>; readonly job: string; readonly resultHash: string; readonly asOf: number; readonly reports: number; readonly remains: number; readonly isSettled: boolean; readonly changedSince: number;
  readonly parameters: readonly { readonly parameter: string; readonly documented: number; readonly learned: number; readonly pairs: number; readonly state: string }[];
  readonly moves: { readonly remains: { readonly largest: readonly { readonly itemA: { readonly kind: string } }[]; readonly hidden: number } };
}
interface Answer {
  readonly installation: string; readonly standing: Named & { readonly entry: string | null }; readonly documented: Named & { readonly settings: Readonly<Record<string, string>> };
  readonly choices: readonly (Named & { readonly entry: string; readonly by: string; readonly explanation: string })[]; readonly learning: Learning | null; readonly job: { readonly state: string; readonly problem: { readonly code: string } | null } | null;
}
interface Compared { readonly rows: readonly { readonly kind: string; readonly log10Lr: number; readonly explained: { readonly why: readonly { readonly en: string }[] } }[]; readonly basis: { readonly weights: Named } }

let whole: WholeServer;
let analyst: Member;
let board: readonly [Member, Member];
let site: string;
let world: ReportedAndFound;

beforeAll(async () => {
  whole = await startWholeServer({ parts: [matchingPart({ worker: 'inside', followAfterMs: null })] });
  analyst = await whole.member([held('analyst')]);
  board = [await whole.member([held('board')]), await whole.member([held('board')])];
  const { author, ledger } = whole.server.context;
  site = randomUUID();
  await author.append([{ scope: site, subject: site, body: siteStatement(site).body as unknown as Body }]);
  world = reportedAndFound(site, { persons: 120, seed: 4, brought: { Казкове: 'Новий Вигаданий Цвинтар' } });
  // Twenty at first: too few to learn from.
  await author.append(world.statements.slice(0, 40));
  await ledger.folder.waitForAll(ledger.state.size);
});
afterAll(async () => { await whole.close(); });

const read = (member: Member = analyst): Promise<Answer> => member.person.expect(200, 'GET', '/api/weights');
const learn = async (): Promise<Answer> => {
  await analyst.person.expect(202, 'POST', '/api/weights/learning', {});
  for (;;) {
    const answer = await read();
    if (answer.job?.state !== 'waiting' && answer.job?.state !== 'running') return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const compare = (version?: string, [pair] = world.pairs): Promise<Compared> => {
  return board[0].person.expect(200, 'GET', `/api/comparisons/${pair?.remains ?? ''}/${pair?.person ?? ''}${version === undefined ? '' : `?weights=${version}`}`);
};
const choose = async (member: Member, { installation }: Answer, weights: Named & { readonly settings: Readonly<Record<string, string>>; readonly places?: WrittenPlaces | null }, replaces: string | null) => {
  const { origin, version, digest, settings, places = null } = weights;
  const [result] = await member.state({ scope: installation, subject: installation, kind: 'decision', body: { type: 'weights.chosen', basis: 'decided', origin, version, digest, settings, ...(places === null ? {} : { places }), replaces, explanation: 'Synthetic: tried on our lists' } });
  if (result?.status !== 'logged') await rewind(member, installation);
  else await whole.server.context.ledger.folder.waitFor(result.index ?? 0);
  return result;
};
const learned = (answer: Answer): Learning => {
  if (answer.learning === null) throw new Error('nothing was learned');
  return answer.learning;
};

describe('weights of the evidence', () => {
  it('are the documented ones until a person chooses, and too little to learn from is refused in words', async () => {
    const before = await read();
    expect(before).toMatchObject({ standing: { origin: 'documented', entry: null }, choices: [], learning: null, job: null });
    expect(before.standing.version).toBe(before.documented.version);
    const after = await learn();
    expect(after.job?.problem?.code).toBe('matching.too_little_to_learn');
    expect(after.learning).toBeNull();
  });

  it('learned from the installation’s own lists change nothing by themselves', async () => {
    const { author, ledger } = whole.server.context;
    await author.append(world.statements.slice(40));
    await ledger.folder.waitForAll(ledger.state.size);
    const answer = await learn();
    expect(answer.job).toBeNull();
    const { parameters, reports, remains, isSettled, changedSince, moves } = learned(answer);
    expect({ reports, remains, isSettled, changedSince }).toEqual({ reports: 120, remains: 60, isSettled: true, changedSince: 0 });
    const place = parameters.find(({ parameter }) => parameter === 'placeSame');
    expect(place?.pairs).toBeGreaterThan(40);
    expect(place?.learned).toBeGreaterThan(0.62);
    expect(parameters.find(({ parameter }) => parameter === 'marksFound')).toMatchObject({ state: 'too_few', learned: 0.6 });
    // The dead of one village were brought to one cemetery.
    const { places, placeNames } = learned(answer);
    const own = places?.settlements.filter((one) => Number(one.own) > 0.5).map(({ settlement, found }) => [placeNames[settlement], found.map((way) => placeNames[way.settlement])]);
    expect(own).toContainEqual(['Казкове', ['Новий Вигаданий Цвинтар']]);
    expect(moves.remains.largest.every(({ itemA }) => itemA.kind === 'remains')).toBe(true);
    expect((await compare()).basis.weights).toEqual({ origin: 'documented', version: answer.documented.version, digest: answer.documented.digest });
  });

  it('are chosen by the board alone, by a signed entry, and then used by every page, which names them', async () => {
    const answer = await read();
    const offered = learned(answer);
    const documented = await compare();
    expect(await choose(analyst, answer, offered, null)).toMatchObject({ status: 'refused', problem: { code: 'server.may_not_state' } });
    expect(await choose(board[0], answer, offered, null)).toMatchObject({ status: 'logged' });
    const after = await read();
    expect(after.standing.version).toBe(offered.version);
    expect(after.choices).toMatchObject([{ by: board[0].account, version: offered.version, explanation: 'Synthetic: tried on our lists' }]);
    const chosen = await compare();
    expect(chosen.basis.weights.version).toBe(offered.version);
    const place = (compared: Compared): number => compared.rows.find(({ kind }) => kind === 'place')?.log10Lr ?? NaN;
    expect(Math.abs(place(chosen))).toBeGreaterThan(Math.abs(place(documented)) + 0.01);
    // What was read under other weights can be read again.
    expect((await compare(answer.documented.version)).rows).toEqual(documented.rows);
    expect((await compare(offered.version)).rows).toEqual(chosen.rows);
    // Of a pair of that village the place spoke against, and now for it, with the reason.
    const all = await Promise.all(world.pairs.map(async (one) => [await compare(answer.documented.version, [one]), await compare(undefined, [one])] as const));
    const brought = all.filter(([, now]) => now.rows.some(({ kind, explained }) => kind === 'place' && explained.why.some(({ en }) => en.startsWith('The lists teach'))));
    expect(brought.length).toBeGreaterThan(3);
    expect(brought.some(([was, now]) => place(was) < 0 && place(now) > 0.2)).toBe(true);
    const [pair] = world.pairs;
    const nearest = await board[0].person.expect<{ weights: Named; items: readonly { kinds: readonly { kind: string; log10Lr: number }[] }[] }>(200, 'GET', `/api/remains/${pair?.remains ?? ''}/nearest`);
    expect(nearest.weights.version).toBe(offered.version);
    expect(nearest.items[0]?.kinds.find(({ kind }) => kind === 'place')?.log10Lr).toBeCloseTo(place(chosen), 5);
    await analyst.person.expect(202, 'POST', '/api/duplicates', {});
    await expect.poll(async () => (await analyst.person.expect<{ search: { weights: Named; inUse: string } | null }>(200, 'GET', '/api/duplicates')).search, { timeout: 20_000 }).toMatchObject({ weights: { version: offered.version }, inUse: offered.version });
    const audit = await analyst.person.expect<{ answer: { weights: Named } | null; making: boolean }>(200, 'GET', '/api/audit');
    if (audit.answer !== null) expect(audit.answer.weights.version).toBe(offered.version);
  });

  it('of two who choose at once the second is told what the first chose', async () => {
    const answer = await read();
    const back = answer.documented;
    expect(await choose(board[1], answer, back, answer.standing.entry)).toMatchObject({ status: 'logged' });
    expect(await choose(board[0], answer, back, answer.standing.entry)).toMatchObject({ status: 'refused', problem: { code: 'matching.weights_chosen_meanwhile', details: { version: back.version } } });
    const after = await read();
    expect(after.standing.version).toBe(back.version);
    expect(after.choices.map(({ by }) => by)).toEqual([board[1].account, board[0].account]);
  });

  it('that nobody learned here, that were altered, stand already or belong to a site are refused, and a choice is not withdrawn', async () => {
    const answer = await read();
    const standing = answer.standing.entry;
    const offered = learned(answer);
    const refused = async (weights: Parameters<typeof choose>[2], code: string): Promise<void> => {
      expect(await choose(board[0], answer, weights, standing)).toMatchObject({ status: 'refused', problem: { code } });
    };
    await refused(answer.documented, 'matching.weights_stand');
    await refused({ ...offered, settings: { ...offered.settings, placeSame: '0.99' } }, 'matching.weights_digest');
    await refused({ ...offered, places: null }, 'matching.weights_digest');
    const invented = { ...offered.settings, placeSame: '0.99' };
    const digest = digestOf(invented, null);
    await refused({ origin: 'learned', version: `learned-${digest.slice(0, 12)}`, digest, settings: invented }, 'matching.weights_not_learned');
    const [withdrawn] = await board[1].state({ scope: answer.installation, subject: answer.installation, kind: 'site', supersedes: [standing ?? ''], body: { type: 'statement.withdrawn', basis: 'decided', explanation: 'Synthetic' } });
    await rewind(board[1], answer.installation);
    expect(withdrawn).toMatchObject({ status: 'refused', problem: { code: 'matching.weights_not_withdrawn' } });
    expect((await read()).standing.version).toBe(answer.documented.version);
  });

  it('are given out as the file that “imena match --settings” reads, with the same numbers', async () => {
    const offered = learned(await read());
    const file = await analyst.person.expect<Readonly<Record<string, unknown>>>(200, 'GET', `/api/weights/file?version=${offered.version}`);
    const { version, settings, placesTaught } = readWeightsFile(file);
    expect(version).toBe(offered.version);
    expect(placesTaught).toEqual(readPlaces(offered.places));
    expect(placesTaught).not.toBeNull();
    expect(settings.placeSame).toBe(Number(offered.settings['placeSame']));
    expect(settings).not.toEqual(defaultSettings());
    expect(readWeightsFile(await analyst.person.expect(200, 'GET', '/api/weights/file')).settings).toEqual(defaultSettings());
    await analyst.person.expect(404, 'GET', '/api/weights/file?version=learned-000000000000');
  });
});
