import type { Json } from '@imena/problem';
import type { Subject } from '@imena/record';
import type { Bound, LanguageCode, Modality, Quantity, QuoteType, ReadDocument, Speaker, SpeakerType, Statement } from '@imena/testimony';
import { listOf, recordOf, textOf } from '../../format/read-json.ts';
import { nameKey } from './name-key.ts';
import { readLocator } from '../locator.ts';

/** Statements of a document stand this far apart: what is compared are their own words, not places in a text. */
const step = 100_000;

/** Confirmed statements as they are compared, and which statement stands at which place. */
export interface ComparedClaims {
  readonly documents: readonly ReadDocument[];
  readonly claimAt: ReadonlyMap<string, string>;
}

export function placeKey({ doc, start }: { readonly doc: string; readonly start: number }): string {
  return `${doc} ${start}`;
}

/**
 * Confirmed statements in the form in which testimony compares them: by document, in the order of its text. The site that
 * a statement is about stands among its places, so that two documents about one site are about one matter.
 * @param publishedOn the day on which a document was published, where it is known
 */
export function documentsOfClaims(claims: readonly Subject[], publishedOn: (document: string) => string | null): ComparedClaims {
  const groups = new Map<string, { id: string; language: LanguageCode; claims: Subject[] }>();
  for (const claim of claims) {
    const id = textOf(value(claim, 'document')) ?? claim.id;
    const language: LanguageCode = textOf(recordOf(value(claim, 'words'))['en']) === undefined ? 'uk' : 'en';
    const group = groups.get(`${language} ${id}`) ?? { id, language, claims: [] };
    group.claims.push(claim);
    groups.set(`${language} ${id}`, group);
  }
  const claimAt = new Map<string, string>();
  const documents = [...groups.values()].map(({ id, language, claims: members }): ReadDocument => {
    // Two halves of one document must not share places.
    const base = language === 'en' ? 0 : members.length * step * 1000;
    const ordered = members.toSorted((a, b) => placeOf(a) - placeOf(b) || a.firstIndex - b.firstIndex);
    const day = publishedOn(id);
    return {
      id, language, publishedOn: day !== null && isDay(day) ? day : null,
      statements: ordered.map((claim, at) => {
        const start = base + at * step;
        claimAt.set(placeKey({ doc: id, start }), claim.id);
        return statementOf(claim, { start, language });
      }),
    };
  });
  return { documents, claimAt };
}

function value(claim: Subject, field: string): Json | undefined {
  return claim.fields[field]?.[0]?.value;
}

function placeOf(claim: Subject): number {
  return readLocator(textOf(value(claim, 'locator')) ?? '')?.start ?? Number.MAX_SAFE_INTEGER;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function statementOf(claim: Subject, { start, language }: { readonly start: number; readonly language: LanguageCode }): Statement {
  const text = textOf(recordOf(value(claim, 'words'))[language]) ?? '';
  const about = recordOf(value(claim, 'about'));
  const saidOn = (textOf(value(claim, 'saidOn')) ?? '').replace(/[?~%]$/, '');
  const site = textOf(about['site']);
  return {
    start, end: start + text.length, text,
    kind: textOf(value(claim, 'claimKind')) === 'observation' ? 'observation' : 'attributed',
    // The code lists of the record are those of testimony: packages/record/src/code-lists.ts.
    quoteType: (textOf(value(claim, 'quoteType')) ?? 'indirect') as QuoteType, modality: (textOf(value(claim, 'modality')) ?? 'observation') as Modality,
    speaker: speakerOf(value(claim, 'speaker'), language), speakerMention: null, cue: null, channel: null, via: [],
    saidOn: isDay(saidOn) ? { text: saidOn, iso: saidOn } : null, eventOn: null,
    about: { places: [...(textOf(about['place']) ?? '').split('; ').filter((one) => one !== ''), ...(site === undefined ? [] : [`site ${site}`])], site: null },
    quantities: listOf(value(claim, 'quantities')).map((one) => quantityOf(recordOf(one), { start, text })), confidence: 1, rule: 'confirmed',
  };
}

function speakerOf(said: Json | undefined, language: LanguageCode): Speaker | null {
  const speaker = recordOf(said);
  const word = (part: string): string | undefined => textOf(recordOf(speaker[part])[language]) ?? textOf(recordOf(speaker[part])['en']) ?? textOf(recordOf(speaker[part])['uk']);
  const stated = textOf(speaker['name']);
  // One person is one, in whichever script a paper writes the name.
  const name = stated === undefined ? (word('role') ?? word('organisation')) : nameKey(stated);
  if (name === undefined) return null;
  return { name, type: (textOf(speaker['type']) ?? 'person') as SpeakerType, role: word('role') ?? null, organisation: word('organisation') ?? null, isNamed: stated !== undefined };
}

/** Figures stand where their digits stand in the words; what happened to the things counted is looked for near them. */
function quantityOf(quantity: Readonly<Record<string, Json>>, { start, text }: { readonly start: number; readonly text: string }): Quantity {
  const number = (field: string): number | null => {
    const stated = textOf(quantity[field]);
    return stated === undefined ? null : Number(stated);
  };
  const stated = number('value');
  const found = stated === null ? null : new RegExp(`(?<!\\d)${String(stated).replace(/\B(?=(\d{3})+$)/g, '[\\s\\u00a0\\u202f,.]?')}(?!\\d)`).exec(text);
  const at = start + (found?.index ?? 0);
  return {
    start: at, end: at + (found?.[0].length ?? 0), text: found?.[0] ?? '', bound: (textOf(quantity['bound']) ?? 'exact') as Bound, value: stated, value2: number('value2'),
    min: null, max: null, unit: textOf(quantity['unit']) ?? '', isLabel: quantity['ordinal'] === true, isSuperseded: false,
  };
}
