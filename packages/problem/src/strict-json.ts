import { refuse, type Json } from './problem.ts';

/** Deepest nesting of arrays and objects that is read; deeper input is refused before the stack is in danger. */
export const maximumJsonDepth = 64;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loneSurrogate = /\p{Surrogate}/u;
const numberPattern = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;

/**
 * Reads JSON as RFC 8259 writes it and RFC 7493 (I-JSON) narrows it: no duplicate keys, no lone surrogates, no
 * number that overflows, no integer that a double would silently change, no byte order mark, nothing after the
 * value, at most 64 levels. `__proto__` becomes an ordinary own property.
 *
 * Integers beyond 2^53 are read when their double prints as the same digits, so what is shown is what was written.
 *
 * @param text the JSON text, or its UTF-8 bytes.
 * @throws Problem `json.*` with the offset (UTF-16 units) where reading stopped.
 */
export function parseStrictJson(text: string | Uint8Array): Json {
  const source = typeof text === 'string' ? text : decodeBytes(text);
  const bad = loneSurrogate.exec(source);
  if (bad !== null) refuse('json.lone_surrogate', { offset: bad.index });
  return new Reader(source).readDocument();
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse('json.utf8', {});
  }
}

// A class because it has a life: a position that moves through one text.
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): Json {
    if (this.#text.charCodeAt(0) === 0xfeff) refuse('json.byte_order_mark', {});
    const value = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#refuseSyntax();
    return value;
  }

  #value(depth: number): Json {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case '{': return this.#object(this.#deeper(depth));
      case '[': return this.#array(this.#deeper(depth));
      case '"': return this.#string();
      case 't': return this.#word('true', true);
      case 'f': return this.#word('false', false);
      case 'n': return this.#word('null', null);
      default: return this.#number();
    }
  }

  #deeper(depth: number): number {
    if (depth >= maximumJsonDepth) refuse('json.too_deep', { offset: this.#at, maximum: maximumJsonDepth });
    return depth + 1;
  }

  #object(depth: number): Json {
    const out: Record<string, Json> = {};
    this.#at += 1;
    this.#skipSpace();
    if (this.#take('}')) return out;
    do {
      this.#skipSpace();
      const offset = this.#at;
      if (this.#text[offset] !== '"') this.#refuseSyntax();
      const key = this.#string();
      if (Object.hasOwn(out, key)) refuse('json.duplicate_key', { key, offset });
      this.#skipSpace();
      if (!this.#take(':')) this.#refuseSyntax();
      const value = this.#value(depth);
      if (key === '__proto__') {
        // A plain assignment would replace the prototype instead of making a property.
        Object.defineProperty(out, key, { value, enumerable: true, writable: true, configurable: true });
      } else {
        out[key] = value;
      }
      this.#skipSpace();
    } while (this.#take(','));
    if (!this.#take('}')) this.#refuseSyntax();
    return out;
  }

  #array(depth: number): Json {
    const out: Json[] = [];
    this.#at += 1;
    this.#skipSpace();
    if (this.#take(']')) return out;
    do {
      out.push(this.#value(depth));
      this.#skipSpace();
    } while (this.#take(','));
    if (!this.#take(']')) this.#refuseSyntax();
    return out;
  }

  #string(): string {
    const start = this.#at;
    let escaped = false;
    for (this.#at += 1; ; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      // NaN (the end of the text) fails this comparison too.
      if (!(code >= 0x20)) this.#refuseSyntax();
      if (code === 0x5c) {
        escaped = true;
        this.#at += 1;
      }
    }
    this.#at += 1;
    if (!escaped) return this.#text.slice(start + 1, this.#at - 1);
    return unescape(this.#text.slice(start, this.#at), start);
  }

  #number(): number {
    numberPattern.lastIndex = this.#at;
    const match = numberPattern.exec(this.#text);
    if (match === null) this.#refuseSyntax();
    const literal = match[0];
    const value = Number(literal);
    if (!Number.isFinite(value)) refuse('json.number_too_large', { number: literal.slice(0, 40), offset: this.#at });
    const isInteger = match[1] === undefined && match[2] === undefined;
    if (isInteger && !Number.isSafeInteger(value) && String(value) !== literal) {
      refuse('json.integer_not_exact', { number: literal.slice(0, 40), offset: this.#at });
    }
    this.#at += literal.length;
    return value;
  }

  #word(word: string, value: boolean | null): boolean | null {
    if (!this.#text.startsWith(word, this.#at)) this.#refuseSyntax();
    this.#at += word.length;
    return value;
  }

  #take(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #refuseSyntax(): never {
    refuse('json.syntax', { offset: this.#at });
  }
}

// JSON.parse knows every escape of RFC 8259 and no other; only the surrogates it lets through are ours to catch.
function unescape(literal: string, offset: number): string {
  let value: unknown;
  try {
    value = JSON.parse(literal);
  } catch {
    refuse('json.syntax', { offset });
  }
  if (typeof value !== 'string') refuse('json.syntax', { offset });
  if (loneSurrogate.test(value)) refuse('json.lone_surrogate', { offset });
  return value;
}
