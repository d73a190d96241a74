import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of shared conformance cases beside the repository. */
export const casesFolder = resolve(import.meta.dirname, '../../../../../shared/cases');

/** Whether the shared cases are here; tests over them are skipped, by name, where they are not. */
export const hasCases = existsSync(casesFolder);
if (!hasCases) process.stderr.write(`skipped: the shared cases are not at ${casesFolder}\n`);

/** Reads a JSON file of the shared cases; an empty object where they are absent and the test will be skipped. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows the shape of the file it names
export function readCases<Shape>(path: string): Shape {
  const text = hasCases ? readFileSync(resolve(casesFolder, path), 'utf8') : '{}';
  return JSON.parse(text) as Shape;
}

/** A text of the vectors: UTF-8, or base64 where it is not valid UTF-8. */
export type VectorText = { readonly utf8: string } | { readonly base64: string };

export function vectorBytes(text: VectorText): Uint8Array {
  return new Uint8Array(Buffer.from('utf8' in text ? text.utf8 : text.base64, 'utf8' in text ? 'utf8' : 'base64'));
}

export function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
