import type { CodeWords } from '../words.ts';

export const recordCodes = {} as const satisfies Record<string, CodeWords>;
