export { adviceInput, adviceMarkers, listAdvice, type AdviceChoice, type AdvisedCase } from './dna/advice.ts';
export { assembleFamily, assembleRunInput, hasWithdrawnConsent, type RunSubjects } from './dna/assemble.ts';
export { explainPair, exportPair, locatePair, scorePair, type Alternative, type LocatedPair, type PairExplanation, type PairKey } from './dna/explain.ts';
export { type OccupancySubjects } from './dna/assemble-occupants.ts';
export { answerOfGroup, competingPairs, solveGroupOf, type JointAnswer, type JointQuestion } from './dna/joint.ts';
export { runView, type JointPairKey, type JointView } from './dna/number-pairs.ts';
export { occupantOdds } from './dna/occupants.ts';
export { type LinkedOut } from './dna/linked-markers.ts';
export { relations, relationTo, type Relation } from './dna/relation.ts';
export { prepareFamily, runDna, type RunOptions } from './dna/run.ts';
export {
  type DirectPair, type DroppedProfile, type DroppedProfileReason, type FailedComparison, type LeftOutFamily, type LeftOutReason,
  type JudgedRunOccupant, type RunFamily, type RunInput, type RunMember, type RunMutation, type RunOccupancy, type RunOccupant, type RunPair, type RunParameters, type RunProfile, type RunResult,
} from './dna/types.ts';
export { compareX, type XAlleles, type XEvidence } from './dna/x-evidence.ts';
export { compareEvidence, contradictionsOf, evidenceText, type Contradiction, type EvidenceInput, type EvidenceRow, type Verdict } from './evidence/compare.ts';
export { learnFellegiSunter, matchProbability, patternWeight, type FellegiSunter, type LearnFellegiSunter, type Pattern, type PatternCount } from './learn/fellegi-sunter.ts';
export { candidatesOf, weighKinds, type EvidenceKind, type FoundCandidate, type KindWeight } from './match/candidates-of.ts';
export { leaveOutFound, leftOutKind, type LeftOutKind } from './match/leave-out.ts';
export { type JudgedOccupant, type OccupiedPerson } from './match/occupied.ts';
export { type OutsideWeight } from './match/outside-weight.ts';
export { openTasks, type MatchAnswer, type MatchTask } from './match/match-tasks.ts';
export { openDuplicates, settleDuplicates, type DuplicatePair, type WeighedReports } from './duplicates/find-duplicates.ts';
export { rangesOf, type Range } from './match/ranges.ts';
export { openMatching, type Matching, type OpenOptions } from './match/open-matching.ts';
export { measureBlockingLoss, type BlockingLoss } from './match/blocking-loss.ts';
export { matchLists, matchSteps, stageOf, type Candidate, type Matched, type MatchedRemains, type MatchOptions, type ProposedDuplicate } from './match/match-lists.ts';
export { inOrderOfIds } from './records/in-order.ts';
export { parseMissing, parseRemains } from './records/parse-record.ts';
export type { RowNote, RowPlace } from './records/row-fields.ts';
export type { FoundRemains, MissingReport, Sex, StatedDate } from './records/types.ts';
export { defaultSettings, type EvidenceSettings } from './evidence/parameters.ts';
export { answerNonGenetic, type NonGeneticAnswer } from './evidence/non-genetic-case.ts';
export { auditIdentities, type AuditInput } from './audit/audit-identities.ts';
export { groundErrors, groundKinds, identityGrounds, type IdentityGround } from './audit/audit-settings.ts';
export type { AuditedEvidence, AuditedIdentity, AuditKind, BetterFit, StandingIdentity } from './audit/types.ts';
export { describeMismatch } from './reconciliation/describe-mismatch.ts';
export { readJournalName } from './reconciliation/read-journal-name.ts';
export { reconcileBurials } from './reconciliation/reconcile-burials.ts';
export type {
  FoundIndividual, Grave, JournalLink, JournalRow, LinkWeight, ListName, Marker, Mismatch, MismatchKind, ReconciledLine, Reconciliation, ReconciliationDecision, ReconciliationInput,
} from './reconciliation/types.ts';
export { countFromPairs, fewestPairs, type MostLikelyNumber, type NumberFromPairs, type PairCountOptions, type PairCounts } from './reassociation/count-from-pairs.ts';
export { countIndividuals, type CountByElement, type CountByGroup, type CountSource, type MinimumNumber } from './reassociation/count-individuals.ts';
export { elements, type Element } from './reassociation/elements.ts';
export { asymmetries, fitGrades, joints, type FitGrade, type Joint } from './reassociation/size-tables.ts';
export { associationOf, weighParts, type MeasuredSpecimen, type PartsReason, type PartsWeight } from './reassociation/weigh-parts.ts';
export { matchPairs, type Asymmetry, type MeasuredBone, type PairCandidate, type PairMatching } from './reassociation/match-pairs.ts';
export { reassociate, type AssociationConflict, type ProposedIndividual, type Reassociation } from './reassociation/reassociate.ts';
export type { AgainstReason } from './reassociation/reasons-against.ts';
export { associationBases, type Association, type AssociationBasis, type Side, type Specimen } from './reassociation/types.ts';
export { openEvidenceBasis, weighedKinds, weighEvidence, type EvidenceBasis, type WeighedKind, type WeighedRow } from './subjects/weigh-evidence.ts';
export { reportOfPerson } from './subjects/from-subjects.ts';
export { openNearestPersons, type NearestPerson, type RegisterLists } from './subjects/nearest-persons.ts';
export { nameReasonsBetween, openDuplicateSearch, type DuplicateProposal, type DuplicateSearch } from './subjects/propose-duplicates.ts';
export { reconcileSubjects, type SiteReconciliation, type SiteSubjects, type StatedDecision } from './subjects/reconcile-subjects.ts';
export { auditSubjects, standingIdentities, type AuditedSubjects, type RegisteredIdentity } from './subjects/audit-subjects.ts';
export { individualsOf, type IndividualsCounted, type IndividualsInput, type PartsProposal, type SameProfile, type StatedPair } from './subjects/individuals-of.ts';
