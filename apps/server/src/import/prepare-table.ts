import { createHash } from 'node:crypto';
import { applyMapping, guessMapping, readProfiles, readTable, targets, type Issue, type Mapping } from '@imena/exchange';
import { checkPrepared, prepareProfiles, rowsToStatements, type ImportSetting, type ImportTarget, type PreparedImport } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { readProfileContext, readTableContext, type Declared } from './read-import-context.ts';

export interface TableRequest {
  readonly target: ImportTarget;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Id of the site or office the rows belong to. */
  readonly scope: string;
  /** Which column gives which field; guessed from the header where null. Profiles need none. */
  readonly mapping: Mapping | null;
  readonly declared: Declared;
  readonly demonstration: boolean;
  readonly newId: () => string;
}

export interface PreparedTable {
  readonly prepared: PreparedImport;
  readonly mapping: Mapping | null;
  readonly unmappedColumns: readonly string[];
}

/**
 * Reads a file and prepares what each row would state, compared with the register as it stands; nothing is written.
 * @throws Problem `exchange.*` for the whole file, `import.scope_unknown`, `import.scope_not_site`
 */
export async function prepareTable(worker: Database, request: TableRequest): Promise<PreparedTable> {
  const { target, bytes, fileName, scope, declared, demonstration, newId } = request;
  const table = readTable(bytes, { fileName });
  const setting: ImportSetting = { fileName, scope, demonstration, newId };
  if (target === 'profiles') {
    const profiles = readProfiles(table, {});
    const importFile = createHash('sha256').update(bytes).digest('hex');
    const prepared = prepareProfiles(profiles, await readProfileContext(worker, { importFile, declared }), setting);
    return { prepared: checkPrepared(together(prepared, profiles.issues, []), fileName), mapping: null, unmappedColumns: [] };
  }
  const mapping = request.mapping ?? guessMapping(table.columns, targets[target]);
  const mapped = applyMapping(table, mapping, targets[target]);
  const prepared = rowsToStatements(mapped, await readTableContext(worker, { target, scope, declared }), setting);
  return { prepared: checkPrepared(together(prepared, mapped.issues, mapped.heldBack), fileName), mapping, unmappedColumns: mapped.unmappedColumns };
}

/** What was found while reading stands before what was found while preparing. */
function together(prepared: PreparedImport, issues: readonly Issue[], heldBack: readonly number[]): PreparedImport {
  return { ...prepared, issues: [...issues, ...prepared.issues], heldBack: [...heldBack, ...prepared.heldBack] };
}
