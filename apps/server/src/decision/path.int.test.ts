import { answerCase } from '@imena/kinship';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from '../access/testing/authenticator.ts';
import { runAs, startDemonstrationServer, type DemonstrationServer } from '../matching/testing/demonstration-server.ts';
import { compareRegister } from '../operate/compare-register.ts';
import { TestDevice, type TestStatement } from '../testing/test-device.ts';
import { check, makeKey, outcome, propose, readState, review, rewind, sign, signatureBody, state, type Place, type ProposalPlan, type SigningKey } from './testing/decide.ts';

let s: DemonstrationServer;
let run: string;
let keys: readonly [SigningKey, SigningKey, SigningKey];

beforeAll(async () => {
  s = await startDemonstrationServer();
  const job = await runAs(s.laboratory, { theta: 0 });
  if (job.run === null) throw new Error(JSON.stringify(job));
  run = job.run;
  keys = [await makeKey(s.board[0]), await makeKey(s.board[1]), await makeKey(s.board[2])];
});
afterAll(async () => {
  expect(s.failures).toEqual([]);
  await s.close();
});

type Station = 'clear' | 'contradiction' | 'brothers' | 'twoBags' | 'wrongMarker' | 'reportedTwice';

/** A proposal about a station of the demonstration's tour. */
function plan(station: Station, person = 0): ProposalPlan {
  const { remains, persons } = s.demonstration.tour[station];
  return { remains: remains.map((item) => item.id), person: persons[person]?.id ?? '', run, scope: s.demonstration.sites.izium };
}

const codes = async (at: Place): Promise<string[]> => (await readState(s.analyst, at)).obstacles.map((problem) => problem.code);
const pdf = async (member: DemonstrationServer['analyst'], url: string) => {
  const answer = await s.server.app.inject({ method: 'GET', url, headers: { cookie: `imena_session=${member.person.cookie ?? ''}` } });
  return { status: answer.statusCode, type: answer.headers['content-type'], start: answer.rawPayload.subarray(0, 5).toString('latin1'), size: answer.rawPayload.length };
};

describe('from a run to a certificate', () => {
  let at: Place;

  it('the right person leads the list of the remains, with the posterior of the run', async () => {
    const { remains, person } = plan('clear');
    const list = await s.analyst.person.expect<{ items: { rank: number; posterior: number; person: { id: string } | null; remains: { id: string } | null }[] }>(200, 'GET', `/api/runs/${run}/candidates?remains=${remains[0] ?? ''}`);
    expect(list.items[0]).toMatchObject({ rank: 1, person: { id: person }, remains: { id: remains[0] } });
    expect(list.items[0]?.posterior).toBeGreaterThan(0.9995);
  });

  it('the calculation leaves as a file that the kinship command recomputes to the same digits', async () => {
    const { remains, person } = plan('clear');
    const url = `/api/candidates/${run}/${remains[0] ?? ''}/${person}`;
    const detail = await s.analyst.person.expect<{ lnLr: number; markers: { marker: string; lnLr: number; dropped: string | null }[] }>(200, 'GET', url);
    const exported = await s.analyst.person.expect<unknown>(200, 'GET', `${url}/case.json`);
    const answer = answerCase(exported);
    if (!('expected' in answer)) throw new Error(answer.refused.code);
    const lr = (answer.expected['LR'] as Record<string, { lnTotal: number; perMarker: Record<string, number> }>)['H1'];
    expect(lr?.lnTotal).toBe(detail.lnLr);
    for (const { marker, lnLr, dropped } of detail.markers) if (dropped === null) expect(lr?.perMarker[marker]).toBe(Math.exp(lnLr));
    const log = await s.coordinator.person.expect<{ items?: { action: string }[]; lines?: { action: string }[] }>(200, 'GET', `/api/access-log?account=${s.analyst.account}`);
    expect(JSON.stringify(log)).toContain('candidate.exported');
  });

  it('is proposed, reviewed by another person, signed by two, and then stands', async () => {
    const proposal = await propose(s.analyst, plan('clear'));
    expect(proposal.result.problem).toBeUndefined();
    at = proposal.at;
    expect(await codes(at)).toEqual(['decision.not_reviewed']);
    expect(await outcome(review(s.board[0], at))).toBe('logged');
    expect(await codes(at)).toEqual([]);
    expect(await outcome(sign(s.board[0], at, keys[0]))).toBe('logged');
    expect((await readState(s.analyst, at)).stage).toBe('reviewed');
    expect(await outcome(sign(s.board[1], at, keys[1]))).toBe('logged');
    expect((await readState(s.analyst, at)).stage).toBe('established');
  });

  it('has a certificate in both languages, printed and logged; before that only a marked draft', async () => {
    const draft = await propose(s.analyst, plan('contradiction'));
    const url = (id: string, rest: string): string => `/api/identifications/${id}/certificate.pdf?${rest}`;
    expect(await s.analyst.person.refusal('GET', url(draft.at.id, 'language=en'))).toBe('decision.not_for_certificate');
    expect(await pdf(s.analyst, url(draft.at.id, 'language=en&draft=1'))).toMatchObject({ status: 200, start: '%PDF-' });
    expect(await s.liaison.person.refusal('GET', url(draft.at.id, 'draft=1'))).toBe('access.role_missing');
    for (const language of ['uk', 'en']) {
      const printed = await pdf(s.liaison, url(at.id, `language=${language}`));
      expect(printed).toMatchObject({ status: 200, type: 'application/pdf', start: '%PDF-' });
      expect(printed.size).toBeGreaterThan(10_000);
    }
    expect((await readState(s.analyst, at)).consequences.certificatesPrinted).toBe(2);
    expect(await pdf(s.laboratory, `/api/remains/${plan('clear').remains[0] ?? ''}/label.pdf`)).toMatchObject({ status: 200, start: '%PDF-' });
  });

  it('can be certified and told to the family, and is not changed any more', async () => {
    const certificate = { authority: 'Слідче управління (синтетично)', number: '17', on: '2022-11-02' };
    expect(await outcome(state(s.board[0], at, { type: 'identification.certified', certificate }))).toBe('logged');
    expect(await outcome(state(s.board[1], at, { type: 'identification.certified', certificate: { ...certificate, number: '18' } }))).toBe('decision.already_certified');
    expect(await outcome(state(s.liaison, at, { type: 'identification.notified', toldBy: 'Вигадана співробітниця', told: 'мати', means: 'in_person' }))).toBe('logged');
    const late = await propose(s.analyst, plan('clear'), { argument: 'інше' }, at);
    expect(late.result.problem?.code).toBe('decision.closed');
    const [first] = (await readState(s.analyst, at)).signatures;
    const withdrawal = { type: 'statement.withdrawn', explanation: 'передумав' };
    const signer = s.board.find((member) => member.account === first?.signer) ?? s.board[0];
    expect(await outcome(state(signer, at, withdrawal, [first?.entry ?? '']))).toBe('decision.closed');
    expect(await outcome(state(signer, at, { type: 'subject.noted', text: 'так само' }, [first?.entry ?? '']))).toBe('decision.closed');
  });

  it('blocks every other decision about the same person or the same remains', async () => {
    const again = await propose(s.analyst, plan('clear'));
    expect(again.result.status).toBe('logged');
    expect(await outcome(review(s.board[0], again.at))).toBe('logged');
    expect(await codes(again.at)).toEqual(expect.arrayContaining(['decision.person_identified', 'decision.remains_identified']));
    expect(await outcome(sign(s.board[0], again.at, keys[0]))).toBe('decision.person_identified');
  });

  it('is revoked by a board member with what rests on it listed first and left as work', async () => {
    const { consequences } = await readState(s.board[0], at);
    expect(consequences).toMatchObject({ certified: true, certificatesPrinted: 2 });
    expect(consequences.notifications).toHaveLength(1);
    expect(consequences.otherIdentifications.length).toBeGreaterThan(0);
    const body = { type: 'identification.revoked', explanation: 'Виявлено підміну зразка (синтетично)', signerName: 'x' };
    expect(await outcome(state(s.board[0], at, { ...body, signer: s.board[1].account }))).toBe('decision.not_the_signer');
    expect(await outcome(state(s.board[0], at, { ...body, signer: s.board[0].account }))).toBe('logged');
    expect((await readState(s.analyst, at)).stage).toBe('revoked');
    const { tasks } = await s.coordinator.person.expect<{ tasks: { task: string; subject: { id: string } }[] }>(200, 'GET', '/api/tasks');
    const waiting = tasks.filter((task) => task.subject.id === at.id).map((task) => task.task);
    expect(waiting).toEqual(expect.arrayContaining(['tell_of_revocation', 'recall_certificate']));
    expect(await outcome(state(s.liaison, at, { type: 'identification.notified', toldBy: 'Вигадана співробітниця', told: 'мати', means: 'in_person' }))).toBe('logged');
    const left = await s.coordinator.person.expect<{ tasks: { task: string; subject: { id: string } }[] }>(200, 'GET', '/api/tasks');
    expect(left.tasks.filter((task) => task.subject.id === at.id).map((task) => task.task)).toEqual(['recall_certificate']);
    expect(await outcome(state(s.board[0], at, { ...body, signer: s.board[0].account }))).toBe('decision.closed');
  });

  it('after the revocation the same person can be identified anew', async () => {
    const again = await propose(s.analyst, plan('clear'));
    expect(await codes(again.at)).toEqual(['decision.not_reviewed']);
  });
});

describe('what a proposal must say', () => {
  it('states the numbers of its run, digit for digit, and all that contradicts', async () => {
    const clear = plan('clear');
    const { numbers } = await check(s.analyst, clear);
    expect((await propose(s.analyst, clear, { lnLr: String(Number(numbers?.lnLr) + 1e-9) })).result.problem?.code).toBe('decision.numbers_differ');
    expect((await propose(s.analyst, clear, { dnaPosterior: '0.9999' })).result.problem?.code).toBe('decision.numbers_differ');
    expect((await propose(s.analyst, clear, { run: undefined })).result.problem?.code).toBe('decision.run_missing');
    const contradicted = plan('contradiction');
    expect((await check(s.analyst, contradicted)).contradictions.map((item) => item.key)).toContain('sex');
    expect((await propose(s.analyst, contradicted, { contradictions: [] })).result.problem?.code).toBe('decision.contradiction_unlisted');
  });

  it('names remains and a person that are there, once, in a scope of theirs', async () => {
    const clear = plan('clear');
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await propose(s.analyst, { ...clear, remains: [...clear.remains, nobody] })).result.problem?.code).toBe('decision.remains_unknown');
    expect((await propose(s.analyst, clear, { person: nobody })).result.problem?.code).toBe('decision.person_unknown');
    expect((await propose(s.analyst, { ...clear, remains: [...clear.remains, ...clear.remains] })).result.problem?.code).toBe('decision.remains_twice');
    expect((await propose(s.analyst, { ...clear, scope: s.demonstration.offices.laboratory })).result.problem?.code).toBe('decision.foreign_scope');
  });
});

describe('what stands against signing', () => {
  it('a contradiction, until it is explained; an explanation must answer one that is listed', async () => {
    const { at } = await propose(s.analyst, plan('contradiction'));
    expect(await outcome(review(s.board[0], at))).toBe('logged');
    expect(await codes(at)).toContain('decision.contradiction_open');
    expect(await outcome(sign(s.board[0], at, keys[0]))).toBe('decision.contradiction_open');
    const explain = (key: string) => state(s.analyst, at, { type: 'identification.contradiction_resolved', key, explanation: 'Позначено не ту клітинку (синтетично)' });
    expect(await outcome(explain('hair'))).toBe('decision.contradiction_unknown');
    expect(await outcome(explain('sex'))).toBe('logged');
    // The text has changed, so the review has lapsed with it.
    expect(await codes(at)).toEqual(['decision.not_reviewed']);
  });

  it('a brother who is missing too, until something that tells them apart is stated', async () => {
    const { at } = await propose(s.analyst, plan('brothers'));
    await review(s.board[0], at);
    expect(await codes(at)).toContain('decision.sibling_symmetric');
    expect(await outcome(sign(s.board[0], at, keys[0]))).toBe('decision.sibling_symmetric');
    const { siblings } = await check(s.analyst, plan('brothers'));
    const tell = (member: string) => state(s.analyst, at, { type: 'identification.discriminated', member, explanation: 'Зубна карта (синтетично)' });
    expect(await outcome(tell('nobody'))).toBe('decision.member_unknown');
    for (const sibling of siblings.filter((item) => item.state === 'missing' || item.state === 'unknown')) expect(await outcome(tell(sibling.id))).toBe('logged');
    expect(await codes(at)).not.toContain('decision.sibling_symmetric');
  });

  it('a marker with the name of somebody else is a contradiction of the proposal', async () => {
    const { contradictions } = await check(s.analyst, plan('wrongMarker', 1));
    expect(contradictions.map((item) => item.key)).toContain('marker_name');
  });

  it('consent withdrawn by a relative whose profile it rests on, from that moment; and a new run does not use the profile', async () => {
    const proposal = plan('reportedTwice');
    const { at } = await propose(s.analyst, proposal);
    expect(await codes(at)).not.toContain('decision.consent_withdrawn');
    const pair = await s.analyst.person.expect<{ familyId: string; pedigree: { members: { profile: string | null; relative: string | null }[] } }>(200, 'GET', `/api/candidates/${run}/${proposal.remains[0] ?? ''}/${proposal.person}`);
    const used = pair.pedigree.members.find((member) => member.profile !== null && member.relative !== null);
    const relative = await s.liaison.person.expect<{ subject: { id: string; scope: string } }>(200, 'GET', `/api/subjects/${used?.relative ?? ''}`);
    const [withdrawn] = await s.liaison.state({
      scope: relative.subject.scope, subject: relative.subject.id, kind: 'family',
      body: { type: 'relative.consent_withdrawn', basis: 'told', purposes: ['identification'], explanation: 'Синтетично' },
    });
    expect(withdrawn?.status).toBe('logged');
    await s.liaison.person.expect(200, 'GET', `/api/subjects/${relative.subject.id}?waitFor=${withdrawn?.index ?? 0}`);
    expect(await codes(at)).toContain('decision.consent_withdrawn');
    await review(s.board[0], at);
    expect(await outcome(sign(s.board[0], at, keys[0]))).toMatch(/^decision\./);
    expect((await check(s.analyst, proposal)).obstacles.map((item) => item.code)).toContain('decision.consent_withdrawn');
    const job = await runAs(s.laboratory, { theta: 0 });
    const { dropped } = await s.laboratory.person.expect<{ dropped: { profile: string; reason: string }[] }>(200, 'GET', `/api/runs/${job.run ?? ''}`);
    expect(dropped).toContainEqual(expect.objectContaining({ profile: used?.profile, reason: 'consent_withdrawn' }));
    // Consent given anew is consent.
    const [again] = await s.liaison.state({
      scope: relative.subject.scope, subject: relative.subject.id, kind: 'family', body: { type: 'relative.consented', basis: 'told', purposes: ['identification'] },
    });
    await s.liaison.person.expect(200, 'GET', `/api/subjects/${relative.subject.id}?waitFor=${again?.index ?? 0}`);
    expect(await codes(at)).not.toContain('decision.consent_withdrawn');
  });

  it('two bags of one person are covered by one decision, each by its own DNA or joined to one that is', async () => {
    const found = await check(s.analyst, plan('twoBags'));
    expect(found.meetsThreshold).toBe(true);
    expect(found.obstacles.map((item) => item.code)).not.toContain('decision.remains_not_linked');
    const foreign = plan('clear').remains[0] ?? '';
    const mixed = await check(s.analyst, { ...plan('twoBags'), remains: [...plan('twoBags').remains, foreign] });
    expect(mixed.obstacles.map((item) => item.code)).toContain('decision.remains_not_linked');
  });

  it('somebody has signed that these remains are not this person', async () => {
    const { remains, person } = plan('twoBags');
    const excluded = { type: 'pair.excluded', person, explanation: 'Синтетично' };
    const at = { id: remains[0] ?? '', scope: s.demonstration.sites.izium };
    expect(await outcome(state(s.analyst, at, { ...excluded, person: '00000000-0000-7000-8000-000000000000' }))).toBe('decision.person_unknown');
    const logged = await state(s.analyst, at, excluded);
    expect((await check(s.analyst, plan('twoBags'))).obstacles.map((item) => item.code)).toContain('decision.pair_excluded');
    expect(await outcome(state(s.analyst, at, { type: 'statement.withdrawn', explanation: 'помилка' }, [logged.id ?? ''], 'remains'))).toBe('logged');
    expect((await check(s.analyst, plan('twoBags'))).obstacles.map((item) => item.code)).not.toContain('decision.pair_excluded');
  });
});

describe('who may review and sign', () => {
  it('the proposer does not review, nor does a stale review count', async () => {
    const { at } = await propose(s.board[2], plan('clear'));
    expect(await outcome(review(s.board[2], at))).toBe('decision.reviewer_is_proposer');
    expect(await outcome(review(s.board[0], at, 'agreed', '0'.repeat(64)))).toBe('decision.hash_stale');
    expect(await outcome(sign(s.board[0], at, keys[0]))).toBe('decision.not_reviewed');
  });

  it('nobody signs for another, with another’s key, twice, over an old text, with a wrong signature or on paper', async () => {
    const { at } = await propose(s.analyst, plan('clear'));
    await review(s.board[0], at);
    const { hash } = await readState(s.board[0], at);
    const [anna, borys] = [s.board[0], s.board[1]];
    expect(await outcome(state(anna, at, { ...signatureBody(anna, keys[0], hash), signer: borys.account }))).toBe('decision.not_the_signer');
    expect(await outcome(state(anna, at, signatureBody(anna, keys[1], hash)))).toBe('access.signing_key_unknown');
    expect(await outcome(state(anna, at, signatureBody(anna, { ...keys[0], seed: keys[1].seed }, hash)))).toBe('access.decision_signature_wrong');
    expect(await outcome(state(anna, at, signatureBody(anna, keys[0], '0'.repeat(64))))).toBe('decision.hash_stale');
    expect(await outcome(state(anna, at, { ...signatureBody(anna, keys[0], hash), keyKind: 'paper' }))).toBe('decision.paper_not_taken');
    expect(await outcome(state(anna, at, { ...signatureBody(anna, keys[0], hash), keyKind: 'passkey' }))).toBe('access.signing_key_unknown');
    expect(await outcome(state(s.analyst, at, signatureBody(s.analyst, keys[0], hash)))).toBe('server.may_not_state');
    expect(await outcome(sign(anna, at, keys[0]))).toBe('logged');
    const second = await makeKey(anna, 'second');
    expect(await outcome(sign(anna, at, second))).toBe('decision.same_signer');
    expect(await outcome(state(s.board[2], at, { type: 'identification.dissented', signer: s.board[2].account, signerName: 'x', explanation: 'чекав би другої кістки' }))).toBe('logged');
    expect(await outcome(state(anna, at, { type: 'identification.certified', certificate: { authority: 'x', number: '1', on: '2022' } }))).toBe('decision.not_established');
  });
});

describe('a passkey', () => {
  it('signs in place of a passphrase key, on the host it was made for and nowhere else', async () => {
    const [, , member] = s.board;
    const host = `localhost:${s.server.port}`;
    const headers = { origin: `http://${host}`, host };
    const authenticator = new Authenticator();
    const { body: { options } } = await member.person.send<{ options: { challenge: string } }>('POST', '/api/keys/passkey/options', undefined, headers);
    const response = authenticator.register({ challenge: options.challenge, origin: headers.origin });
    const { body: { id: key } } = await member.person.send<{ id: string }>('POST', '/api/keys/passkey', { response, label: 'passkey' }, headers);
    const { at } = await propose(s.analyst, plan('clear'));
    await review(s.board[0], at);
    const { hash } = await readState(member, at);
    const by = (origin: string): Promise<string> => {
      const assertion = authenticator.assert({ challenge: Buffer.from(hash, 'hex').toString('base64url'), origin });
      return outcome(state(member, at, { type: 'identification.signed', decisionHash: hash, signer: member.account, signerName: 'x (synthetic)', keyKind: 'passkey', key, assertion: { ...assertion, origin } }));
    };
    expect(await by('http://elsewhere.example')).toBe('access.decision_signature_wrong');
    expect(await by('javascript:alert(1)')).toBe('access.decision_signature_wrong');
    expect(await by(headers.origin)).toBe('logged');
    expect((await readState(s.analyst, at)).signatures).toHaveLength(1);
  });
});

describe('two at once', () => {
  it('of two signatures by one person sent at the same moment one is taken', async () => {
    const { at } = await propose(s.analyst, plan('contradiction'));
    await state(s.analyst, at, { type: 'identification.contradiction_resolved', key: 'sex', explanation: 'Синтетично' });
    await review(s.board[0], at);
    const { hash } = await readState(s.board[0], at);
    const [anna] = s.board;
    const body = (key: SigningKey): TestStatement => ({ scope: at.scope, subject: at.id, kind: 'decision', body: { basis: 'decided', ...signatureBody(anna, key, hash) } });
    // From two devices of the same person, so that the chain does not decide it.
    const device = await new TestDevice(anna.account).enrol((method, url, payload) => anna.person.expect(200, method, url, payload));
    const second = await makeKey(anna, 'another');
    const answers = await Promise.all([anna.send([anna.device.sign(body(keys[0]))]), anna.send([device.sign(body(second))])]);
    const results = answers.flatMap((answer) => answer.results);
    expect(results.map((item) => item.status).sort()).toEqual(['logged', 'refused']);
    expect(results.find((item) => item.status === 'refused')?.problem?.code).toBe('decision.same_signer');
    // Either of the two may have been refused: if it was the one of her own device, that one goes on from the log.
    await rewind(anna, at.scope);
  });

  it('of two identifications of one person completed at the same moment exactly one stands', async () => {
    const first = await propose(s.analyst, plan('clear'));
    const second = await propose(s.analyst, plan('clear'));
    const [anna, borys] = [s.board[0], s.board[1]];
    for (const { at } of [first, second]) {
      await review(s.board[2], at);
      expect(await outcome(sign(anna, at, keys[0]))).toBe('logged');
    }
    const device = await new TestDevice(borys.account).enrol((method, url, payload) => borys.person.expect(200, method, url, payload));
    const entry = async (at: Place, by: TestDevice) => {
      const { hash } = await readState(borys, at);
      return by.sign({ scope: at.scope, subject: at.id, kind: 'decision', body: { basis: 'decided', ...signatureBody(borys, keys[1], hash) } });
    };
    const sent = [await entry(first.at, borys.device), await entry(second.at, device)];
    const results = (await Promise.all(sent.map((item) => borys.send([item])))).flatMap((answer) => answer.results);
    expect(results.map((item) => item.status).sort()).toEqual(['logged', 'refused']);
    expect(results.find((item) => item.status === 'refused')?.problem?.code).toMatch(/^decision\.(person|remains)_identified$/);
    const index = Math.max(...results.map((item) => item.index ?? 0));
    await s.analyst.person.expect(200, 'GET', `/api/subjects/${first.at.id}?waitFor=${index}`);
    const stages = [(await readState(s.analyst, first.at)).stage, (await readState(s.analyst, second.at)).stage];
    expect(stages.sort()).toEqual(['established', 'reviewed']);
  });
});

describe('the register', () => {
  it('rebuilt from the ledger holds the same candidates, signatures and decisions', async () => {
    const { ledger, derivations, now } = s.server.context;
    await ledger.folder.waitForAll(ledger.state.size);
    const finding = await compareRegister(ledger.worker, ledger.state.size, { now: now(), derivations });
    expect(finding.wrong).toEqual([]);
  });
});

