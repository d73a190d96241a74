import { makeProblem } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { contradictionSide, wordedObstacle } from './contradiction-words.ts';
import { remedyOf } from './obstacle-advice.ts';
import { identificationCode, stepsOf } from './stages.ts';

const signature = { entry: 'e', index: 0, by: 'a', at: '', basis: 'decided', type: 'identification.signed', value: {}, files: [] };
const states = (stage: Parameters<typeof stepsOf>[0]['stage'], signatures = 0) => stepsOf({ stage, signatures: Array.from({ length: signatures }, () => signature) }).map((step) => step.state).join(' ');

describe('the way of an identification', () => {
  it('goes from proposal over review and two signatures to the act of the authority', () => {
    expect(states('proposed')).toBe('done now open open open');
    expect(states('reviewed')).toBe('done done now open open');
    expect(states('reviewed', 1)).toBe('done done done now open');
    expect(states('established', 2)).toBe('done done done done now');
    expect(states('certified', 2)).toBe('done done done done done');
  });

  it('stops at the review when returned, and whole when revoked', () => {
    expect(states('returned')).toBe('done stopped open open open');
    expect(states('revoked', 2)).toBe('stopped stopped stopped stopped stopped');
  });
});

describe('the code of an identification', () => {
  it('follows from the code of the remains and is never given twice', () => {
    expect(identificationCode('IZM-A-0042-K', new Set())).toBe('ID-IZM-A-0042-K');
    expect(identificationCode('IZM-A-0042-K', new Set(['ID-IZM-A-0042-K', 'ID-IZM-A-0042-K-2']))).toBe('ID-IZM-A-0042-K-3');
    expect(identificationCode('X'.repeat(60), new Set([`ID-${'X'.repeat(33)}`])).length).toBeLessThanOrEqual(40);
  });
});

describe('what can be done about an obstacle', () => {
  it('follows from its code, with what the form needs to know', () => {
    expect(remedyOf(makeProblem('decision.contradiction_open', { key: 'sex', found: 'female', reported: 'male' }))).toEqual({ kind: 'explain_contradiction', key: 'sex', found: 'female', reported: 'male' });
    expect(remedyOf(makeProblem('decision.sibling_symmetric', { member: 'b', label: 'Borys' }))).toEqual({ kind: 'tell_apart', member: 'b', label: 'Borys', state: 'missing' });
    expect(remedyOf(makeProblem('decision.dna_below_threshold', { posterior: '0.9', threshold: '0.9995' }))).toEqual({ kind: 'propose_anew' });
    expect(remedyOf(makeProblem('decision.revoked'))).toEqual({ kind: 'none' });
  });
});

describe('a listed contradiction', () => {
  it('is read with units and in words, not as the proposal stores it', async () => {
    const { en } = await import('../i18n/en/index.ts');
    await i18next.init({ lng: 'en', defaultNS: 'common', resources: { en }, interpolation: { escapeValue: false } });
    const words = { t: i18next.getFixedT('en', 'matches'), language: 'en' } as const;
    expect(contradictionSide('sex', 'female', words)).toBe('female');
    expect(contradictionSide('age IZM-1 2', '18–36', words)).toBe('18–36 years');
    expect(contradictionSide('stature', '1640–1770', words)).toBe('164–177 cm');
    expect(contradictionSide('marker_name', 'Synthetic Anna', words)).toBe('Synthetic Anna');
    const obstacle = wordedObstacle(makeProblem('decision.contradiction_open', { key: 'age', found: '18–36', reported: '60–60' }), words);
    expect(obstacle.details).toMatchObject({ found: '18–36 years', reported: '60 years' });
  });
});
