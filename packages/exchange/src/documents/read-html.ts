import { refuse } from '@imena/problem';
import { Parser } from 'htmlparser2';
import { warningAt, type Issue } from '../issue.ts';
import { oneLine } from './clean-text.ts';
import { documentLimits, type FoundText } from './document.ts';
import { makePageFacts, type PageFacts } from './page-facts.ts';

/** What a reader of the page never sees as text of the page, or sees on every page of the site alike. */
const unread = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'select', 'button', 'textarea', 'canvas', 'video', 'audio', 'nav', 'aside', 'footer', 'form', 'head', 'dialog']);
const blocks = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'tr', 'blockquote', 'pre', 'figure', 'figcaption', 'address', 'hr', 'body', 'html', 'time']);
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

interface Block {
  readonly text: string;
  readonly isInArticle: boolean;
}

/** Shorter articles are teasers beside the text. */
const shortestArticle = 200;

/**
 * The visible text of a saved page, a block a paragraph; scripts and styles are never text. Where the page marks its
 * article, only that is taken, and an issue says so.
 *
 * Refuses with `exchange.document_too_deep`, `exchange.document_too_long`.
 */
export function readHtml(html: string, fileName: string): FoundText {
  const facts = makePageFacts();
  const found = readBlocks(html, facts);
  const article = found.filter((block) => block.isInArticle);
  const isArticle = article.reduce((sum, block) => sum + block.text.length, 0) >= shortestArticle && article.length < found.length;
  const { issues: stated, ...page } = facts.stated(fileName);
  const issues: Issue[] = [...stated];
  if (isArticle) issues.push(warningAt({ file: fileName }, 'exchange.document_article_only', { blocks: found.length - article.length }));
  return { text: (isArticle ? article : found).map((block) => block.text).join('\n\n'), ...page, issues };
}

function readBlocks(html: string, facts: PageFacts): Block[] {
  const found: Block[] = [];
  let current = '';
  let characters = 0;
  let depth = 0;
  /** Depth at which an unread element was opened; 0 while reading. */
  let unreadFrom = 0;
  let articles = 0;
  const end = (): void => {
    const lines = current.split('\u0000').map(oneLine).filter((one) => one !== '');
    if (lines.length > 0) found.push({ text: lines.join('\n'), isInArticle: articles > 0 });
    current = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      facts.open(name, attributes, articles > 0);
      if (voids.has(name)) {
        if (name === 'br') current += '\u0000';
        return;
      }
      depth += 1;
      if (depth > documentLimits.depth) refuse('exchange.document_too_deep', { limit: documentLimits.depth });
      if (unreadFrom === 0 && (unread.has(name) || isHidden(attributes))) unreadFrom = depth;
      if (blocks.has(name)) end();
      if (name === 'td' || name === 'th') current += ' ';
      if (name === 'article' || name === 'main') articles += 1;
    },
    ontext(text) {
      facts.text(text);
      if (unreadFrom > 0) return;
      characters += text.length;
      if (characters > documentLimits.characters) refuse('exchange.document_too_long', { limit: documentLimits.characters });
      current += text.replaceAll('\u0000', ' ');
    },
    oncomment: (text) => facts.comment(text),
    onclosetag(name) {
      facts.close(name);
      if (voids.has(name)) return;
      if (blocks.has(name)) end();
      if (name === 'article' || name === 'main') articles -= 1;
      if (unreadFrom === depth) unreadFrom = 0;
      depth -= 1;
    },
  }, { decodeEntities: true });
  parser.write(html);
  parser.end();
  end();
  return found;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style'] ?? '');
}
