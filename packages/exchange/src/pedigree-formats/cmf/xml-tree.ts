import { refuse } from '@imena/problem';
import { SaxesParser } from 'saxes';
import { visible } from '../../issue.ts';
import { pedigreeLimits } from '../text-file.ts';

export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly row: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const deepest = 20;
const mostElements = 2_000_000;
/** Most elements have no attributes; a map for each would be half the memory. */
const none: ReadonlyMap<string, string> = new Map();

/**
 * Reads XML whole into elements. A document type is refused before anything is taken from it, so no entity can be
 * defined, fetched or expanded; only the five of XML itself and character numbers are known.
 *
 * Refuses with `exchange.xml_doctype`, `exchange.xml_damaged`, `exchange.too_many_entries`.
 */
export function readXmlTree(text: string): XmlElement {
  // The parser gives a document type only when it is over; the refusal must not depend on its end being there.
  const declared = text.indexOf('<!DOCTYPE');
  if (declared !== -1 && !/<[A-Za-z_]/.test(text.slice(0, declared))) refuse('exchange.xml_doctype');
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  const roots: XmlElement[] = [];
  let elements = 0;
  parser.on('error', (error) => refuse('exchange.xml_damaged', { reason: visible(error.message) }, { row: parser.line }));
  parser.on('doctype', () => refuse('exchange.xml_doctype', {}, { row: parser.line }));
  parser.on('opentag', (tag) => {
    if (open.length >= deepest) refuse('exchange.xml_damaged', { reason: `depth > ${deepest}` }, { row: parser.line });
    if (++elements > mostElements) refuse('exchange.too_many_entries', { limit: mostElements });
    const given = Object.values(tag.attributes);
    const attributes = given.length === 0 ? none : new Map(given.map(({ local, value }) => [local, value]));
    const element: XmlElement = { name: tag.local, namespace: tag.uri, row: parser.line, attributes, children: [], text: '' };
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const add = (more: string): void => {
    const here = open.at(-1);
    if (here === undefined) return;
    here.text += more;
    if (here.text.length > pedigreeLimits.lineCharacters) refuse('exchange.line_too_long', { limit: pedigreeLimits.lineCharacters }, { row: parser.line });
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return roots[0] ?? refuse('exchange.xml_damaged', { reason: 'no element' });
}
