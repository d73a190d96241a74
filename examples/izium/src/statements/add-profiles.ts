import type { Random } from '@imena/synth';
import type { Typing } from '../cast/plan-remains.ts';
import { dayOf, statedOn, type Recorder } from '../recorder.ts';
import type { RelativeRecord } from './add-family.ts';
import type { RemainsRecord } from './add-remains.ts';
import type { PersonRecord } from './add-person.ts';
import { asTypedWith, degrade, fullKit, type Genotypes } from './genotypes.ts';
import { inBoth } from './in-both.ts';

export interface Offices {
  readonly izium: string;
  readonly familyLiaison: string;
  readonly laboratory: string;
}

interface SampleOf {
  readonly scope: string;
  readonly code: string;
  readonly sampleType: string;
  /** One of these three. */
  readonly remains?: string;
  readonly relative?: string;
  readonly person?: string;
  readonly takenOn: number;
}

const laboratoryWords = { laboratory: inBoth('ДНК-лабораторія (демонстрація)', 'DNA laboratory (demonstration)'), analyst: inBoth('Аналітик 1 (синтетичний)', 'Analyst 1 (synthetic)'), reviewer: inBoth('Аналітик 2 (синтетичний)', 'Analyst 2 (synthetic)'), software: inBoth('генератор синтетичних даних', 'synthetic data generator') };

/** Samples and, where typing worked, the profile of one bag of remains. */
export function addRemainsProfile(recorder: Recorder, random: Random, { offices, remains, genotypes }: { offices: Offices; remains: RemainsRecord; genotypes: Genotypes }): void {
  const { plan } = remains;
  const number = String(plan.number).padStart(4, '0');
  const takenOn = 40 + Math.floor(plan.number / 4);
  const sampleOf = (suffix: string, sampleType: string, on: number): string =>
    addSample(recorder, { scope: offices.izium, code: `PM-${number}-${suffix}`, sampleType, remains: remains.id, takenOn: on });
  const first = sampleOf('1', plan.completeness === 'body_part' ? 'tibia' : random.pick(['femur', 'femur', 'tooth', 'petrous']), takenOn);
  if (plan.typing === 'waiting') return;
  recorder.addSynthetic(offices.izium, first, { type: 'sample.received', basis: 'observed', when: statedOn(dayOf(takenOn + 6)), stage: 'received', laboratory: laboratoryWords.laboratory });
  if (plan.typing === 'failed') {
    recorder.addSynthetic(offices.izium, first, { type: 'sample.failed', basis: 'measured', when: statedOn(dayOf(takenOn + 40)), stage: 'failed', laboratory: laboratoryWords.laboratory, note: inBoth('Замало ДНК; потрібна інша кістка.', 'Too little DNA; another bone is asked for.') });
    return;
  }
  addProfile(recorder, offices, {
    sample: first, sampleCode: `PM-${number}-1`, remains: remains.id, typedOn: takenOn + random.int(30, 70),
    genotypes: degrade(random, genotypes, plan.typing), sex: plan.person.sex, kit: fullKit,
  });
}

/** The reference sample and profile of a relative who consented; kits differ, as in life. */
export function addReferenceProfile(
  recorder: Recorder, random: Random,
  { offices, relative, number, genotypes, sex, full }: { offices: Offices; relative: RelativeRecord; number: number; genotypes: Genotypes; sex: 'male' | 'female'; full: boolean },
): void {
  const code = `REF-${String(number).padStart(4, '0')}`;
  const takenOn = random.int(90, 130);
  const sample = addSample(recorder, { scope: offices.familyLiaison, code, sampleType: 'buccal', relative: relative.id, takenOn });
  recorder.addSynthetic(offices.familyLiaison, sample, { type: 'sample.received', basis: 'observed', when: statedOn(dayOf(takenOn + 5)), stage: 'received', laboratory: laboratoryWords.laboratory });
  const kit = full ? fullKit : random.pick([fullKit, fullKit, fullKit, fullKit, 'GlobalFiler', 'GlobalFiler', 'Identifiler Plus']);
  addProfile(recorder, offices, { sample, sampleCode: code, relative: relative.id, typedOn: takenOn + random.int(10, 40), genotypes: asTypedWith(genotypes, kit), sex, kit });
}

/** A profile of the missing person from a thing of their own, for direct comparison. */
export function addOwnProfile(recorder: Recorder, { offices, person, number, genotypes, sex }: { offices: Offices; person: PersonRecord; number: number; genotypes: Genotypes; sex: 'male' | 'female' }): void {
  const code = `OWN-${String(number).padStart(4, '0')}`;
  const sample = addSample(recorder, { scope: offices.familyLiaison, code, sampleType: 'personal_effect', person: person.id, takenOn: 100 });
  addProfile(recorder, offices, { sample, sampleCode: code, person: person.id, typedOn: 140, genotypes: asTypedWith(genotypes, 'GlobalFiler'), sex, kit: 'GlobalFiler' });
}

function addSample(recorder: Recorder, { scope, takenOn, ...sample }: SampleOf): string {
  const id = recorder.newId();
  recorder.addSynthetic(scope, id, { type: 'sample.taken', basis: 'observed', when: statedOn(dayOf(takenOn)), ...sample });
  return id;
}

interface TypedProfile {
  readonly sample: string;
  readonly sampleCode: string;
  readonly remains?: string;
  readonly relative?: string;
  readonly person?: string;
  readonly typedOn: number;
  readonly genotypes: Genotypes;
  readonly sex: 'male' | 'female';
  readonly kit: string;
}

function addProfile(recorder: Recorder, offices: Offices, { typedOn, sex, ...profile }: TypedProfile): void {
  recorder.addSynthetic(offices.laboratory, recorder.newId(), {
    type: 'profile.typed', basis: 'measured', when: statedOn(dayOf(typedOn)), ...profile, ...laboratoryWords, amelogenin: sex === 'male' ? 'XY' : 'XX',
  });
}

/** Typings that give a profile. */
export function isTyped(typing: Typing): boolean {
  return typing === 'full' || typing === 'partial' || typing === 'poor';
}
