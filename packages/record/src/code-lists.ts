/**
 * Code lists of the register. Sources: shared reference on site and context codes, injury and dental codes, Admiralty
 * grading and the statement schema; a value is never renamed once an entry may hold it.
 */
export const bases = ['observed', 'measured', 'told', 'document', 'computed', 'decided'] as const;
export const clocks = ['stated', 'device', 'document', 'estimated', 'unknown'] as const;

/** Why a value is not there; five different things (design, invariants). */
export const absences = ['not_observed', 'not_assessable', 'refused', 'not_asked', 'absent'] as const;

export const subjectKinds = [
  'office', 'site', 'area', 'grave', 'burial_record', 'remains', 'sample', 'profile', 'person', 'family', 'relative',
  'source', 'claim', 'identification', 'run', 'device', 'heads', 'erasure',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const officeKinds = ['installation', 'family_liaison', 'laboratory', 'mortuary', 'press'] as const;
export const siteStages = ['suspected', 'confirmed', 'secured', 'opened', 'closed'] as const;
export const areaTypes = ['civilian', 'military', 'mass_grave', 'trench', 'tank_emplacement', 'military_post', 'cemetery', 'search', 'other'] as const;
export const confidences = ['low', 'moderate', 'high', 'cannot_be_judged'] as const;
export const positionMethods = ['total_station', 'gnss', 'tape', 'plan', 'photogrammetry', 'estimated'] as const;

export const graveTypes = ['single', 'multiple', 'mass', 'surface', 'unknown'] as const;
export const graveFormations = ['primary', 'secondary', 'tertiary', 'robbed', 'disturbed', 'reburial', 'unknown'] as const;
export const graveStages = ['marked', 'opened', 'emptied', 'found_empty'] as const;
export const markerTypes = ['wooden_cross', 'metal_cross', 'stone', 'board', 'other', 'none'] as const;
export const scripts = ['Cyrl', 'Latn', 'Arab', 'unknown'] as const;

/** The lines that a haplotype follows: Y-STR from father to son, mtDNA from mother to child. */
export const lineages = ['paternal', 'maternal'] as const;
/** What the probabilities of drop-out and drop-in of a low-template profile rest on. */
export const dropOutGrounds = ['replicates', 'validation', 'quantity', 'file', 'assumed'] as const;
export const placementVerdicts = ['lies_here', 'lies_elsewhere'] as const;

export const completenesses = ['complete', 'nearly_complete', 'partial', 'body_part', 'commingled', 'fragments'] as const;
export const conditions = ['fresh', 'decomposed', 'partly_skeletonised', 'skeletonised', 'mummified', 'burnt', 'not_assessable'] as const;
export const sexes = ['male', 'female', 'undetermined'] as const;
export const presumptionGrounds = ['marker', 'papers', 'clothing', 'recognition', 'journal', 'earlier_identification', 'other'] as const;
export const reassociationGrounds = ['articulation', 'dna', 'pair_match', 'refit', 'field_observation', 'other'] as const;

/** Service at the time of death or disappearance. */
export const militaryStatuses = ['civilian', 'military', 'police', 'unknown'] as const;
/** Things that carry a number only one person has. */
export const numberedKinds = ['implant', 'passport', 'id_card', 'military_id', 'tax_number', 'bank_card', 'phone', 'device', 'other'] as const;
/** Findings of one tooth; own stable codes (shared reference, dental codes). */
export const toothFindings = [
  'present_sound', 'missing_unknown_time', 'missing_antemortem', 'missing_postmortem', 'missing_congenital', 'unerupted', 'impacted', 'root_remnant', 'deciduous_retained',
  'supernumerary', 'rotated', 'tilted', 'diastema', 'caries', 'fracture_antemortem', 'fracture_perimortem', 'attrition', 'filling_amalgam', 'filling_tooth_coloured',
  'filling_glass_ionomer', 'filling_gold', 'filling_temporary', 'filling_unspecified', 'filling_lost', 'inlay', 'onlay', 'veneer', 'fissure_sealant', 'crown_metal',
  'crown_metal_ceramic', 'crown_ceramic', 'crown_stamped_steel', 'crown_titanium_nitride', 'post_core', 'root_filling', 'apicectomy', 'implant', 'bridge_abutment',
  'bridge_pontic', 'denture_partial', 'denture_full_upper', 'denture_full_lower', 'orthodontic', 'jaw_part_missing', 'not_examined', 'no_information',
] as const;

/** Bones of an inventory; a test of the matching holds them against its table of elements. */
export const boneElements = [
  'cranium', 'mandible', 'hyoid', 'cervical_vertebra', 'thoracic_vertebra', 'lumbar_vertebra', 'sacrum', 'sternum', 'rib', 'clavicle', 'scapula', 'humerus', 'radius', 'ulna', 'hand_bone',
  'os_coxae', 'femur', 'patella', 'tibia', 'fibula', 'foot_bone',
] as const;
export const boneSides = ['left', 'right', 'midline', 'unsided'] as const;
/** What is measured of a bone, after Buikstra and Ubelaker 1994; a test of the matching holds these three against its tables. */
export const boneMeasurements = ['maximum_length', 'head_diameter', 'epicondylar_breadth', 'proximal_breadth', 'height', 'acetabulum_diameter'] as const;
/** Joints in which two bones of different bags can be laid together. */
export const boneJoints = [
  'cervical_vertebra-cranium', 'mandible-cranium', 'lumbar_vertebra-sacrum', 'sacrum-os_coxae', 'os_coxae-femur', 'femur-tibia', 'tibia-fibula', 'clavicle-scapula', 'scapula-humerus', 'humerus-ulna', 'radius-ulna',
] as const;
export const jointGrades = ['fits', 'may_fit', 'hardly_fits', 'does_not_fit'] as const;

export const sampleTypes = ['femur', 'tibia', 'tooth', 'petrous', 'rib', 'muscle', 'nail', 'blood', 'buccal', 'personal_effect', 'other'] as const;
export const sampleStages = ['taken', 'sent', 'received', 'consumed', 'failed'] as const;

export const nameKinds = ['legal', 'as_said', 'maiden', 'earlier', 'nickname', 'on_document'] as const;
export const relations = ['mother', 'father', 'son', 'daughter', 'brother', 'sister', 'husband', 'wife', 'grandparent', 'grandchild', 'uncle_or_aunt', 'nephew_or_niece', 'cousin', 'neighbour', 'friend', 'colleague', 'official', 'other'] as const;
export const outcomes = ['found_alive', 'found_detained', 'found_deported', 'reported_in_error'] as const;
export const lifeStates = ['alive', 'dead', 'missing', 'unknown'] as const;
export const consentPurposes = ['identification', 'trial', 'research', 'sharing_abroad', 'contact'] as const;
export const mergeGrounds = ['same_person', 'kept_apart'] as const;

export const speakerTypes = ['person', 'organisation', 'group', 'document'] as const;
export const quoteTypes = ['direct', 'indirect', 'mixed', 'none'] as const;
export const claimKinds = ['attributed', 'observation'] as const;
export const modalities = ['observation', 'forecast', 'estimate', 'denial', 'allegation', 'intent'] as const;
export const bounds = ['exact', 'approx', 'at_least', 'more_than', 'at_most', 'less_than', 'up_to', 'range', 'vague'] as const;
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const;
/** `same-origin`: both come from one speaker or one paper, so that the second confirms nothing. */
export const claimRelations = ['same-claim', 'same-origin', 'contradicts', 'updates'] as const;

export const identificationGrounds = ['dna', 'teeth', 'friction_ridge', 'other'] as const;
/** Where the weights of the evidence come from. */
export const weightOrigins = ['documented', 'learned'] as const;
export const reviewVerdicts = ['agreed', 'returned'] as const;
export const keyKinds = ['passkey', 'passphrase', 'paper'] as const;
export const notificationMeans = ['in_person', 'telephone', 'video_call', 'letter', 'through_authority'] as const;

export const roles = ['coordinator', 'recovery', 'mortuary', 'family_liaison', 'laboratory', 'analyst', 'board', 'auditor'] as const;
export type Role = (typeof roles)[number];
