import { refuse } from '@imena/problem';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { warningAt, type Issue } from '../issue.ts';
import { oneLine } from './clean-text.ts';
import { nothingStated, type FoundText } from './document.ts';
import { readHtml } from './read-html.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * An e-mail: sender, day and subject in front, then its text part, or the visible text of its page part. Lines of
 * earlier mail keep the `>` that marks them. Attachments are named in issues, not read.
 *
 * Refuses with `exchange.document_damaged` (no message, or parts nested beyond reason).
 */
export async function readMail(bytes: Uint8Array, fileName: string): Promise<FoundText> {
  const mail = await parse(bytes);
  if (mail.from === undefined && mail.subject === undefined && mail.date === undefined) refuse('exchange.document_damaged');
  const page = mail.text === undefined && mail.html !== undefined ? readHtml(mail.html, fileName) : null;
  const sentOn = dayOf(mail.headers.find(({ key }) => key === 'date')?.value);
  const names = mail.attachments.map((one) => one.filename ?? one.mimeType);
  const issues: Issue[] = names.length === 0 ? [] : [warningAt({ file: fileName }, 'exchange.document_attachments', { names: names.slice(0, 20).join(', ').slice(0, 300) })];
  const from = mail.from === undefined ? null : nameOf(mail.from);
  const head = [from === null ? '' : `From: ${from}`, sentOn === null ? '' : `Date: ${sentOn}`, mail.subject === undefined ? '' : `Subject: ${oneLine(mail.subject)}`].filter((line) => line !== '');
  return {
    ...nothingStated, text: `${head.join('\n')}\n\n${page?.text ?? mail.text ?? ''}`, title: mail.subject === undefined ? null : oneLine(mail.subject).slice(0, 300) || null,
    outlet: from, publishedOn: sentOn, language: page?.language ?? null, issues,
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 3 });
  } catch {
    // The parser throws plain errors for every limit and for broken structure alike.
    return refuse('exchange.document_damaged');
  }
}

function nameOf(address: Address): string {
  return oneLine(address.name === '' ? (address.address ?? '') : address.name).slice(0, 200);
}

/** The day that the sender's own clock had: `Fri, 16 Sep 2022 23:50:00 +0300` is the 16th everywhere. */
function dayOf(header: string | undefined): string | null {
  const match = /(?:^|\s|,)(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\b/.exec(header ?? '');
  const month = months.indexOf((match?.[2] ?? '').toLowerCase());
  return match === null || month === -1 ? null : `${String(match[3])}-${String(month + 1).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
}
