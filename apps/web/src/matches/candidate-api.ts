import { codeLists } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { item, json, queryOf, request } from '../api/index.ts';
import { jointMethod, runParameters } from '../dna/dna-api.ts';
import { namedWeights } from '../weights/named-weights.ts';

/** JSON knows no infinities; the server writes them as words. */
const number = z.union([z.number(), z.literal('Infinity'), z.literal('-Infinity')]).transform(Number);
const orItem = item.nullable();
const alleles = z.array(z.string().nullable()).nullable();

const marker = z.object({
  marker: z.string(), lnLr: number, log10Lr: number, dropped: z.string().nullable(),
  notes: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })),
  remains: alleles, relatives: z.array(z.object({ member: z.string(), alleles })),
});
/** One marker of a pair: what it contributes and the alleles it rests on. */
export type MarkerRow = z.infer<typeof marker>;

const alternative = z.object({
  position: z.enum(['full_sibling', 'other_missing']), member: z.string().nullable(), person: z.string().nullable(),
  log10LrAgainst: number.nullable(), symmetric: z.boolean(),
});
export type AlternativeRow = z.infer<typeof alternative>;

export const evidenceRow = z.object({
  key: z.string(), verdict: z.enum(['agrees', 'contradicts', 'unclear', 'unknown']), found: json, reported: json, reason: z.string(), details: z.record(z.string(), json),
});
/** What was found beside what was reported, for one kind of evidence besides DNA. */
export type EvidenceRow = z.infer<typeof evidenceRow>;

/** Why a word of one name was or was not taken for a word of the other. */
export const nameReason = z.object({
  kind: z.enum(['same', 'spelling', 'variant', 'diminutive', 'ending', 'initial', 'similar', 'illegible', 'joined', 'different', 'only-in-one']),
  role: z.enum(['surname', 'given', 'patronymic', 'unknown']), a: z.string().nullable(), b: z.string().nullable(), log10Lr: z.number(), score: z.number(),
  changes: z.array(z.object({ a: z.string(), b: z.string(), cause: z.enum(['handwriting', 'reading', 'keyboard', 'by-ear', 'doubling', 'swap', 'unexplained']) })),
});
const words = z.object({ en: z.string(), uk: z.string() });
/** Kinds of evidence besides DNA, in the order in which they are shown. */
export const weighedKinds = ['name', 'marker', 'sex', 'birth', 'age', 'height', 'hair', 'eyes', 'teeth', 'numbers', 'seen', 'place', 'military', 'marks', 'clothing', 'belongings'] as const;
/** With how surely several reports that were read as one file are of one person: it is no kind that can be left out. */
export const rowKinds = [...weighedKinds, 'reports'] as const;
const rowState = z.enum(['weighed', 'not_recorded', 'people_disagree']);
const told = z.object({ person: z.string(), state: rowState, reported: json, words: words.nullable(), log10Lr: z.number() });
export const weighedRow = z.object({
  kind: z.enum(rowKinds), state: rowState, told: z.array(told), byLevel: z.array(z.number()),
  log10Lr: z.number(), reported: json, found: json, details: z.record(z.string(), z.number()), explained: z.object({ sides: z.object({ reported: words, found: words }).nullable(), why: z.array(words) }), nameReasons: z.array(nameReason),
});
/** One kind of evidence besides DNA with its weight. */
export type WeighedRow = z.infer<typeof weighedRow>;

/** Reports of one person that were read as one file: the persons, and how surely they are one, part by part. */
export const readAsOne = { reports: z.array(item), levels: z.array(z.object({ reports: z.array(z.string()), together: z.number() })) };
const weighed = z.object({
  rows: z.array(weighedRow), ...readAsOne, log10Dna: number, log10Sum: number, prior: z.number(),
  basis: z.object({ reports: z.number(), remains: z.number(), nameModel: z.string(), countedAt: z.number(), weights: namedWeights }),
});
/** All evidence of a pair with its weights and against what they were counted. */
export type WeighedEvidence = z.infer<typeof weighed>;

const rival = z.object({ remains: orItem, person: orItem, log10Lr: z.number(), posterior: z.number(), markersUsed: z.number(), family: z.string() });
export type Rival = z.infer<typeof rival>;

const line = z.enum(['paternal', 'maternal']);
const aboutLine = { member: z.string(), transmissions: z.number(), differing: z.array(z.string()), log10Lr: z.number().nullable(), noRatio: z.enum(['noCount', 'nothingCompared', 'countedAtMore', 'difference']).nullable() };
const comparedLine = z.discriminatedUnion('line', [
  z.object({ line: z.literal('paternal'), ...aboutLine, expectedMutations: z.number(), loci: z.array(z.object({ locus: z.string(), relative: z.array(z.string()), remains: z.array(z.string()), steps: z.number().nullable() })) }),
  z.object({ line: z.literal('maternal'), ...aboutLine, positions: z.number(), mixed: z.array(z.string()), ignored: z.array(z.string()), interpretation: z.enum(['notExcluded', 'inconclusive', 'excluded', 'notCompared']) }),
]);
/** A haplotype of the remains beside one relative's of the same line. */
export type ComparedLine = z.infer<typeof comparedLine>;
const haplotypeCount = z.object({ database: z.string(), matches: z.number(), size: z.number(), upperBound: z.number() }).nullable();
const lines = z.object({
  remainsLoci: z.number(), remainsSequence: z.object({ differences: z.array(z.string()) }).nullable(), compared: z.array(comparedLine),
  notCompared: z.array(z.object({ line, member: z.string(), reason: z.enum(['otherLine', 'remainsNotTyped', 'notMale']) })), counts: z.object({ paternal: haplotypeCount, maternal: haplotypeCount }),
});
/** Y-STR and mtDNA of a pair. */
export type Lines = z.infer<typeof lines>;

const xMarkers = z.object({
  log10Lr: number.nullable(), confirmation: z.enum(['agrees', 'differs', 'beyond']).nullable(), refused: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  markers: z.array(z.object({ marker: z.string(), remains: alleles, relatives: z.array(z.object({ member: z.string(), alleles })), notCounted: z.enum(['remains_not_typed', 'relatives_not_typed', 'no_frequencies', 'place_unknown', 'neighbour_counted']).nullable(), log10Lr: number.nullable() })),
});
/** X-STR of a pair with a ratio of its own. */
export type XMarkers = z.infer<typeof xMarkers>;

const lifeState = z.enum(codeLists.lifeStates);
const candidateDetail = z.object({
  run: orItem, remains: orItem, person: orItem, family: orItem, remainsId: z.string(), personId: z.string(), familyId: z.string(),
  lnLr: number, log10Lr: number, markersUsed: z.number(), prior: z.number(), expectedMissing: z.number(), posterior: z.number(), threshold: z.number(), meetsThreshold: z.boolean(), confirmation: z.object({ kind: z.enum(['agrees', 'differs', 'beyond']) }),
  symmetric: z.array(z.string()), together: z.enum(['not_listed', 'not_solved', 'solved']), markers: z.array(marker),
  lowTemplate: z.array(z.object({ member: z.string().nullable(), profile: z.string(), typing: z.object({ dropOut: z.number(), homozygoteDropOut: z.number().optional(), dropIn: z.number().optional(), markers: z.record(z.string(), z.object({ dropOut: z.number(), homozygoteDropOut: z.number().optional(), dropIn: z.number().optional() })).optional() }) })), changedProfiles: z.array(item),
  lines: lines.nullable(), xMarkers: xMarkers.nullable(),
  linkedOut: z.array(z.object({ marker: z.string(), keeps: z.string(), distanceCm: z.number() })),
  pedigree: z.object({
    member: z.string(),
    members: z.array(z.object({
      id: z.string(), father: z.string().nullable(), mother: z.string().nullable(), sex: z.enum(['male', 'female', 'unknown']), label: z.string(), state: lifeState,
      profile: z.string().nullable(), person: z.string().nullable(), stateSource: z.string().nullable(),
    })),
  }),
  alternatives: z.array(alternative),
  siblings: z.array(z.object({ id: z.string(), label: z.string(), state: lifeState, stateSource: z.string().nullable(), person: z.string().nullable() })),
  evidence: z.array(evidenceRow), contradictions: z.array(z.object({ key: z.string(), found: z.string(), reported: z.string() })),
  weighed: weighed.nullable(),
  exclusions: z.array(z.object({ entry: z.string(), by: z.string(), at: z.string(), explanation: json })),
  direct: z.array(z.object({ a: z.string(), b: z.string(), kind: z.enum(['remains', 'person']), log10Lr: z.number(), item: orItem })),
  dropped: z.array(z.object({ profile: z.string(), reason: z.string(), sampleCode: json })),
  competing: z.object({ sameRemains: z.array(rival), samePerson: z.array(rival) }),
  parameters: runParameters, population: z.object({ name: z.string(), source: z.string(), table: z.string() }), inputsHash: z.string(),
});
/** Everything about one pair of a run. */
export type CandidateDetail = z.infer<typeof candidateDetail>;

export interface PairAddress {
  readonly run: string;
  readonly remains: string;
  readonly person: string;
  /** Only where a person is missing in two families. */
  readonly family?: string | undefined;
}

/** The pair below the server's address. */
export function candidatePath({ run, remains, person }: PairAddress): string {
  return `/candidates/${run}/${remains}/${person}`;
}

export function candidateQuery(pair: PairAddress) {
  const { run, remains, person, family } = pair;
  return queryOptions({
    queryKey: ['candidate', run, remains, person, family ?? null],
    queryFn: ({ signal }) => request(`${candidatePath(pair)}${queryOf({ family })}`, candidateDetail, { signal }),
  });
}

const occupant = z.object({
  kind: z.enum(['presumed', 'established', 'burial']), remainsItem: orItem, personItem: orItem, burialItem: orItem, remains: z.string().nullable(), person: z.string(), burial: z.string().nullable(), among: z.number(),
  grounds: z.array(z.string()), surest: z.string(), error: z.number(), verified: z.boolean(), nameShare: z.number(), prior: z.number(), posterior: z.number(),
});
/** An earlier identification or burial that names these remains or this person: what it claims, and how probably it is right. */
export type Occupant = z.infer<typeof occupant>;

const joint = z.object({
  posterior: z.number(), nobody: z.number(), symmetric: z.number().nullable(), remains: z.number(), persons: z.number(),
  method: jointMethod, theta: z.number(), isApart: z.boolean(),
  others: z.array(z.object({ remains: z.string(), person: z.string(), posterior: z.number(), remainsItem: orItem, personItem: orItem })),
  occupants: z.array(occupant), occupantsOfRun: z.number().nullable(), priorVersion: z.string().nullable(), expectedMissing: z.number(), unread: z.number(),
});
/** A pair solved together with everybody who competes with it. */
export type JointAnswer = z.infer<typeof joint>;

const jointMarkers = z.object({
  log10Alone: number.nullable(), log10Among: number.nullable(), method: jointMethod, theta: z.number(), linkedOut: z.array(z.string()),
  rows: z.array(z.object({ marker: z.string(), log10Alone: number.nullable(), log10Among: number.nullable(), dropped: z.enum(['remainsNotTyped', 'referencesImpossible']).nullable() })),
  others: z.array(z.object({ remains: z.string(), person: z.string(), isSameFamily: z.boolean(), remainsItem: orItem, personItem: orItem })),
});
/** A pair of the joint solution marker by marker: alone, and where the other remains stand in their places. */
export type JointMarkers = z.infer<typeof jointMarkers>;

/** Solves the whole group of the pair anew: asked for only where somebody wants to see it. */
export function jointMarkersQuery(pair: PairAddress) {
  const { run, remains, person, family } = pair;
  return queryOptions({
    queryKey: ['joint-markers', run, remains, person, family ?? null], staleTime: 300_000,
    queryFn: ({ signal }) => request(`${candidatePath(pair)}/joint/markers${queryOf({ family })}`, jointMarkers, { signal }),
  });
}

/** What a joint solution counts. */
export interface JointView {
  readonly prior: 'declared' | 'even';
  readonly occupants: 'counted' | 'ignored';
  readonly evidence: 'dna' | 'all';
  /** Kinds of other evidence that are left out. */
  readonly without: readonly (typeof weighedKinds)[number][];
}

/** What the run recorded. */
export const recordedView: JointView = { prior: 'declared', occupants: 'counted', evidence: 'dna', without: [] };

/** At once where the run was solved together and recorded this view; else it is solved on demand and takes up to seconds. */
export function jointQuery(pair: PairAddress, view: JointView = recordedView) {
  const { run, remains, person, family } = pair;
  const { prior, occupants, evidence, without } = view;
  const asked = { family, prior, occupants, evidence, ...(evidence === 'all' && without.length > 0 ? { without: without.join(',') } : {}) };
  return queryOptions({
    queryKey: ['candidate', run, remains, person, 'joint', asked],
    queryFn: ({ signal }) => request(`${candidatePath(pair)}/joint${queryOf(asked)}`, joint, { signal }),
  });
}

/** The file of the calculation, as a path below the server's address; every download is logged. */
export function casePath(pair: PairAddress): string {
  return `${candidatePath(pair)}/case.json${queryOf({ family: pair.family })}`;
}

/** The same as a Familias file with a DVI part; refused where the format has no place for what the case holds. */
export function famPath(pair: PairAddress): string {
  return `${candidatePath(pair)}/case.fam${queryOf({ family: pair.family })}`;
}
