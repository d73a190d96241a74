import { z } from 'zod';
import { boneElements, boneJoints, boneMeasurements, boneSides, completenesses, conditions, dropOutGrounds, jointGrades, lineages, militaryStatuses, presumptionGrounds, reassociationGrounds, sampleTypes, sexes, type sampleStages } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { bilingual, edtf, gridPoint, id, interval, line, numberedThings, orAbsent, place, prose, sha256Hex, toothChart } from '../values.ts';

const allele = z.string().regex(/^([0-9]{1,3}(\.[1-9])?|[A-Za-z][0-9A-Za-z.]{0,7})$/);

/** Genotypes by marker: two alleles; `[a, null]` when only one is known. */
export const genotypes = z.record(z.string().min(1).max(24), z.tuple([allele, allele.nullable()]));

const markerName = z.string().min(1).max(24);

/** Markers of the kit at which nothing was seen: that is no "not typed", where alleles may have dropped out. */
const nothingSeen = z.array(markerName).min(1).max(100);

/** Alleles at markers that show more than two: two people's DNA, a body with a third copy, or an artefact. No ratio takes them. */
const manyAlleles = z.record(markerName, z.array(allele).min(3).max(12));

/** Repeats seen at each Y-STR locus, all copies of a locus with several. */
const yHaplotype = z.record(z.string().min(1).max(24), z.array(z.string().regex(/^[0-9]{1,3}(\.[1-9])?$/)).min(1).max(6));

/** Alleles at each X-STR marker: two of a woman, one of a man; null where one is not known. */
const xGenotypes = z.record(z.string().min(1).max(24), z.array(allele.nullable()).min(1).max(2));

const mtPosition = z.int().min(1).max(16_569);
/** Mitochondrial sequence as differences from the rCRS, with the positions analysed; `[16024, 576]` runs over the origin. */
const mtHaplotype = z.strictObject({
  ranges: z.array(z.tuple([mtPosition, mtPosition])).min(1).max(20),
  differences: z.array(z.string().regex(/^[ACGT]?[0-9]{1,5}(\.[0-9]{1,2})?([ACGTRYSWKMBDHVN]|-|del)$/)).max(200),
});

/** How alleles of a profile may have been lost or added; probabilities in parts per million (100000 = 10 %). */
const dropOutModel = {
  /** That one of two different alleles is not seen; below 1, where a profile would say nothing. */
  dropOutPpm: z.int().min(0).max(990_000),
  /** That a homozygote shows nothing; the square of the above when absent. It has twice the DNA, so it is never more. */
  homozygoteDropOutPpm: z.int().min(0).max(990_000).optional(),
  /** That one allele that is not the person's is seen; 0 when absent. */
  dropInPpm: z.int().min(0).max(500_000).optional(),
};
const isPossible = (model: { readonly dropOutPpm: number; readonly homozygoteDropOutPpm?: number | undefined }): boolean => (model.homozygoteDropOutPpm ?? 0) <= model.dropOutPpm;
const lessThanOne = 'a homozygote is lost more often than one allele';

/** The model of a low-template profile, with markers that have their own. */
const lowTemplate = z
  .strictObject({ ...dropOutModel, markers: z.record(z.string().min(1).max(24), z.strictObject(dropOutModel).refine(isPossible, lessThanOne)).optional() })
  .refine(isPossible, lessThanOne);
export type LowTemplate = z.infer<typeof lowTemplate>;

/** A size written out to a tenth of a millimetre, `452` or `47.5`. */
const millimetres = z.string().regex(/^[1-9][0-9]{0,2}(\.[0-9])?$/);

function sampleStage(name: Exclude<(typeof sampleStages)[number], 'taken'>): StatementType {
  return defineStatement({
    type: `sample.${name}`, entryKind: 'sample', subject: ['sample'], writers: ['mortuary', 'laboratory', 'family_liaison', 'recovery'], adds: 'stages',
    shape: { stage: z.literal(name), laboratory: line(200).optional(), accompanying: line(200).optional() },
  });
}

/** What can be seen of remains or on them without knowing who it is; the same words as a family's report has (INTERPOL sections C, D, F). */
const found = {
  foundAt: place.optional(),
  /** When death was, as papers, a marker or an estimate say it. */
  deathDate: orAbsent(edtf).optional(),
  hair: orAbsent(line(80)).optional(), eyes: orAbsent(line(80)).optional(),
  marks: orAbsent(line(1000)).optional(), clothing: orAbsent(line(1000)).optional(), belongings: orAbsent(line(1000)).optional(),
  military: orAbsent(z.enum(militaryStatuses)).optional(),
  numbers: orAbsent(numberedThings).optional(), toothChart: orAbsent(toothChart).optional(),
};

/** What is said of remains: recovery, examination, presumption, samples and profiles. */
export const remainsStatements: readonly StatementType[] = [
  defineStatement({
    type: 'remains.recovered', entryKind: 'remains', subject: ['remains'], creates: true, writers: ['coordinator', 'recovery'],
    shape: {
      site: id, grave: id.optional(), code: line(40), completeness: z.enum(completenesses), condition: z.enum(conditions).optional(),
      bag: line(40).optional(), seal: line(40).optional(), position: gridPoint.optional(), description: bilingual.optional(),
    },
    sets: ['site', 'grave', 'code', 'completeness', 'condition', 'bag', 'seal', 'position', 'description'],
  }),
  defineStatement({
    type: 'remains.bagged', entryKind: 'remains', subject: ['remains'], writers: ['coordinator', 'recovery', 'mortuary'],
    shape: { bag: line(40), seal: line(40).optional() }, sets: ['bag', 'seal'],
  }),
  defineStatement({
    type: 'remains.reassociated', entryKind: 'remains', subject: ['remains'], writers: ['mortuary', 'analyst'], adds: 'reassociations',
    shape: { with: id, ground: z.enum(reassociationGrounds), explanation: prose },
  }),
  /** Parts that are of two people, whatever speaks for one. */
  defineStatement({
    type: 'remains.kept_apart', entryKind: 'remains', subject: ['remains'], writers: ['mortuary', 'analyst'], adds: 'keptApart',
    shape: { from: id, explanation: prose },
  }),
  /** Two bones of two bags laid together in their joint, and how they fit. */
  defineStatement({
    type: 'remains.joint_compared', entryKind: 'remains', subject: ['remains'], writers: ['mortuary'], adds: 'jointsCompared',
    shape: { with: id, joint: z.enum(boneJoints), side: z.enum(boneSides).optional(), grade: z.enum(jointGrades), explanation: prose.optional() },
  }),
  /** Which bones a bag holds. Zones are numbered from 1 (Knüsel and Outram 2004); none = not recorded. Sizes in millimetres. */
  defineStatement({
    type: 'remains.inventoried', entryKind: 'examination', subject: ['remains'], writers: ['mortuary'],
    shape: { bones: z.array(z.strictObject({ element: z.enum(boneElements), side: z.enum(boneSides), zones: z.array(z.int().min(1).max(23)).max(23).optional(), whole: z.literal(true).optional(), mm: z.partialRecord(z.enum(boneMeasurements), millimetres).optional(), note: line(300).optional() })).min(1).max(300) },
    sets: ['bones'],
  }),
  defineStatement({
    type: 'remains.presumed', entryKind: 'remains', subject: ['remains'], writers: ['coordinator', 'recovery', 'family_liaison', 'analyst'], adds: 'presumptions',
    shape: { ground: z.enum(presumptionGrounds), name: line(300).optional(), person: id.optional(), explanation: prose.optional() },
  }),
  defineStatement({
    type: 'remains.described', entryKind: 'remains', subject: ['remains'], writers: ['coordinator', 'recovery', 'mortuary'], shape: found, sets: Object.keys(found),
  }),
  defineStatement({
    type: 'examination.made', entryKind: 'examination', subject: ['remains'], writers: ['mortuary'], adds: 'examinations',
    shape: {
      examiner: line(200),
      sex: orAbsent(z.strictObject({ value: z.enum(sexes), method: line(200).optional() })).optional(),
      ageYears: orAbsent(interval(0, 120)).optional(),
      statureMm: orAbsent(interval(200, 2500)).optional(),
      findings: prose.optional(),
      /** Signs of violence noted, in words that can be read aloud; the full injury chart is another record. */
      injuries: orAbsent(prose).optional(),
      /** What the examiner already knew of the presumed name, from where and since when. */
      exposure: z.strictObject({ knew: z.boolean(), what: line(300).optional(), from: line(300).optional(), since: line(60).optional() }),
    },
    sets: ['sex', 'ageYears', 'statureMm'],
  }),
  defineStatement({
    type: 'sample.taken', entryKind: 'sample', subject: ['sample'], creates: true, writers: ['mortuary', 'recovery', 'family_liaison', 'laboratory'],
    shape: { code: line(40), sampleType: z.enum(sampleTypes), remains: id.optional(), relative: id.optional(), person: id.optional(), takenBy: line(200).optional() },
    sets: ['code', 'sampleType', 'remains', 'relative', 'person'],
  }),
  sampleStage('sent'), sampleStage('received'), sampleStage('consumed'), sampleStage('failed'),
  defineStatement({
    type: 'profile.typed', entryKind: 'profile', subject: ['profile'], creates: true, writers: ['laboratory'],
    shape: {
      sample: id.optional(), sampleCode: line(60), remains: id.optional(), relative: id.optional(), person: id.optional(),
      kit: line(80).optional(), laboratory: line(200).optional(), analyst: line(200).optional(), reviewer: line(200).optional(), software: line(120).optional(),
      genotypes, nothingSeen: nothingSeen.optional(), manyAlleles: manyAlleles.optional(), amelogenin: z.enum(['XX', 'XY', 'X', 'Y']).optional(), xGenotypes: xGenotypes.optional(), yHaplotype: yHaplotype.optional(), mtHaplotype: mtHaplotype.optional(), importFile: sha256Hex.optional(),
    },
    sets: ['sample', 'sampleCode', 'remains', 'relative', 'person', 'kit', 'laboratory', 'analyst', 'reviewer', 'software', 'genotypes', 'nothingSeen', 'manyAlleles', 'amelogenin', 'xGenotypes', 'yHaplotype', 'mtHaplotype'],
  }),
  /** That the sample had so little DNA that alleles may be missing or added; without it a profile is taken as typed without error. */
  defineStatement({
    type: 'profile.low_template_stated', entryKind: 'profile', subject: ['profile'], writers: ['laboratory'],
    shape: { lowTemplate, ground: z.enum(dropOutGrounds), explanation: prose }, sets: ['lowTemplate'],
  }),
  /** How often the haplotype of this profile was seen in a database that holds neither this person nor a relative. */
  defineStatement({
    type: 'profile.haplotype_counted', entryKind: 'profile', subject: ['profile'], writers: ['laboratory'], adds: 'haplotypeCounts',
    shape: { lineage: z.enum(lineages), database: line(200), timesSeen: z.int().min(0).max(10_000_000), databaseSize: z.int().min(1).max(10_000_000) },
  }),
];
