import { parseStrictJson, ProblemError, type Json } from '@imena/problem';
import { isRecord } from '../format/index.ts';

/** A body as an object; null where there is none or it is no JSON object. The verification says in words what is wrong. */
export function readBody(text: string | null): Readonly<Record<string, Json>> | null {
  if (text === null) return null;
  try {
    const value = parseStrictJson(text);
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
