import { extractStatements } from '@imena/testimony';

/** A day that a text seems to name as that of its publication, and the words in which it does. */
export interface OfferedDay {
  readonly day: string;
  readonly words: string;
}

const searched = 5000;
const mostLines = 20;
const mostWords = 160;

/** The day that the head of a text states; null where it states none. It is offered to a person, never taken. */
export function offeredDay(text: string): OfferedDay | null {
  const head = text.slice(0, searched);
  const day = dayOf(head);
  if (day === null) return null;
  const lines = head.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, mostLines);
  const words = lines.find((line) => dayOf(line) === day) ?? lines[0] ?? '';
  return { day, words: words.length > mostWords ? `${words.slice(0, mostWords)}…` : words };
}

function dayOf(text: string): string | null {
  return extractStatements({ id: '', text, publishedOn: null }).publishedOn;
}
