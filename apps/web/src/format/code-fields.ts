import type { codeLists } from '@imena/record';

/** The name of a code list of the register. */
export type CodeListName = Exclude<keyof typeof codeLists, never>;

/**
 * Which code list a field's values belong to, by the name of the field in the statement; a test compares this with the
 * schemas of all statement types. `name` paths stand for fields that carry another list inside an object.
 */
export const codeFields: Readonly<Record<string, CodeListName>> = {
  basis: 'bases', clock: 'clocks', absent: 'absences',
  officeKind: 'officeKinds', areaType: 'areaTypes', confidence: 'confidences',
  markerType: 'markerTypes', script: 'scripts', graveType: 'graveTypes', formation: 'graveFormations',
  completeness: 'completenesses', condition: 'conditions', sampleType: 'sampleTypes',
  relation: 'relations', outcome: 'outcomes', purposes: 'consentPurposes', state: 'lifeStates',
  claimKind: 'claimKinds', quoteType: 'quoteTypes', modality: 'modalities', bound: 'bounds',
  reliability: 'reliabilities', credibility: 'credibilities', means: 'notificationMeans', keyKind: 'keyKinds', method: 'positionMethods',
  sex: 'sexes', element: 'boneElements', side: 'boneSides', joint: 'boneJoints', grade: 'jointGrades', military: 'militaryStatuses', thing: 'numberedKinds', finding: 'toothFindings',
};

/** Fields whose list depends on the statement they stand in. */
export const codeFieldsByType: Readonly<Record<string, Readonly<Record<string, CodeListName>>>> = {
  'remains.presumed': { ground: 'presumptionGrounds' },
  'remains.reassociated': { ground: 'reassociationGrounds' },
  'identification.proposed': { ground: 'identificationGrounds' },
  'identification.reviewed': { verdict: 'reviewVerdicts' },
  'person.compared': { verdict: 'mergeGrounds' },
  'profile.haplotype_counted': { lineage: 'lineages' },
  'profile.low_template_stated': { ground: 'dropOutGrounds' },
  'weights.chosen': { origin: 'weightOrigins' },
  'burial.placed': { verdict: 'placementVerdicts' },
  'claim.linked': { relation: 'claimRelations' },
  'claim.link_rejected': { relation: 'claimRelations' },
  'claim.stated': { type: 'speakerTypes' },
  'person.reported': { kind: 'nameKinds' }, 'person.described': { kind: 'nameKinds' }, 'relative.registered': { kind: 'nameKinds' },
  'examination.made': { value: 'sexes' },
  'site.confirmed': { stage: 'siteStages' }, 'site.secured': { stage: 'siteStages' }, 'site.opened': { stage: 'siteStages' }, 'site.closed': { stage: 'siteStages' },
  'grave.opened': { stage: 'graveStages' }, 'grave.emptied': { stage: 'graveStages' }, 'grave.found_empty': { stage: 'graveStages' },
  'sample.sent': { stage: 'sampleStages' }, 'sample.received': { stage: 'sampleStages' }, 'sample.consumed': { stage: 'sampleStages' }, 'sample.failed': { stage: 'sampleStages' },
};

/** The code list of a field, in the statement of a type where that matters. */
export function codeListOf(field: string, type?: string): CodeListName | undefined {
  return (type === undefined ? undefined : codeFieldsByType[type]?.[field]) ?? codeFields[field];
}
