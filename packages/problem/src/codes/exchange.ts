import type { CodeWords } from '../words.ts';
import { edtfCodes } from './edtf.ts';

export const exchangeCodes = {
  ...edtfCodes,
} as const satisfies Record<string, CodeWords>;
