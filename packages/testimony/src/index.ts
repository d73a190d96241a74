export { extractStatements } from './extract-statements.ts';
export { checkBreakdowns, type Breakdown } from './reconcile/breakdowns.ts';
export { reconcile } from './reconcile/reconcile.ts';
export type {
  Bound,
  Channel,
  LanguageCode,
  LinkRelation,
  Modality,
  Quantity,
  QuoteType,
  ReadDocument,
  SourceDocument,
  Speaker,
  SpeakerType,
  StatedDate,
  StatedPeriod,
  Statement,
  StatementKind,
  StatementLink,
  StatementRef,
  TextSpan,
} from './types.ts';
