export { type RecordState, type Statement } from './record-statement.ts';
export { useRecord, useRecordAll, refresh } from './use-record.ts';
export { envelopeKindOf } from './entry-kind.ts';
export { decidingStatements } from './deciding-statements.ts';
