import type { ImportSetting, ImportTable, PreparedImport } from './import-rows.ts';
import { prepareGraves, type GraveContext } from './prepare-graves.ts';
import { prepareJournal, type JournalContext } from './prepare-journal.ts';
import { prepareMissing, type MissingContext } from './prepare-missing.ts';
import { prepareRemains, type RemainsContext } from './prepare-remains.ts';

/** What the register and the person say about a list, beyond its rows. */
export type TableContext = GraveContext | JournalContext | RemainsContext | MissingContext;

/**
 * Turns the mapped rows of a list into the statements they would make; nothing is checked or signed yet.
 * @param table rows whose cells could be read; rows keep their number in the file
 * @returns one prepared row a row of the file, with issues of `web.import_*`
 */
export function rowsToStatements(table: ImportTable, context: TableContext, setting: ImportSetting): PreparedImport {
  switch (context.target) {
    case 'graves': return prepareGraves(table, context, setting);
    case 'journal': return prepareJournal(table, context, setting);
    case 'remains': return prepareRemains(table, context, setting);
    case 'missing': return prepareMissing(table, context, setting);
  }
}
