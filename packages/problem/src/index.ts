export { makeProblem, ProblemError, refuse, type Json, type Problem, type ProblemPlace } from './problem.ts';
export { describeProblem, problemStatus, type CodeWords, type Language } from './words.ts';
export { codes } from './codes/index.ts';
export { maximumJsonDepth, parseStrictJson } from './strict-json.ts';
