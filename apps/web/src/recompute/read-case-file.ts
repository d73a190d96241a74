import { famToCase, readFam, type Issue } from '@imena/exchange';
import { parseStrictJson } from '@imena/problem';

/** A case as a file holds it, with what had to be left out of it. */
export interface OpenedCase {
  readonly json: unknown;
  readonly issues: readonly Issue[];
}

/** Reads `kinship-case/1` JSON, or a Familias file by its ending. @throws Problem `json.*`, `exchange.fam_*` */
export function readCaseFile(bytes: Uint8Array, fileName: string): OpenedCase {
  if (!/\.fam$/i.test(fileName)) return { json: parseStrictJson(withoutMark(bytes)), issues: [] };
  const { file, issues } = readFam(bytes, { fileName });
  const made = famToCase(file, { id: fileName.replace(/\.fam$/i, ''), fileName });
  return { json: made.case, issues: [...issues, ...made.issues] };
}

/** Editors of some systems put a byte order mark before UTF-8. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
