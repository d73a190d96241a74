import { z } from 'zod';
import { content, count, hash, id, instant, item, json, logarithm, problem, record } from './parts.ts';

const words = z.strictObject({ en: z.string(), uk: z.string() });

export const job = z.strictObject({
  id, task: z.string(), scope: id.nullable(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), done: count, total: count, requestedBy: id, parameters: json,
  cancelRequested: z.boolean(), createdAt: instant, startedAt: instant.nullable(), finishedAt: instant.nullable(), remainingSeconds: count.nullable(), run: id.nullable(), problem: problem.nullable(),
});

const row = {
  place: count, family: id, profile: id, lnLr: logarithm, log10Lr: logarithm, posterior: z.number(), markersUsed: count, rank: count, symmetric: z.array(id),
};
const shownItem = item.nullable();
const rival = z.strictObject({ ...row, remains: shownItem, person: shownItem });
const direct = { a: id, b: id, kind: z.enum(['remains', 'person']), lnLr: logarithm, log10Lr: logarithm, markersUsed: count };
const loose = z.looseObject({});

const candidate = z.looseObject({
  run: shownItem, remains: shownItem, person: shownItem, family: shownItem, remainsId: id, personId: id, familyId: id,
  lnLr: logarithm, log10Lr: logarithm, markersUsed: count, prior: z.number(), expectedMissing: z.number(), posterior: z.number(), posteriorComplement: z.number(), posteriorEvenOdds: z.number(),
  threshold: z.number(), meetsThreshold: z.boolean(), rank: count.nullable(), symmetric: z.array(id),
  markers: z.array(z.looseObject({ marker: z.string(), lnLr: logarithm, log10Lr: logarithm, remains: json, relatives: z.array(loose) })),
  lowTemplate: z.array(z.strictObject({ member: z.string().nullable().describe('Null for the remains'), profile: id, typing: loose })).describe('Profiles calculated with drop-out and drop-in'), changedProfiles: z.array(item).describe('Profiles of which something was stated after the run'),
  pedigree: z.strictObject({ member: z.string(), members: z.array(loose) }),
  alternatives: z.array(loose), siblings: z.array(loose), evidence: z.array(loose), contradictions: z.array(loose), exclusions: z.array(loose), direct: z.array(loose), dropped: z.array(loose),
  competing: z.strictObject({ sameRemains: z.array(rival), samePerson: z.array(rival) }), parameters: record, population: json, inputsHash: z.string(),
});

const jointTheta = { theta: z.strictObject({ value: z.number(), form: z.enum(['together', 'withinFamilies']), byPairing: z.array(z.string()) }).optional() };
const jointMethod = z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('exact'), ...jointTheta }), z.looseObject({ kind: z.literal('certified'), relativeError: z.number(), ...jointTheta }), z.looseObject({ kind: z.literal('estimate'), standardError: z.number(), ...jointTheta })]);
const occupant = z.strictObject({ occupant: count, remains: id.nullable(), person: id, posterior: z.number().describe('That the earlier identification or burial is right') });
const jointOfPair = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('solved'), group: count, remains: count, persons: count, posterior: z.number(), nobody: z.number(), alike: z.number().nullable(), method: jointMethod, theta: z.number(), isApart: z.boolean().optional(), occupants: z.array(occupant).optional() }),
  z.strictObject({ kind: z.literal('refused'), group: count, remains: count, persons: count, code: z.string(), details: record }),
  z.strictObject({ kind: z.literal('withheld') }).describe('A consent that the group rested on was withdrawn since'),
]).nullable();

const run = z.strictObject({
  run: shownItem, entry: id.nullable(), at: z.string().nullable(), requestedBy: json, software: json, inputsHash: hash, resultHash: hash, parameters: record, population: json, weights: json.describe('The weights of the other evidence in use when the run was asked for; null in earlier runs'),
  markers: z.array(z.string()), linked: z.array(z.strictObject({ a: z.string(), b: z.string(), distanceCm: z.number() })).nullable(), linkedTogether: z.boolean().describe('False in runs made before close markers were calculated together'), occupants: count.nullable().describe('Earlier identifications and burials that took part; null in runs made before they did'), lowTemplate: z.array(z.strictObject({ profile: id, item: shownItem })).describe('Profiles calculated with drop-out and drop-in'), remains: count, families: count, references: count, missing: count, compared: count, pairsAbove: count, expectedByChance: z.number(), directPairs: count,
  joint: z.strictObject({ groups: count, largest: count, exact: count, certified: count, estimated: count, refused: z.array(z.strictObject({ code: z.string(), details: record, remains: count, persons: count })) }).nullable(),
  repeated: z.strictObject({
    because: z.literal('new_evidence'), after: shownItem.describe('The run in whose place it was computed; null where it is not known or may not be read'),
    differences: z.strictObject({
      named: z.array(z.strictObject({ kind: z.enum(['profile', 'family']), change: z.enum(['added', 'changed', 'gone']), id, item: shownItem })), more: count.describe('Further ones that are not named'),
      expectedMissing: z.strictObject({ before: count, now: count }).nullable(), occupants: z.boolean().describe('Earlier identifications or burials differ'),
    }).nullable(),
  }).nullable().describe('Why the installation computed it again by itself, and in what its input differs from that of the run before; null for a run that a person asked for'),
  failed: z.array(loose), dropped: z.array(z.looseObject({ profile: id, reason: z.string(), item: shownItem })), leftOut: z.array(z.looseObject({ family: id, reason: z.string(), item: shownItem })),
});

const joint = z.strictObject({
  posterior: z.number(), nobody: z.number(), symmetric: z.number().nullable(), remains: count, persons: count,
  method: jointMethod, theta: z.number(),
  others: z.array(z.looseObject({ remains: id, person: id, posterior: z.number(), remainsItem: shownItem, personItem: shownItem })),
  isApart: z.boolean().describe('Too many remains could be one person: each was taken as a person of their own'),
  occupants: z.array(occupant.extend({
    kind: z.enum(['presumed', 'established', 'burial']), burial: id.nullable(), among: count, grounds: z.array(z.string()), surest: z.string().describe('The ground whose declared error counts'), error: z.number(), source: z.string(), verified: z.boolean(), nameShare: z.number(),
    prior: z.number(), remainsItem: shownItem, personItem: shownItem, burialItem: shownItem,
  })).describe('Earlier identifications and burials by others that name these remains or this person'),
  occupantsOfRun: count.nullable(), priorVersion: z.string().nullable(), expectedMissing: count, unread: count.describe('Competing pairs of which nothing but DNA was counted, because the account may not read both sides'), weights: record.nullable().describe('The weights of the other evidence; null where DNA stands alone'),
});

const jointMarkers = z.strictObject({
  log10Alone: logarithm.nullable(), log10Among: logarithm.nullable().describe('What the pair adds where the other remains stand in their places'), method: jointMethod, theta: z.number(), linkedOut: z.array(z.string()),
  rows: z.array(z.strictObject({ marker: z.string(), log10Alone: logarithm.nullable(), log10Among: logarithm.nullable(), dropped: z.enum(['remainsNotTyped', 'referencesImpossible']).nullable() })),
  others: z.array(z.strictObject({ remains: id, person: id, isSameFamily: z.boolean(), remainsItem: shownItem, personItem: shownItem })).describe('Where the most probable solution that holds this pair has the other remains'),
});

const duplicatePair = z.looseObject({
  a: id, b: id, itemA: shownItem, itemB: shownItem, probability: z.number().nullable(), log10Lr: z.number().nullable(),
  kinds: z.array(z.looseObject({ kind: z.string(), log10Lr: z.number() })), nameReasons: z.array(loose),
  decided: z.strictObject({ on: id, entry: id, verdict: z.string(), explanation: z.string(), by: id, at: z.string() }).nullable(),
});

const link = z.strictObject({ journal: id, grave: id, weights: z.array(z.strictObject({ kind: z.string(), log10Lr: z.number() })), log10Lr: z.number(), standing: z.enum(['proposed', 'decided']) });
const statedBy = { entry: id, by: id, at: z.string(), on: id, reason: z.string() };
const decision = { ...statedBy, followed: z.boolean(), stale: z.boolean() };
const reconciliation = z.strictObject({
  lines: z.array(z.strictObject({
    grave: id.nullable(), journal: z.array(id), markers: z.array(id), individuals: z.array(id), listed: count.nullable(), found: count.nullable(),
    links: z.array(link), alternatives: z.array(link), mismatches: z.array(z.string()),
  })),
  journal: z.array(z.strictObject({ id, number: json, name: json, sex: json, birth: json, death: json, people: json, disputed: z.boolean() })),
  markers: z.array(z.strictObject({ id: id.describe('The entry of the reading'), number: z.string().nullable(), name: z.string().nullable(), grave: id.nullable() })),
  individuals: z.array(z.strictObject({ id, remains: z.array(id) })),
  mismatches: z.array(z.strictObject({
    key: z.string(), kind: z.string(), subjects: z.record(z.string(), z.array(z.string())), words, explained: z.strictObject(statedBy).nullable(),
  })),
  decisions: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['link', 'apart']), journal: id, grave: id, ...decision }), z.strictObject({ kind: z.literal('explained'), mismatch: z.string(), ...decision }),
  ])),
  names: z.array(z.strictObject({ id, kind: z.string(), code: z.string(), title: z.string() })), synthetic: z.boolean(),
});

const advice = z.strictObject({
  threshold: z.number(), theta: z.number(), expectedMissing: count, table: z.string(), markers: count, kit: z.string().nullable(),
  choices: z.array(z.looseObject({ id: z.string(), kind: z.enum(['relative', 'kit', 'second_bone']), label: z.string().nullable(), relative: id.nullable(), asking: z.string().nullable() })),
});
const simulated = z.strictObject({ mean: z.number().nullable(), standardError: z.number().nullable() });
const adviceResult = z.strictObject({
  log10Lr: simulated, quantiles: z.array(z.number().nullable()), passes: simulated, passesFalsely: simulated, exclusionPower: simulated, simulations: count, seed: count,
  linkedOut: z.array(z.strictObject({ marker: z.string(), keeps: z.string() })),
});
const adviceOfChoice = z.strictObject({ now: adviceResult, after: adviceResult });

const boneOf = z.strictObject({ element: z.string(), side: z.string() });
const individuals = z.strictObject({
  bags: count, seesDna: z.boolean().describe('False where profiles and runs are not shown to the account: bones alone were counted'), run: id.nullable(),
  minimum: z.looseObject({ minimum: count, byBones: count, profiles: count, rests: z.enum(['age_groups_added', 'all_ages_together']), groups: z.array(loose), together: loose, elements: z.array(loose), withoutZones: z.array(z.string()) }),
  asStated: count, pairs: z.array(z.looseObject({ element: z.string(), left: count, right: count, paired: count, estimate: loose })),
  assumedWhole: z.array(id), withoutInventory: z.array(id), disputed: z.array(id), notCompared: z.array(id).describe('Bags with a profile that no run compared, or that is too small or low-template: nobody is counted by it'),
  proposals: z.array(z.strictObject({
    a: id, b: id, basis: z.enum(['dna', 'joint', 'complement', 'size', 'stated']), log10Lr: z.number().nullable(),
    sizes: z.strictObject({
      log10Lr: z.number(),
      reasons: z.array(z.strictObject({ kind: z.enum(['size_of_pair', 'size_of_joint', 'fit_of_joint']), log10Lr: z.number(), measurements: z.array(z.string()), differenceMm: z.number().nullable(), a: boneOf, b: boneOf })),
    }).nullable(),
    against: z.array(z.looseObject({ kind: z.string() })),
    stated: z.array(z.strictObject({ entry: id, on: id, verdict: z.enum(['together', 'apart']), by: id, at: z.string(), ground: z.string().nullable(), reason: z.string() })),
  })),
  names: z.array(z.strictObject({ id, kind: z.string(), code: z.string(), title: z.string() })),
});

/** What is computed beside the request. */
const fresh = <T extends z.ZodType>(answer: T) => z.strictObject({ making: z.boolean().describe('A newer answer is being made; ask again'), answer: answer.nullable().describe('Null only while the first one is made') });

const fit = z.strictObject({ item: shownItem, log10Lr: z.number() });
const audit = z.strictObject({
  run: shownItem, asOf: z.int().describe('The place in the log of the last that was said of what was compared'), withoutDna: count, weights: record.describe('The weights that were used'),
  total: count.describe('Identities that were weighed'), doubtful: count.describe('Of these, wrong with a probability of one half or more'),
  items: z.array(z.strictObject({
    remains: shownItem, person: shownItem, standing: z.enum(['presumed', 'established']), grounds: z.array(z.string()), log10Lr: z.number(), wrong: z.number(), prior: z.number(),
    evidence: z.array(z.strictObject({ kind: z.string(), log10Lr: z.number(), found: words.nullable(), reported: words.nullable(), verdict: z.enum(['against', 'for', 'open']), counts: z.boolean() })),
    reportsThatFitBetter: z.array(fit), remainsThatFitBetter: z.array(fit), collidesWith: z.array(z.strictObject({ remains: shownItem, person: shownItem })),
  })),
});

/** Jobs, runs, candidates. */
export const matchingAnswers = {
  'GET /api/frequency-tables': { 200: z.strictObject({ default: z.string(), tables: z.array(z.looseObject({ id: z.string(), name: z.string(), source: z.string(), shipped: z.boolean(), markers: z.array(z.string()) })) }) },
  'POST /api/frequency-tables': { 201: z.strictObject({ id: z.string(), markers: count }) },
  'GET /api/runs/defaults': { 200: record.describe('The parameters that POST /api/runs would use') },
  'POST /api/runs': { 202: z.strictObject({ job }) },
  'GET /api/runs/:id': { 200: run },
  'GET /api/runs/:id/candidates': {
    200: z.strictObject({
      items: z.array(z.strictObject({ ...row, joint: jointOfPair, remains: shownItem, person: shownItem, remainsId: id, personId: id })), next: count.nullable(), total: count,
      withheld: z.strictObject({ pairs: count, reason: z.literal('consent_withdrawn') }),
      direct: z.array(z.strictObject({ ...direct, itemA: shownItem, itemB: shownItem })),
    }),
  },
  'GET /api/candidates/:run/:remains/:person': { 200: candidate },
  'GET /api/candidates/:run/:remains/:person/advice': { 200: advice },
  'GET /api/candidates/:run/:remains/:person/advice/choice': { 200: adviceOfChoice },
  'GET /api/persons/:person/advice': { 200: advice },
  'GET /api/persons/:person/advice/choice': { 200: adviceOfChoice },
  'GET /api/candidates/:run/:remains/:person/joint': { 200: joint },
  'GET /api/candidates/:run/:remains/:person/joint/markers': { 200: jointMarkers },
  'GET /api/individuals/:id': { 200: fresh(individuals) },
  'GET /api/audit': { 200: fresh(audit) },
  'GET /api/sites/:id/reconciliation': { 200: fresh(reconciliation) },
  'GET /api/duplicates': { 200: z.strictObject({
    items: z.array(duplicatePair), next: count.nullable(), total: count, open: count,
    search: z.strictObject({ at: instant.nullable(), asOf: count.describe('Entries of the log that the search knew'), persons: count, weights: record.nullable().describe('The weights of the search; null where it named none'), inUse: z.string().describe('The version of weights in use now'), changedSince: count }).nullable(), job: job.nullable(),
  }) },
  'POST /api/duplicates': { 202: z.strictObject({ job }) },
  'GET /api/candidates/:run/:remains/:person/case.json': { 200: record.describe('The calculation as kinship-case/1; a logged export') },
  'GET /api/candidates/:run/:remains/:person/case.fam': { 200: content('text/plain', 'The calculation as a Familias file with a DVI part; a logged export') },
  'GET /api/jobs': { 200: z.strictObject({ items: z.array(job) }) },
  'GET /api/jobs/:id': { 200: job },
  'POST /api/jobs/:id/cancel': { 200: job },
};
