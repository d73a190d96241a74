import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { formatListedProbability } from '../format/index.ts';
import { en } from '../i18n/en/index.ts';
import { uk } from '../i18n/uk/index.ts';
import type { AuditedIdentity } from './audit-api.ts';
import { evidenceWords } from './evidence-line.ts';

beforeAll(() => i18next.init({ resources: { en, uk }, lng: 'uk', defaultNS: 'common', ns: Object.keys(uk), interpolation: { escapeValue: false } }));

type Evidence = AuditedIdentity['evidence'][number];
const words = (language: 'en' | 'uk', one: Pick<Evidence, 'kind' | 'log10Lr'> & { readonly found?: string; readonly reported?: string }) => {
  const plain = (text: string | undefined): Evidence['found'] => (text === undefined ? null : { en: text, uk: text });
  return evidenceWords({ ...one, found: plain(one.found), reported: plain(one.reported), verdict: 'open', counts: true }, i18next.getFixedT(language, 'audit'), language);
};

it('what was found stands beside what was reported, days and centimetres in the reader’s language', () => {
  expect(words('uk', { kind: 'age', log10Lr: 0.11, found: '27–57', reported: '1968-09-13' })).toEqual({ name: uk.audit.kinds.age, weight: '+0,1', sides: { found: '27–57', reported: '13 вересня 1968 року' } });
  expect(words('uk', { kind: 'height', log10Lr: -0.2, found: '170.4', reported: '179' })).toEqual({ name: uk.audit.kinds.height, weight: '−0,2', sides: { found: '170,4 см', reported: '179 см' } });
  expect(words('en', { kind: 'seen', log10Lr: 0, found: '2022-03/2022-09', reported: '1957' }).sides?.found).not.toContain('/');
  expect(words('en', { kind: 'birth', log10Lr: 0, found: '1957' }).sides).toEqual({ found: '1957', reported: '—' });
});

it('DNA that was cut says that it says at least so much, and nothing where there is nothing to lay beside', () => {
  expect(words('uk', { kind: 'dna', log10Lr: -30 })).toEqual({ name: uk.audit.kinds.dna, weight: '≤ −30', sides: null });
  expect(words('en', { kind: 'dna', log10Lr: 30 }).weight).toBe('≥ +30');
  expect(words('en', { kind: 'dna', log10Lr: -4.26 }).weight).toBe('−4.3');
});

it('that an identity is wrong is never said to be certain, nor impossible', () => {
  expect([1, 0.99999, 0.2, 1e-9, 0].map((wrong) => formatListedProbability(wrong, 'en'))).toEqual(['>\u00a099.99\u00a0%', '>\u00a099.99\u00a0%', '20\u00a0%', '<\u00a00.01\u00a0%', '<\u00a00.01\u00a0%']);
});
