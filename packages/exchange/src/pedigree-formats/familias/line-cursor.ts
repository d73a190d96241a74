import { refuse } from '@imena/problem';
import { visible } from '../../issue.ts';
import { checkEntries } from '../text-file.ts';

/**
 * Walks the part of a `.fam` file in which a line means what its position says. A line of the wrong kind refuses the
 * file: whatever came after it would be read as something else.
 *
 * Refuses with `exchange.fam_format`, `exchange.fam_cut_short`, `exchange.too_many_entries`.
 */
export class LineCursor {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** Number of the line read last, from 1. */
  get row(): number {
    return this.#at;
  }

  rest(): readonly string[] {
    return this.#lines.slice(this.#at);
  }

  /** The line `ahead` after the next one, without moving. */
  peek(ahead = 0): string {
    return this.#lines[this.#at + ahead]?.trim() ?? '';
  }

  line(field: string): string {
    const line = this.#lines[this.#at++];
    return line === undefined ? refuse('exchange.fam_cut_short', { field }, { row: this.#lines.length, field }) : line.trim();
  }

  /** A text in quotation marks. */
  text(field: string): string {
    const line = this.line(field);
    if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) this.#wrong(line, field);
    return line.slice(1, -1);
  }

  number(field: string): number {
    const line = this.line(field);
    if (!/^-?\d+(\.\d*)?([eE][+-]?\d{1,3})?$/.test(line)) this.#wrong(line, field);
    return Number(line);
  }

  integer(field: string): number {
    const value = this.number(field);
    if (!Number.isSafeInteger(value)) this.#wrong(String(value), field);
    return value;
  }

  /** How many entries follow. */
  count(field: string): number {
    const value = this.integer(field);
    if (value < 0) this.#wrong(String(value), field);
    checkEntries(value);
    return value;
  }

  /** `#TRUE#` or `#FALSE#`, whatever the program writes after it. */
  flag(field: string): boolean {
    const line = this.line(field);
    const match = /^#(TRUE|FALSE)#/.exec(line);
    return match === null ? this.#wrong(line, field) : match[1] === 'TRUE';
  }

  #wrong(text: string, field: string): never {
    return refuse('exchange.fam_format', { text: visible(text), field }, { row: this.#at, field });
  }
}
