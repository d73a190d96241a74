import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareMissingPerson, scoreRemains, type Profile } from '@imena/kinship';
import { agreedValue, entryKindOf, foldSubject, interchangeableMembers, isValidCode, parseBody, statementType, summarise, type FoldEntry, type PedigreeMember, type Subject } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { buildDemonstration } from './index.ts';
import { demonstrationMarkers } from './statements/genotypes.ts';
import type { Demonstration } from './types.ts';

const demonstration = buildDemonstration();
const everything = JSON.stringify(demonstration.entries, (key, value: unknown) => (key === 'bytes' ? undefined : value));
const subjects = foldAll(demonstration);

function foldAll({ entries }: Demonstration): ReadonlyMap<string, Subject> {
  const bySubject = new Map<string, FoldEntry[]>();
  entries.forEach((entry, index) => {
    const type = statementType(entry.body.type);
    const line: FoldEntry = {
      id: entry.ref, index, scope: entry.scope, subject: entry.subject, kind: entryKindOf(type, 'site'), by: 'demonstration', device: 'demonstration', at: '2022-10-01T00:00:00Z',
      supersedes: entry.supersedes ?? [], body: entry.body, files: [],
    };
    bySubject.set(entry.subject, [...(bySubject.get(entry.subject) ?? []), line]);
  });
  return new Map([...bySubject].map(([id, lines]) => {
    const subject = foldSubject(lines);
    if (subject === null) throw new Error(`subject ${id} is never created`);
    return [id, subject];
  }));
}

function ofKind(kind: string): Subject[] {
  return [...subjects.values()].filter((subject) => subject.kind === kind);
}

function the(id: string | undefined): Subject {
  const subject = subjects.get(id ?? '');
  if (subject === undefined) throw new Error(`no subject ${String(id)}`);
  return subject;
}

function digestOf(value: Demonstration): string {
  const hash = createHash('sha256').update(JSON.stringify(value, (key, part: unknown) => (key === 'bytes' ? undefined : part)));
  for (const file of value.entries.flatMap((entry) => entry.files ?? [])) hash.update(file.bytes);
  return hash.digest('hex');
}

/** Profiles of a kind of owner, by the owner's id. */
function profilesOf(owner: 'remains' | 'relative'): ReadonlyMap<string, Profile> {
  return new Map(ofKind('profile').flatMap((profile) => {
    const id = agreedValue(profile, owner);
    return typeof id === 'string' ? [[id, agreedValue(profile, 'genotypes') as unknown as Profile]] : [];
  }));
}

describe('the demonstration as statements', () => {
  it('holds only statements that the register accepts, and parsing changes none of them', () => {
    for (const { body } of demonstration.entries) expect(parseBody(body)).toEqual(body);
  });

  it('creates every subject before it is named, once, in a scope that exists', () => {
    const created = new Set<string>();
    const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
    const refs = new Set<string>();
    for (const entry of demonstration.entries) {
      expect(refs.has(entry.ref)).toBe(false);
      refs.add(entry.ref);
      const type = statementType(entry.body.type);
      if (type.creates && entry.body.type !== 'person.reported') expect(created.has(entry.subject)).toBe(false);
      if (type.creates) created.add(entry.subject);
      else expect(created.has(entry.subject)).toBe(true);
      expect(created.has(entry.scope)).toBe(true);
      expect(the(entry.subject).scope).toBe(entry.scope);
      for (const named of JSON.stringify(entry.body).match(uuid) ?? []) expect(created.has(named)).toBe(true);
    }
  });

  it('says every statement of the kinds of subject it may be said of', () => {
    for (const entry of demonstration.entries) {
      const allowed = statementType(entry.body.type).subject;
      if (allowed !== 'any') expect(allowed).toContain(the(entry.subject).kind);
    }
  });

  it('comes out the same, byte for byte, from the same seed, and different from another', () => {
    expect(digestOf(buildDemonstration())).toBe(digestOf(demonstration));
    expect(digestOf(buildDemonstration({ seed: 1 }))).not.toBe(digestOf(demonstration));
  });

  it('is built in less than three seconds and reports its progress', () => {
    const stages = new Set<string>();
    const start = performance.now();
    buildDemonstration({ onProgress: ({ stage, done, total }) => { expect(done).toBeLessThanOrEqual(total); stages.add(stage); } });
    expect(performance.now() - start).toBeLessThan(3000);
    expect([...stages]).toEqual(['sources', 'graves', 'families', 'remains', 'profiles']);
  });

  it('never lets the truth table or a key of the tour into the register', () => {
    for (const word of ['truth', 'markerTrue', 'nobodyReported', 'cousinOnly']) expect(everything).not.toContain(word);
  });
});

describe('what is there', () => {
  it('440 synthetic graves and the mass grave that was reported', () => {
    const graves = ofKind('grave');
    expect(graves.filter((grave) => grave.synthetic)).toHaveLength(440);
    expect(graves.filter((grave) => !grave.synthetic).map((grave) => agreedValue(grave, 'graveType'))).toEqual(['mass']);
    for (const grave of graves) expect(agreedValue(grave, 'invented')).toBe(true);
  });

  it('about 120 missing persons, about 90 remains, and families with consents of every kind', () => {
    expect(ofKind('person')).toHaveLength(120);
    expect(ofKind('remains').length).toBeGreaterThanOrEqual(88);
    expect(ofKind('remains').length).toBeLessThanOrEqual(94);
    const states = new Set(ofKind('relative').map((relative) => summarise(relative).status));
    expect([...states].sort()).toEqual(['consent_withdrawn', 'consented', 'not_asked', 'refused']);
  });

  it('remains with valid, different codes', () => {
    const codes = ofKind('remains').map((remains) => agreedValue(remains, 'code') as string);
    expect(codes.every((code) => isValidCode(code))).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('crosses with a number, a name, both or neither; 398 is the highest number, some are missing, one comes twice', () => {
    const graves = ofKind('grave').filter((grave) => grave.synthetic);
    const text = (grave: Subject, field: string): string => grave.fields[field]?.map((value) => (value.value as { text?: string }).text ?? '')[0] ?? '';
    const numbers = graves.map((grave) => text(grave, 'markerNumber')).filter(Boolean).map(Number);
    expect(Math.max(...numbers)).toBe(398);
    expect(numbers.length - new Set(numbers).size).toBe(1);
    expect(new Set(numbers).size).toBeLessThan(398);
    const kinds = new Set(graves.map((grave) => `${text(grave, 'markerName') === '' ? 'no name' : 'name'}, ${text(grave, 'markerNumber') === '' ? 'no number' : 'number'}`));
    expect(kinds.size).toBe(4);
    expect(graves.filter((grave) => grave.disagreements.includes('markerName')).length).toBeGreaterThanOrEqual(3);
  });

  it('profiles of 8 to 23 markers, some with one known allele only', () => {
    const sizes = [...profilesOf('remains').values()].map((profile) => Object.keys(profile).length);
    expect(Math.min(...sizes)).toBeLessThanOrEqual(10);
    expect(Math.max(...sizes)).toBe(23);
    expect([...profilesOf('remains').values()].some((profile) => Object.values(profile).some((pair) => pair[1] === null))).toBe(true);
  });

  it('people who disagree: some persons with two statures, names or years of birth', () => {
    expect(ofKind('person').filter((person) => person.disagreements.length > 0).length).toBeGreaterThanOrEqual(10);
  });

  it('two missing persons of whom it became known that they live', () => {
    expect(ofKind('person').map((person) => summarise(person).status).filter((status) => status !== 'missing').sort()).toEqual(['found_alive', 'found_detained']);
  });

  it('pictures made in code that say SYNTHETIC in their names and are whole PNG files', () => {
    const files = demonstration.entries.flatMap((entry) => entry.files ?? []);
    for (const file of files) expect(file.name).toContain('synthetic');
    const pictures = files.filter((file) => file.mediaType === 'image/png');
    expect(pictures).toHaveLength(6);
    // The card in place of a picture of remains is covered until somebody asks for it.
    const covered = demonstration.entries.filter(({ body }) => body.type === 'subject.photographed' && 'sensitive' in body && body.sensitive === true);
    expect(covered.map(({ subject }) => subject)).toEqual(demonstration.tour.wrongMarker.remains.map(({ id }) => id));
    for (const file of pictures) expect([...file.bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it('nobody invented without the mark: every person, relative, family, remains, sample and profile is synthetic', () => {
    for (const kind of ['person', 'relative', 'family', 'remains', 'sample', 'profile', 'office']) expect(ofKind(kind).every((subject) => subject.synthetic)).toBe(true);
    expect(ofKind('site').some((subject) => subject.synthetic)).toBe(false);
    // Papers and statements are public ones, or say that they are invented.
    for (const source of ofKind('source')) expect(source.synthetic).toBe(agreedValue(source, 'outlet') !== 'CNN');
    for (const claim of ofKind('claim')) expect(claim.synthetic).toBe(the(agreedValue(claim, 'document') as string).synthetic);
  });
});

describe('the synthetic papers', () => {
  const papers = ofKind('source').filter((source) => source.synthetic);
  const claims = ofKind('claim').filter((claim) => claim.synthetic);
  const textOf = (paper: string): string => {
    const file = demonstration.entries.find((entry) => entry.subject === paper && entry.body.type === 'source.text_extracted')?.files?.[0];
    return new TextDecoder().decode(file?.bytes);
  };

  it('are four in two languages, say in their first line that they are invented, and one waits to be read', () => {
    expect(papers.map((paper) => [agreedValue(paper, 'language'), summarise(paper).status])).toEqual([['uk', 'read'], ['en', 'read'], ['uk', 'read'], ['en', 'unread']]);
    for (const paper of papers) {
      expect(textOf(paper.id).split('\n')[0]).toMatch(/invented for a demonstration|вигадано для демонстрації/);
      expect(agreedValue(paper, 'outlet')).toMatch(/synthetic|вигадан|синтетичн/i);
      expect(agreedValue(paper, 'title')).toMatch(/synthetic|синтетичн/i);
    }
  });

  it('are kept with the hash of their text, and every statement stands at its place in it', () => {
    expect(claims.length).toBe(6);
    for (const claim of claims) {
      const text = textOf(agreedValue(claim, 'document') as string);
      const [, start, end, sha256] = /^utf16=(\d+),(\d+);sha256=([0-9a-f]{64})$/.exec(agreedValue(claim, 'locator') as string) ?? [];
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
      const [quantity] = agreedValue(claim, 'quantities') as { value: string }[];
      expect(text.slice(Number(start), Number(end))).toContain(quantity?.value);
    }
  });

  it('name nobody without the mark', () => {
    for (const claim of claims) expect(JSON.stringify(agreedValue(claim, 'speaker'))).toMatch(/synthetic/);
  });
});

describe('what the reports say', () => {
  const claims = ofKind('claim').filter((claim) => !claim.synthetic);
  const withQuantity = (unit: string): { bound: string; value: string | null; ordinal?: boolean }[] =>
    claims.flatMap((claim) => agreedValue(claim, 'quantities') as unknown as { bound: string; value: string | null; unit: string; ordinal?: boolean }[]).filter((quantity) => quantity.unit === unit);

  it('stands with bound and unit: 440 or more graves, 398 as a label, 17 bodies, over 20 bodies, residents', () => {
    expect(withQuantity('graves').filter((quantity) => quantity.value === '440').map((quantity) => quantity.bound)).toEqual(['at_least', 'at_least']);
    expect(withQuantity('number on a cross').every((quantity) => quantity.ordinal === true && quantity.value === '398')).toBe(true);
    expect(withQuantity('bodies').map(({ bound, value }) => `${bound} ${String(value)}`)).toEqual(expect.arrayContaining(['exact 17', 'more_than 20']));
    expect(withQuantity('residents').map(({ bound, value }) => `${bound} ${String(value)}`)).toEqual(['range 11000', 'up_to 30000']);
  });

  it('keeps "unmarked" beside the crosses that bear names, as a contradiction, and links nothing else wrongly', () => {
    const links = claims.flatMap((claim) => (claim.lists['claimLinks'] ?? []).map((item) => item.value));
    const count = (relation: string): number => links.filter((link) => link['relation'] === relation).length;
    expect([count('same-claim'), count('contradicts'), count('updates')]).toEqual([7, 3, 1]);
    const unmarked = claims.find((claim) => agreedValue(claim, 'quote') === 'unmarked');
    expect(unmarked?.lists['claimLinks']?.map((item) => item.value['relation'])).toEqual(['contradicts', 'contradicts']);
  });

  it('is worded in both languages, and no grade is given', () => {
    for (const claim of claims) {
      const words = agreedValue(claim, 'words') as { en: string; uk: string };
      expect(words.en.length).toBeGreaterThan(10);
      expect(words.uk).toMatch(/[а-щьюяіїєґ]/);
      expect(claim.fields['credibility']).toBeUndefined();
    }
  });
});

const seeds = join(import.meta.dirname, '../../../../shared/seeds');
describe.skipIf(!existsSync(seeds))('against the texts of the reports (skipped where ../shared is not there)', () => {
  const texts = existsSync(seeds) ? readdirSync(seeds).map((name) => readFileSync(join(seeds, name), 'utf8')) : [];

  it('copies no eight words in a row', () => {
    const words = (text: string): string[] => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ');
    const runs = (text: string): string[] => words(text).map((_, at, all) => all.slice(at, at + 8)).filter((run) => run.length === 8).map((run) => run.join(' '));
    const known = new Set(texts.flatMap(runs));
    expect(known.size).toBeGreaterThan(500);
    expect(runs(texts[0] ?? '').every((run) => known.has(run))).toBe(true);
    const ours = demonstration.entries.filter((entry) => /^(claim|source|site|area|grave)\./.test(entry.body.type)).flatMap((entry) => textsIn(entry.body));
    expect(ours.flatMap(runs).filter((run) => known.has(run))).toEqual([]);
  });

  it('names public office holders only: no other name of a person that the reports print', () => {
    const holders = ['Volodymyr Zelensky', 'Valerii Marchenko'];
    const places = /^(President|Rada|Strategic|Ukraine|Defense|Russian|Donetsk|Kharkiv|Individual|Friday|Mayor|Moscow|Izium|Even|Some|When|An|One|Most|Another|Further|Many|People|Currently|Gas|We|They|Over|There|The|As|No|Not|On|In)\b/;
    const names = texts.flatMap((text) => text.match(/\b[A-Z][a-z]+ [A-Z][a-z]+\b/g) ?? []).filter((name) => !places.test(name) && !holders.includes(name));
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const name of names) for (const part of name.split(' ')) if (!/^(CNN|Strategic|Communications|Center|Volodymyr|President|Some)$/.test(part)) expect(everything).not.toContain(part);
  });
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

describe('the stations of the tour', () => {
  const { tour } = demonstration;
  const markers = demonstrationMarkers();
  const relativeProfiles = profilesOf('relative');
  const remainsProfiles = profilesOf('remains');

  function log10Lr(family: string, person: string, remains: string): number {
    const pedigree = agreedValue(the(family), 'pedigree') as unknown as PedigreeMember[];
    const profiles: Record<string, Profile> = {};
    const individuals = pedigree.map((member) => {
      const profile = member.relative === undefined ? undefined : relativeProfiles.get(member.relative);
      if (profile !== undefined) profiles[member.id] = profile;
      return { id: member.id, father: member.father, mother: member.mother, sex: member.sex, ...(profile === undefined ? {} : { profile: member.id }) };
    });
    const missing = pedigree.find((member) => member.person === person)?.id ?? '';
    const prepared = prepareMissingPerson({ pedigree: { name: 'family', individuals }, missing, profiles, markers });
    return scoreRemains(prepared, remainsProfiles.get(remains) ?? {}).lnLr / Math.LN10;
  }
  const idOf = (item: { id: string } | null | undefined): string => item?.id ?? '';
  const scored = (station: (typeof tour)['clear'], person = 0, remains = 0): number => log10Lr(idOf(station.family), idOf(station.persons[person]), idOf(station.remains[remains]));

  it('clear: the remains fit above one million, no other remains do, and nothing stands in the way', () => {
    expect(scored(tour.clear)).toBeGreaterThan(6);
    for (const other of remainsProfiles.keys()) {
      if (other !== tour.clear.remains[0]?.id) expect(log10Lr(idOf(tour.clear.family), idOf(tour.clear.persons[0]), other)).toBeLessThan(0);
    }
    const pedigree = agreedValue(the(tour.clear.family?.id), 'pedigree') as unknown as PedigreeMember[];
    expect(interchangeableMembers(pedigree, 'missing').every((member) => member.state === 'alive')).toBe(true);
    const remains = the(tour.clear.remains[0]?.id);
    const person = the(tour.clear.persons[0]?.id);
    expect((agreedValue(remains, 'sex') as { value: string }).value).toBe(agreedValue(person, 'sex'));
    const found = agreedValue(remains, 'statureMm') as { low: number; high: number };
    const told = agreedValue(person, 'statureMm') as { low: number; high: number };
    expect(found.low <= told.high && told.low <= found.high).toBe(true);
    expect(remains.lists['presumptions']?.[0]?.value['person']).toBe(person.id);
  });

  it('contradiction: DNA fits, and the sex was recorded wrongly', () => {
    expect(scored(tour.contradiction)).toBeGreaterThan(6);
    expect((agreedValue(the(tour.contradiction.remains[0]?.id), 'sex') as { value: string }).value).toBe('female');
    expect(agreedValue(the(tour.contradiction.persons[0]?.id), 'sex')).toBe('male');
  });

  it('brothers: each of the two remains fits both brothers equally', () => {
    expect(tour.brothers.persons).toHaveLength(2);
    expect(tour.brothers.remains).toHaveLength(2);
    for (const remains of [0, 1]) {
      expect(scored(tour.brothers, 0, remains)).toBeGreaterThan(2);
      expect(scored(tour.brothers, 0, remains)).toBeCloseTo(scored(tour.brothers, 1, remains), 9);
    }
  });

  it('wrong marker: the remains were presumed to be one person and fit the family of another', () => {
    const remains = the(tour.wrongMarker.remains[0]?.id);
    expect(remains.lists['presumptions']?.map((item) => item.value['person'])).toEqual([tour.wrongMarker.persons[0]?.id]);
    expect(scored(tour.wrongMarker, 1)).toBeGreaterThan(6);
    const named = ofKind('family').find((family) => JSON.stringify(agreedValue(family, 'missing')).includes(idOf(tour.wrongMarker.persons[0])));
    expect(log10Lr(idOf(named), idOf(tour.wrongMarker.persons[0]), remains.id)).toBeLessThan(0);
  });

  it('two bags: both fit the same person and agree with each other at every marker they share', () => {
    expect(tour.twoBags.remains).toHaveLength(2);
    const [first, second] = tour.twoBags.remains.map((item) => remainsProfiles.get(item.id) ?? {});
    for (const [marker, pair] of Object.entries(second ?? {})) for (const allele of pair) if (allele !== null) expect(first?.[marker]).toContain(allele);
    const bags = tour.twoBags.remains.map((item) => agreedValue(the(item.id), 'bag'));
    expect(new Set(bags).size).toBe(2);
    expect(scored(tour.twoBags, 0, 0)).toBeGreaterThan(4);
  });

  it('nobody reported: the remains fit no family above one thousand', () => {
    const remains = idOf(tour.nobodyReported.remains[0]);
    for (const family of ofKind('family')) {
      for (const person of agreedValue(family, 'missing') as string[]) expect(log10Lr(family.id, person, remains)).toBeLessThan(3);
    }
  });

  it('reported twice: two records, two spellings, one person in truth', () => {
    const [first, second] = tour.reportedTwice.persons.map((item) => JSON.stringify(the(item.id).fields['names']?.[0]?.value));
    expect(first).not.toBe(second);
    expect(demonstration.truth.find((line) => line.remains === tour.reportedTwice.remains[0]?.id)?.person).toBe(tour.reportedTwice.persons[0]?.id);
  });

  it('second cousin only: DNA cannot decide', () => {
    expect(Math.abs(scored(tour.cousinOnly))).toBeLessThan(3);
  });

  it('disputed marker, refusal and withdrawal are where the tour says', () => {
    expect(the(tour.disputedMarker.grave?.id).disagreements).toContain('markerName');
    expect(summarise(the(tour.refusedRelative.id)).status).toBe('refused');
    expect(summarise(the(tour.withdrawnRelative.id)).status).toBe('consent_withdrawn');
    expect(relativeProfiles.has(tour.withdrawnRelative.id)).toBe(true);
    expect(relativeProfiles.has(tour.refusedRelative.id)).toBe(false);
    expect(tour.photographedGraves).toHaveLength(4);
  });

  it('stand in the README under the codes that the seed gives', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const codes = textsIn(tour).filter((text) => /^(IZM-[AB]-\d{4}-\w|AM-\d{4}|F-\d{3}(-\d)?)$/.test(text));
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(readme).toContain(code);
  });

  it('truth: the remains of every reported person with a sample fit their own family better than chance, strangers do not', () => {
    const familyOf = new Map(ofKind('family').flatMap((family) => (agreedValue(family, 'missing') as string[]).map((person) => [person, family.id])));
    const own: number[] = [];
    for (const line of demonstration.truth) {
      const family = familyOf.get(line.person ?? '');
      if (line.person !== null && family !== undefined && remainsProfiles.has(line.remains)) own.push(log10Lr(family, line.person, line.remains));
    }
    expect(own.length).toBeGreaterThan(60);
    expect(own.filter((value) => value > 3).length / own.length).toBeGreaterThan(0.5);
    expect(own.filter((value) => value < -2)).toEqual([]);
  });
});
