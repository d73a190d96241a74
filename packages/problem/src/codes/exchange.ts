import type { CodeWords } from '../words.ts';

export const exchangeCodes = {} as const satisfies Record<string, CodeWords>;
