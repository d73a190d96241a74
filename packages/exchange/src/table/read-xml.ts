import { refuse } from '@imena/problem';

export interface XmlHandler {
  /** `name` without its prefix. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Sticky, so that no text is looked at twice. */
const attributeForm = /\s*([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * Walks XML text once and calls the handler. Reads what spreadsheets write: elements, attributes, text, CDATA,
 * comments, the five entities and character numbers. No document types, so that no entity can be defined.
 *
 * Refuses with `exchange.workbook_damaged`, `exchange.workbook_doctype`.
 */
export function readXml(text: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    const before = tag === -1 ? text.slice(at) : text.slice(at, tag);
    if (before !== '' && open.length > 0) handler.text(unescape(before));
    if (tag === -1) break;
    if (text.startsWith('<!--', tag)) at = after(text, '-->', tag + 4);
    else if (text.startsWith('<![CDATA[', tag)) {
      const end = after(text, ']]>', tag + 9);
      handler.text(text.slice(tag + 9, end - 3));
      at = end;
    } else if (text.startsWith('<?', tag)) at = after(text, '?>', tag + 2);
    else if (text.startsWith('<!', tag)) refuse('exchange.workbook_doctype');
    else {
      const end = tagEnd(text, tag + 1);
      at = end + 1;
      handleTag(text.slice(tag + 1, end), open, handler);
    }
  }
  if (open.length > 0) refuse('exchange.workbook_damaged');
}

const deepest = 100;

function handleTag(inside: string, open: string[], handler: XmlHandler): void {
  if (inside.startsWith('/')) {
    const name = local(inside.slice(1).trim());
    if (open.pop() !== name) refuse('exchange.workbook_damaged');
    handler.close(name);
    return;
  }
  const empty = inside.endsWith('/');
  const nameEnd = /[\s/]/.exec(inside)?.index ?? inside.length;
  const name = local(inside.slice(0, nameEnd));
  if (name === '' || open.length >= deepest) refuse('exchange.workbook_damaged');
  const attributes = readAttributes(inside.slice(nameEnd, empty ? -1 : undefined));
  handler.open(name, attributes);
  if (empty) handler.close(name);
  else open.push(name);
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    attributeForm.lastIndex = at;
    const match = attributeForm.exec(text);
    if (match === null) refuse('exchange.workbook_damaged');
    const [whole, key = '', double, single] = match;
    attributes.set(local(key), unescape(double ?? single ?? ''));
    at += whole.length;
  }
  return attributes;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? refuse('exchange.workbook_damaged') : at + sign.length;
}

/** The closing bracket of a tag; brackets inside attribute values do not count. */
function tagEnd(text: string, from: number): number {
  let quote: string | null = null;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (quote !== null) {
      if (sign === quote) quote = null;
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  return refuse('exchange.workbook_damaged');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (_, hexadecimal?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? refuse('exchange.workbook_damaged');
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) refuse('exchange.workbook_damaged');
      return String.fromCodePoint(code);
    },
  );
}
