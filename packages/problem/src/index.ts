export { makeProblem, ProblemError, refuse, type Json, type Problem, type ProblemPlace } from './problem.ts';
export { describeProblem, problemStatus, type CodeWords, type Language } from './words.ts';
export { codes } from './codes/index.ts';
export { maximumJsonDepth, parseStrictJson } from './strict-json.ts';
export { parseEdtf, readEdtf } from './edtf.ts';
export type {
  Edtf,
  EdtfDate,
  EdtfEnd,
  EdtfInstant,
  EdtfInterval,
  EdtfKind,
  EdtfOneOf,
  EdtfPoint,
  EdtfSeason,
} from './edtf-types.ts';
export { describeEdtf } from './edtf-words.ts';
export { compareEdtf, edtfAgeRange, edtfAgreement, edtfOverlaps, type AgeRange } from './edtf-compare.ts';
export { parseDateInput, type DateInputOptions } from './edtf-input.ts';
