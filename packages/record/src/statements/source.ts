import { z } from 'zod';
import { bounds, claimKinds, claimRelations, credibilities, modalities, quoteTypes, reliabilities, speakerTypes } from '../code-lists.ts';
import { defineStatement, type StatementType } from '../statement.ts';
import { bilingual, edtf, id, line, prose, sha256Hex } from '../values.ts';

const readers = ['coordinator', 'analyst', 'family_liaison'] as const;

/** A figure as somebody gave it: a bound, a value in a unit; `ordinal` marks a label such as a number on a cross, never a count. */
export const quantity = z.strictObject({
  bound: z.enum(bounds),
  value: z.string().regex(/^-?[0-9]+(\.[0-9]+)?$/).nullable(),
  value2: z.string().regex(/^-?[0-9]+(\.[0-9]+)?$/).nullable().optional(),
  unit: line(80),
  ordinal: z.boolean().optional(),
});
export type Quantity = z.infer<typeof quantity>;

/** Source documents, and who said what in them. */
export const sourceStatements: readonly StatementType[] = [
  defineStatement({
    type: 'source.taken_in', entryKind: 'source', subject: ['source'], creates: true, writers: readers,
    shape: { title: line(300), outlet: line(200), url: line(1000).optional(), publishedOn: edtf.optional(), capturedOn: edtf.optional(), language: line(20).optional(), description: bilingual.optional() },
    sets: ['title', 'outlet', 'url', 'publishedOn', 'capturedOn', 'language', 'description'],
  }),
  defineStatement({
    type: 'source.graded', entryKind: 'source', subject: ['source'], writers: readers,
    shape: { reliability: z.enum(reliabilities), explanation: prose.optional() }, sets: ['reliability'],
  }),
  /** The text as it was made out of the original, a file of its own: places of statements are counted in it. */
  defineStatement({
    type: 'source.text_extracted', entryKind: 'source', subject: ['source'], writers: readers, adds: 'texts',
    shape: {
      /** Index into the entry's files: UTF-8 text. */
      file: z.int().min(0).max(50), sha256: sha256Hex, characters: z.int().min(1).max(10_000_000),
      /** Name and version of the reader; `typed by hand` where a person typed or pasted it. */
      extractor: line(80),
      /** SHA-256 of the file the text was made out of; left out where there is none. */
      original: sha256Hex.optional(),
    },
  }),
  /** Somebody went through every statement that was proposed in the text. */
  defineStatement({
    type: 'source.read_through', entryKind: 'source', subject: ['source'], writers: readers, adds: 'readings',
    shape: { sha256: sha256Hex, confirmed: z.int().min(0).max(100_000), rejected: z.int().min(0).max(100_000) },
  }),
  defineStatement({
    type: 'claim.stated', entryKind: 'source', subject: ['claim'], creates: true, writers: readers,
    shape: {
      document: id, claimKind: z.enum(claimKinds), quoteType: z.enum(quoteTypes),
      speaker: z.strictObject({ name: line(200).optional(), role: bilingual.optional(), organisation: bilingual.optional(), type: z.enum(speakerTypes), named: z.boolean() }).optional(),
      channel: z.strictObject({ outlet: line(200).optional(), medium: line(120).optional() }).optional(),
      via: z.array(line(200)).max(10).optional(),
      saidOn: edtf.optional(), eventOn: edtf.optional(),
      about: z.strictObject({ site: id.optional(), place: line(200).optional(), subjects: z.array(id).max(50).optional() }),
      modality: z.enum(modalities),
      quantities: z.array(quantity).max(20),
      words: bilingual, quote: line(1000).optional(), locator: line(300).optional(),
    },
    sets: ['document', 'claimKind', 'quoteType', 'speaker', 'channel', 'via', 'saidOn', 'eventOn', 'about', 'modality', 'quantities', 'words', 'quote', 'locator'],
  }),
  defineStatement({
    type: 'claim.graded', entryKind: 'source', subject: ['claim'], writers: readers,
    shape: { credibility: z.enum(credibilities), explanation: prose.optional() }, sets: ['credibility'],
  }),
  defineStatement({
    type: 'claim.linked', entryKind: 'source', subject: ['claim'], writers: readers, adds: 'claimLinks',
    shape: { to: id, relation: z.enum(claimRelations), explanation: prose.optional() },
  }),
  /** A link that the software proposed and a person refused: it is not proposed again. */
  defineStatement({
    type: 'claim.link_rejected', entryKind: 'source', subject: ['claim'], writers: readers, adds: 'linkRejections',
    shape: { to: id, relation: z.enum(claimRelations), explanation: prose.optional() },
  }),
  /** This grave, that area, this site is what the statement speaks of; said by a person after the statement was confirmed. */
  defineStatement({
    type: 'claim.about_linked', entryKind: 'source', subject: ['claim'], writers: readers, adds: 'aboutLinks',
    shape: { to: id, explanation: prose.optional() },
  }),
];
