import { createHash, randomUUID } from 'node:crypto';
import type { Body, SubjectKind } from '@imena/record';
import type { InstallationAuthor, InstallationStatement } from '../ledger/append-as-installation.ts';

/** A kind of subject that lives in a site's scope, with one synthetic example of it. */
export interface Example {
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly entry: string;
  /** A text that stands in no other subject of any scope. */
  readonly canary: string;
}

/** A site with one subject of every kind, and a photograph of its grave. */
export interface SiteWorld {
  readonly scope: string;
  readonly examples: readonly Example[];
  readonly photograph: { readonly sha256: string; readonly entry: string };
}

const synthetic = { basis: 'observed', synthetic: true } as const;

/** What is said of each kind, in an order in which every subject exists before it is named. */
function bodies(site: string, ids: ReadonlyMap<SubjectKind, string>, canaryOf: (kind: SubjectKind) => string): [SubjectKind, Record<string, unknown>][] {
  const id = (kind: SubjectKind): string => ids.get(kind) ?? site;
  const words = { en: 'synthetic', uk: 'вигадане' };
  return [
    ['site', { type: 'site.registered', code: canaryOf('site'), name: words }],
    ['area', { type: 'area.defined', site, code: canaryOf('area'), name: words, areaType: 'civilian' }],
    ['grave', { type: 'grave.marked', site, number: canaryOf('grave') }],
    ['burial_record', { type: 'burial.listed', site, number: canaryOf('burial_record') }],
    ['remains', { type: 'remains.recovered', site, code: canaryOf('remains'), completeness: 'complete' }],
    ['sample', { type: 'sample.taken', code: canaryOf('sample'), sampleType: 'femur' }],
    ['profile', { type: 'profile.typed', sampleCode: canaryOf('profile'), genotypes: { D3S1358: ['15', '16'] } }],
    ['person', { type: 'person.reported', code: canaryOf('person'), informant: { relation: 'sister' } }],
    ['family', { type: 'family.registered', code: canaryOf('family'), missing: [id('person')] }],
    ['relative', { type: 'relative.registered', family: id('family'), code: canaryOf('relative'), relation: 'sister' }],
    ['source', { type: 'source.taken_in', title: canaryOf('source'), outlet: 'synthetic' }],
    ['claim', { type: 'claim.stated', document: id('source'), claimKind: 'attributed', quoteType: 'none', about: { site }, modality: 'estimate', quantities: [], words: { en: canaryOf('claim') } }],
    ['identification', { type: 'identification.proposed', code: canaryOf('identification'), remains: [id('remains')], person: id('person'), ground: 'other', contradictions: [], argument: 'synthetic' }],
    ['run', { type: 'run.recorded', runKind: 'dna', code: canaryOf('run'), inputsHash: '0'.repeat(64), parameters: {}, software: 'test', remainsCount: 0, personsCount: 0, pairsAbove: 0 }],
  ];
}

/** The kinds that a site world holds. */
export const exampleKinds: readonly SubjectKind[] = bodies('', new Map(), () => '').map(([kind]) => kind);

// The smallest PNG: one pixel.
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Makes the world as the installation; `mark` (one letter) keeps the canaries of two worlds apart. */
export async function makeSiteWorld(author: InstallationAuthor, mark: string): Promise<SiteWorld> {
  const scope = randomUUID();
  const ids = new Map<SubjectKind, string>(exampleKinds.map((kind) => [kind, kind === 'site' ? scope : randomUUID()]));
  const canaryOf = (kind: SubjectKind): string => `ZQ${mark}X${String(exampleKinds.indexOf(kind)).padStart(2, '0')}Q`;
  const statements = bodies(scope, ids, canaryOf).map(([kind, body]): InstallationStatement => ({ scope, subject: ids.get(kind) ?? scope, body: { ...synthetic, ...body } as unknown as Body }));
  const photographed: InstallationStatement = {
    scope, subject: ids.get('grave') ?? '', files: [{ name: 'grave.png', mediaType: 'image/png', bytes: pixel }],
    body: { ...synthetic, type: 'subject.photographed', file: 0, mediaType: 'image/png', sensitive: false },
  };
  const appended = await author.append([...statements, photographed]);
  const examples = exampleKinds.map((kind, i): Example => ({ kind, subject: ids.get(kind) ?? '', entry: appended[i]?.id ?? '', canary: canaryOf(kind) }));
  return { scope, examples, photograph: { sha256: createHash('sha256').update(pixel).digest('hex'), entry: appended.at(-1)?.id ?? '' } };
}
