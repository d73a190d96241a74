import { checkIssueCount, errorAt, visible, type Issue } from '../../issue.ts';

/** A line of GEDCOM with the lines under it. */
export interface GedcomNode {
  readonly row: number;
  /** Identifier of a record, without its signs. */
  readonly xref: string | null;
  readonly tag: string;
  readonly value: string;
  readonly under: GedcomNode[];
}

const lineForm = /^\s*(\d{1,2}) +(?:@([^@\s][^@]*)@ +)?([A-Za-z0-9_]+)(?: (.*))?$/;

/** The records of a file. Lines that are no GEDCOM, or lie deeper than the line before allows, are left out with an issue. */
export function readGedcomLines(lines: readonly string[], { file, issues }: { readonly file: string; readonly issues: Issue[] }): readonly GedcomNode[] {
  const records: GedcomNode[] = [];
  const open: GedcomNode[] = [];
  lines.forEach((line, at) => {
    const row = at + 1;
    if (line.trim() === '') return;
    const [, depth = '', xref = null, tag = '', value = ''] = lineForm.exec(at === 0 ? line.replace(/^\ufeff/, '') : line) ?? [];
    const level = Number(depth);
    if (tag === '' || level > open.length) {
      issues.push(errorAt({ file, row }, 'exchange.gedcom_line', { text: visible(line) }));
      checkIssueCount(issues);
      return;
    }
    const node: GedcomNode = { row, xref, tag: tag.toUpperCase(), value, under: [] };
    open.length = level;
    (open.at(-1)?.under ?? records).push(node);
    open.push(node);
  });
  return records;
}

/** The first line of that tag under another; null without one. */
export function under(node: GedcomNode | null, ...tags: readonly string[]): GedcomNode | null {
  let here = node;
  for (const tag of tags) here = here?.under.find((one) => one.tag === tag) ?? null;
  return here;
}

/** The record that a line points to; null for no pointer and for `@VOID@`. */
export function pointer(node: GedcomNode | null): string | null {
  const xref = /^@([^@]+)@$/.exec(node?.value.trim() ?? '')?.[1];
  return xref === undefined || xref === 'VOID' ? null : xref;
}
