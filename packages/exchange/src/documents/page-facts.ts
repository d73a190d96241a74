import { warningAt, type Issue } from '../issue.ts';
import { isoDay, languageCode, oneLine } from './clean-text.ts';
import type { FoundText } from './document.ts';

/** Gathers what a page says of itself in its markup while it is walked once. */
export interface PageFacts {
  open(name: string, attributes: Readonly<Record<string, string>>, isInArticle: boolean): void;
  text(text: string): void;
  close(name: string): void;
  comment(text: string): void;
  /** What was found; of days that differ none is taken, and an issue names them. */
  stated(fileName: string): Omit<FoundText, 'text'>;
}

const dateNames = new Set(['article:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date', 'citation_publication_date', 'og:article:published_time']);
const largestLinkedData = 1_000_000;

export function makePageFacts(): PageFacts {
  const meta = new Map<string, string>();
  const days: string[] = [];
  /** `<time>` names other days too: the day of an event, of a comment. It counts only where all of them agree. */
  const times = new Set<string>();
  let language: string | null = null;
  let url: string | null = null;
  let title = '';
  let linked = '';
  let reading: 'title' | 'linked' | null = null;
  const data: LinkedData[] = [];
  const addDay = (text: string | undefined): void => {
    const day = isoDay(text);
    if (day !== null) days.push(day);
  };
  return {
    open(name, attributes, isInArticle) {
      if (name === 'html') language = languageCode(attributes['lang'] ?? attributes['xml:lang']);
      if (name === 'title' && title === '') reading = 'title';
      if (name === 'script' && (attributes['type'] ?? '').toLowerCase().trim() === 'application/ld+json') reading = 'linked';
      if (name === 'link' && attributes['rel'] === 'canonical') url ??= webAddress(attributes['href']);
      if (name === 'time') {
        if ('pubdate' in attributes || attributes['itemprop'] === 'datePublished') addDay(attributes['datetime']);
        const day = isInArticle ? isoDay(attributes['datetime']) : null;
        if (day !== null) times.add(day);
      }
      if (name !== 'meta') return;
      const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase();
      const content = attributes['content'];
      if (key === '' || content === undefined) return;
      if (dateNames.has(key)) addDay(content);
      if (!meta.has(key)) meta.set(key, content);
    },
    text(text) {
      if (reading === 'title') title += text;
      if (reading === 'linked' && linked.length < largestLinkedData) linked += text;
    },
    close(name) {
      if (reading === 'title' && name === 'title') reading = null;
      if (reading === 'linked' && name === 'script') {
        data.push(...readLinkedData(linked));
        linked = '';
        reading = null;
      }
    },
    comment(text) {
      // Browsers note in a saved page where it came from.
      url ??= webAddress(/^\s*saved from url=\(\d+\)(\S+)/i.exec(text)?.[1]);
    },
    stated(fileName) {
      for (const one of data) addDay(one.publishedOn);
      const different = [...new Set(days.length > 0 ? days : times)];
      const issues: Issue[] = different.length > 1 ? [warningAt({ file: fileName }, 'exchange.document_dates_differ', { days: different.slice(0, 5).join(', ') })] : [];
      return {
        title: shortLine(meta.get('og:title') ?? data.find((one) => one.headline !== undefined)?.headline ?? title),
        outlet: shortLine(meta.get('og:site_name') ?? data.find((one) => one.publisher !== undefined)?.publisher ?? ''),
        publishedOn: different.length === 1 ? (different[0] ?? null) : null,
        url: url ?? webAddress(meta.get('og:url')),
        language: language ?? languageCode(meta.get('og:locale')),
        issues,
      };
    },
  };
}

function shortLine(text: string): string | null {
  const line = oneLine(text).slice(0, 300);
  return line === '' ? null : line;
}

/** Only addresses of the web: a `javascript:` address is nothing to keep. */
function webAddress(text: string | undefined): string | null {
  return text !== undefined && text.length <= 1000 && /^https?:\/\/[^\s"'<>]+$/i.test(text) ? text : null;
}

interface LinkedData {
  readonly headline: string | undefined;
  readonly publishedOn: string | undefined;
  readonly publisher: string | undefined;
}

/** Articles in JSON-LD; what is no JSON says nothing. */
function readLinkedData(json: string): LinkedData[] {
  const value = parsed(json);
  const graph = isObject(value) && Array.isArray(value['@graph']) ? (value['@graph'] as readonly unknown[]) : Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return graph.filter(isObject).filter((one) => 'datePublished' in one || 'headline' in one).map((one) => ({
    headline: textOf(one['headline']), publishedOn: textOf(one['datePublished']), publisher: isObject(one['publisher']) ? textOf(one['publisher']['name']) : undefined,
  }));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
