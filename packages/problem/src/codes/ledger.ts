import type { CodeWords } from '../words.ts';

export const ledgerCodes = {} as const satisfies Record<string, CodeWords>;
