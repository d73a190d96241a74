import type { CodeWords } from '../words.ts';
import { edtfCodes } from './edtf.ts';
import { exchangeFileCodes } from './exchange-files.ts';
import { exchangeValueCodes } from './exchange-values.ts';

/** Dates and imports. */
export const exchangeCodes = {
  ...edtfCodes,
  ...exchangeFileCodes,
  ...exchangeValueCodes,
} as const satisfies Record<string, CodeWords>;
