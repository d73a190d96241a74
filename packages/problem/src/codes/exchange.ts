import type { CodeWords } from '../words.ts';
import { edtfCodes } from './edtf.ts';
import { exchangeDocumentCodes } from './exchange-documents.ts';
import { exchangeFileCodes } from './exchange-files.ts';
import { exchangePedigreeCodes } from './exchange-pedigrees.ts';
import { exchangeValueCodes } from './exchange-values.ts';

/** Dates and imports. */
export const exchangeCodes = {
  ...edtfCodes,
  ...exchangeDocumentCodes,
  ...exchangeFileCodes,
  ...exchangePedigreeCodes,
  ...exchangeValueCodes,
} as const satisfies Record<string, CodeWords>;
