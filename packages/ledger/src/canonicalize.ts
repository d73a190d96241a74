import serialize from 'canonicalize';
import { maximumJsonDepth, parseStrictJson, refuse, type Json } from '@imena/problem';
import { encodeUtf8 } from './codecs.ts';

const loneSurrogate = /\p{Surrogate}/u;

/**
 * The canonical text (RFC 8785, JCS) of a JSON text.
 * @throws Problem `json.*` for input that is not I-JSON (duplicate keys, lone surrogates, overflow, byte order
 * mark, anything after the value) or is nested deeper than 64 levels.
 */
export function canonicalize(json: string): string {
  return canonicalizeValue(parseStrictJson(json));
}

/**
 * The canonical text (RFC 8785) of a value.
 * @throws Problem `json.not_json`, `json.lone_surrogate` or `json.too_deep` naming the path. A property that is
 * `undefined` is refused too: what is left out of signed bytes must be left out on purpose.
 */
export function canonicalizeValue(value: Json): string {
  checkJson(value, { path: '', depth: 0 });
  const text = serialize(value);
  // The type of the library allows it for `undefined`, which the check above has refused.
  if (text === undefined) refuse('json.not_json', { path: '' });
  return text;
}

/** The canonical UTF-8 bytes (RFC 8785) of a value. @throws as `canonicalizeValue` */
export function canonicalBytes(value: Json): Uint8Array {
  return encodeUtf8(canonicalizeValue(value));
}

// The guard before the serialiser, which would skip `undefined`, call `toJSON` and recurse without end.
function checkJson(value: unknown, at: { readonly path: string; readonly depth: number }): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    checkText(value, at.path);
    return;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse('json.not_json', { path: at.path });
    return;
  }
  if (typeof value !== 'object') refuse('json.not_json', { path: at.path });
  if (at.depth >= maximumJsonDepth) refuse('json.too_deep', { offset: 0, maximum: maximumJsonDepth });
  const depth = at.depth + 1;
  if (Array.isArray(value)) {
    // By index, because `forEach` would skip the holes of a sparse array.
    for (let i = 0; i < value.length; i++) checkJson(value[i], { path: `${at.path}/${i}`, depth });
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse('json.not_json', { path: at.path });
  for (const [key, member] of Object.entries(value)) {
    checkText(key, at.path);
    checkJson(member, { path: `${at.path}/${key}`, depth });
  }
}

function checkText(text: string, path: string): void {
  const found = loneSurrogate.exec(text);
  if (found !== null) refuse('json.lone_surrogate', { offset: found.index, path });
}
