import { refuse } from '@imena/problem';
import { oneLine } from './clean-text.ts';
import { nothingStated, type FoundText } from './document.ts';

const cueTime = /^\s*(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})/;
/** A silence this long ends a paragraph. */
const pauseMs = 4000;

/**
 * The words of subtitles joined to running text: a pause or another voice begins a paragraph, lines shown twice stand once.
 *
 * Refuses with `exchange.document_no_cues`.
 */
export function readSubtitles(text: string): FoundText {
  const paragraphs: string[] = [];
  let current: string[] = [];
  let lastEnd = 0;
  let lastLine = '';
  let cues = 0;
  const end = (): void => {
    if (current.length > 0) paragraphs.push(current.join(' '));
    current = [];
  };
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => cueTime.test(line));
    const match = at === -1 ? null : cueTime.exec(lines[at] ?? '');
    if (match === null) continue;
    cues += 1;
    const start = momentMs(match.slice(1, 5));
    if (start - lastEnd >= pauseMs) end();
    lastEnd = momentMs(match.slice(5, 9));
    for (const raw of lines.slice(at + 1)) {
      const voice = /<v(?:\.[^\s>]*)?\s+([^>]{1,120})>/.exec(raw)?.[1];
      const line = oneLine(raw.replace(/<[^>]{0,200}>/g, '').replace(/\{\\[^}]{0,50}\}/g, ''));
      if (line === '' || line === lastLine) continue;
      lastLine = line;
      if (voice !== undefined || /^[-–—]\s/.test(line)) end();
      current.push(voice === undefined ? line.replace(/^[-–—]\s+/, '') : `${oneLine(voice)}: ${line}`);
    }
  }
  end();
  if (cues === 0) refuse('exchange.document_no_cues');
  return { ...nothingStated, text: paragraphs.join('\n\n'), issues: [] };
}

function momentMs(parts: readonly (string | undefined)[]): number {
  const [hours = '0', minutes = '0', seconds = '0', ms = '0'] = parts;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);
}
