import type { CodeWords } from '../words.ts';

export const kinshipCodes = {} as const satisfies Record<string, CodeWords>;
