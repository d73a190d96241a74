export * as codeLists from './code-lists.ts';
export { type Role, type SubjectKind } from './code-lists.ts';
export { checkCharacter, isValidCode, makeCode } from './codes.ts';
export {
  agreedValue, distinctValues, foldSubject, isErased, shownValue, stableText,
  type EntryFile, type EntryState, type Erased, type FoldEntry, type HistoryItem, type ListItem, type Origin, type StandingValue, type Subject,
} from './fold.ts';
export { administratorRoles, loggedKinds, mayRead, mayState, readableKinds } from './rules/access.ts';
export { blindSubject, hasSignedFindings } from './rules/blind.ts';
export {
  decisionContent, decisionHash, decisionObstacles, decisionState, defaultDnaThreshold, interchangeableMembers, signatureObstacle,
  type DecisionContext, type DecisionStage, type DecisionState,
} from './rules/decision.ts';
export { commonShape, type Body, type StatementType } from './statement.ts';
export { entryKindOf, parseBody, statementType, statementTypes } from './statements/index.ts';
export { type PedigreeMember } from './statements/person.ts';
export { type Quantity } from './statements/source.ts';
export { formatName, nameTexts, readingText, summarise, type Link, type Summary } from './summary/summarise.ts';
export { statusOf } from './summary/status.ts';
export { type GridPoint, type PersonName, type Place, type Reading } from './values.ts';
