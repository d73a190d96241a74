import { describe, expect, it } from 'vitest';
import { foldSubject, type FoldEntry, type Subject } from '../fold.ts';
import type { Body } from '../statement.ts';
import { parseBody } from '../statements/index.ts';
import { decisionHash, decisionObstacles, decisionState, interchangeableMembers, signatureObstacle, type DecisionContext } from './decision.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [scope, identification, remains, person, anna, borys] = [uuid(1), uuid(2), uuid(3), uuid(4), uuid(5), uuid(6)];

const proposal = {
  type: 'identification.proposed', basis: 'decided', code: 'ID-1', remains: [remains], person, ground: 'dna',
  lnLr: '20', prior: '0.01', dnaPosterior: '0.99999', contradictions: [], argument: 'Синтетичний приклад',
};

function fold(bodies: readonly unknown[]): Subject {
  const entries: FoldEntry[] = bodies.map((body, index) => ({
    id: uuid(100 + index), index, scope, subject: identification, kind: 'decision', by: 'account', device: 'd', at: '2022-10-01T10:00:00+03:00',
    supersedes: [], body: parseBody(body), files: [],
  }));
  const subject = foldSubject(entries);
  if (subject === null) throw new Error('no subject');
  return subject;
}

const context: DecisionContext = { dnaThreshold: 0.9995, remains: [], pedigree: [], member: null };
const codes = (subject: Subject, given: Partial<DecisionContext> = {}): string[] => decisionObstacles(subject, { ...context, ...given }).map((problem) => problem.code);
const review = (subject: Subject): Body => parseBody({ type: 'identification.reviewed', basis: 'decided', verdict: 'agreed', decisionHash: decisionHash(subject), explanation: 'ok' });
const signature = (subject: Subject, signer: string, key: string): Body =>
  parseBody({ type: 'identification.signed', basis: 'decided', decisionHash: decisionHash(subject), signer, signerName: 'Синтетична особа', keyKind: 'passphrase', key, signature: 'AA==' });

describe('rules of decision', () => {
  it('blocks until reviewed', () => {
    const subject = fold([proposal]);
    expect(codes(subject)).toEqual(['decision.not_reviewed']);
    expect(codes(fold([proposal, review(subject)]))).toEqual([]);
  });

  it('blocks a posterior of DNA alone below the threshold, whatever else agrees', () => {
    expect(codes(fold([{ ...proposal, dnaPosterior: '0.9994' }]))).toContain('decision.dna_below_threshold');
    expect(codes(fold([{ ...proposal, dnaPosterior: undefined }]))).toContain('decision.dna_below_threshold');
  });

  it('blocks on a contradiction until it is explained', () => {
    const contradicted = { ...proposal, contradictions: [{ key: 'sex', found: 'female', reported: 'male' }] };
    expect(codes(fold([contradicted]))).toContain('decision.contradiction_open');
    const resolution = { type: 'identification.contradiction_resolved', basis: 'decided', key: 'sex', explanation: 'journal misread' };
    expect(codes(fold([contradicted, resolution]))).not.toContain('decision.contradiction_open');
  });

  it('blocks while a full sibling is unknown or missing, until something that tells them apart is signed', () => {
    const member = (id: string, state: string) => ({ id, father: 'f', mother: 'm', sex: 'male', state }) as const;
    const pedigree = [member('x', 'missing'), member('y', 'missing'), member('z', 'unknown'), member('w', 'dead')] as unknown as DecisionContext['pedigree'];
    expect(codes(fold([proposal]), { pedigree, member: 'x' })).toEqual(expect.arrayContaining(['decision.sibling_symmetric', 'decision.sibling_unknown']));
    const told = ['y', 'z'].map((name) => ({ type: 'identification.discriminated', basis: 'decided', member: name, explanation: 'teeth' }));
    expect(codes(fold([proposal, ...told]), { pedigree, member: 'x' }).filter((code) => code.startsWith('decision.sibling'))).toEqual([]);
    expect(interchangeableMembers(pedigree, 'x').map((item) => item.id)).toEqual(['y', 'z', 'w']);
  });

  it('is established by two people with two keys, and not by one person or one key twice', () => {
    const base = fold([proposal]);
    const twice = fold([proposal, review(base), signature(base, anna, 'k1'), signature(base, anna, 'k2')]);
    expect(decisionState(twice).stage).toBe('reviewed');
    const oneKey = fold([proposal, review(base), signature(base, anna, 'k1'), signature(base, borys, 'k1')]);
    expect(decisionState(oneKey).stage).toBe('reviewed');
    const both = fold([proposal, review(base), signature(base, anna, 'k1'), signature(base, borys, 'k2')]);
    expect(decisionState(both).stage).toBe('established');
  });

  it('refuses a second signature of the same person, of the same key, or over an older text', () => {
    const base = fold([proposal]);
    const once = fold([proposal, review(base), signature(base, anna, 'k1')]);
    const hash = decisionHash(base);
    expect(signatureObstacle(once, { signer: anna, key: 'k9', decisionHash: hash })?.code).toBe('decision.same_signer');
    expect(signatureObstacle(once, { signer: borys, key: 'k1', decisionHash: hash })?.code).toBe('decision.same_key');
    expect(signatureObstacle(once, { signer: borys, key: 'k2', decisionHash: '0'.repeat(64) })?.code).toBe('decision.hash_stale');
    expect(signatureObstacle(once, { signer: borys, key: 'k2', decisionHash: hash })).toBeNull();
  });

  it('lets earlier signatures lapse when an explanation is added, because the text they cover has changed', () => {
    const base = fold([proposal]);
    const both = [proposal, review(base), signature(base, anna, 'k1'), signature(base, borys, 'k2')];
    const changed = fold([...both, { type: 'identification.discriminated', basis: 'decided', member: 'y', explanation: 'later' }]);
    expect(decisionState(changed).stage).toBe('proposed');
  });

  it('shows a revoked identification as revoked, whatever was signed', () => {
    const base = fold([proposal]);
    const revoked = fold([proposal, review(base), signature(base, anna, 'k1'), signature(base, borys, 'k2'), { type: 'identification.revoked', basis: 'decided', explanation: 'swap found', signer: anna, signerName: 'x' }]);
    expect(decisionState(revoked).stage).toBe('revoked');
    expect(codes(revoked)).toEqual(['decision.revoked']);
  });

  it('asks for a second reading when the examiner knew the presumed name', () => {
    const examined = (knew: boolean): FoldEntry => ({
      id: uuid(knew ? 301 : 302), index: 1, scope, subject: remains, kind: 'examination', by: 'a', device: 'd', at: '2022-09-20T10:00:00+03:00', supersedes: [], files: [],
      body: parseBody({ type: 'examination.made', basis: 'observed', examiner: 'x', exposure: { knew } }),
    });
    const recovered: FoldEntry = { ...examined(false), id: uuid(300), index: 0, kind: 'remains', body: parseBody({ type: 'remains.recovered', basis: 'observed', site: scope, code: 'X', completeness: 'complete' }) };
    const foldRemains = (entries: FoldEntry[]): Subject[] => [foldSubject(entries)].filter((item) => item !== null);
    expect(codes(fold([proposal]), { remains: foldRemains([recovered, examined(true)]) })).toContain('decision.exposure_unanswered');
    expect(codes(fold([proposal]), { remains: foldRemains([recovered, examined(true), examined(false)]) })).not.toContain('decision.exposure_unanswered');
  });
});
