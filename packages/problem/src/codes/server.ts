import type { CodeWords } from '../words.ts';

export const serverCodes = {} as const satisfies Record<string, CodeWords>;
