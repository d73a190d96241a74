export * as codeLists from './code-lists.ts';
export { type Role, type SubjectKind } from './code-lists.ts';
export { checkCharacter, isValidCode, makeCode } from './codes.ts';
export {
  agreedValue, distinctValues, foldSubject, isErased, shownValue, stableText,
  type EntryFile, type EntryState, type Erased, type FoldEntry, type HistoryItem, type ListItem, type Origin, type StandingValue, type Subject,
} from './fold.ts';
export { checkPrepared, countRows, statementsOf, type ImportStatement } from './import/check-prepared.ts';
export {
  type ExistingSubject, type ImportIssue, type ImportRow, type ImportSetting, type ImportTable, type ImportTarget, type PreparedBody, type PreparedImport,
  type PreparedRow, type PresentChoice,
} from './import/import-rows.ts';
export { nextPersonNumber, personCode } from './import/person-code.ts';
export { type GraveContext } from './import/prepare-graves.ts';
export { type JournalContext } from './import/prepare-journal.ts';
export { nameKey, scriptOf, type MissingContext } from './import/prepare-missing.ts';
export { prepareProfiles, type ProfileContext, type ProfileOwner } from './import/prepare-profiles.ts';
export { type RemainsContext } from './import/prepare-remains.ts';
export { rowsToStatements, type TableContext } from './import/rows-to-statements.ts';
export { administratorRoles, loggedKinds, mayRead, mayState, readableKinds } from './rules/access.ts';
export { blindSubject, hasSignedFindings } from './rules/blind.ts';
export {
  decisionContent, decisionHash, decisionObstacles, decisionState, defaultDnaThreshold, interchangeableMembers, signatureObstacle,
  type DecisionContext, type DecisionStage, type DecisionState,
} from './rules/decision.ts';
export { commonShape, type Body, type StatementType } from './statement.ts';
export { entryKindOf, parseBody, statementType, statementTypes } from './statements/index.ts';
export { type PedigreeMember } from './statements/person.ts';
export { type LowTemplate } from './statements/remains.ts';
export { type Quantity } from './statements/source.ts';
export { formatName, nameTexts, readingText, summarise, type Link, type Summary } from './summary/summarise.ts';
export { statusOf } from './summary/status.ts';
export { type GridPoint, type PersonName, type Place, type Reading } from './values.ts';
