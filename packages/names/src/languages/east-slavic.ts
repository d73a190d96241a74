import { eastSlavicGivenNames } from '../given/given-name-lines.ts';
import { givenNameShares } from '../given/given-name-shares.ts';
import { surnameShares } from '../model/surname-shares.ts';
import type { Community } from './community.ts';
import { latinConventions } from './latin-conventions.ts';

/** Ukrainian and Russian names. */
export const eastSlavic: Community = {
  code: 'east-slavic',
  languages: ['uk', 'ru'],
  givenNames: eastSlavicGivenNames,
  givenShares: givenNameShares,
  surnameShares,
  conventions: latinConventions,
  tellingLetters: '',
  tellingWords: [],
  customs: {
    repeated: [80, 150, 300],
    absent: [70, 70, 0],
    surnameFirst: 0,
    surnameInside: 120,
    patronymicAlone: 150,
    givenAsSurname: 120,
    patronymicAsSurname: 150,
    hasFathersChain: false,
    isConsonantal: false,
    compoundStarts: {},
    particles: [],
    fatherMarks: [],
    articles: [],
  },
  // Estimated.
  soundShares: {
    a: 95, o: 95, e: 75, i: 50, y: 45, u: 45, n: 85, k: 85, r: 65, v: 55, l: 55, s: 50, t: 40, m: 35, j: 40, C: 40, d: 28, p: 28, h: 22, b: 22,
    z: 18, c: 14, S: 16, x: 12, Z: 10, g: 10, f: 7,
  },
};
