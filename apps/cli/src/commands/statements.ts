import path from 'node:path';
import { describeProblem, ProblemError, refuse } from '@imena/problem';
import { extractStatements, reconcile, type ReadDocument, type SourceDocument, type Statement } from '@imena/testimony';
import { usageOf, type Call, type Command } from '../command.ts';
import { isCalendarDay } from '../calendar-day.ts';
import { parseJson, readText } from '../read-text.ts';

/** Attributed statements of documents, and links among them, in the shape that `statements-gold/1` says a system returns. */
export const statements: Command = {
  name: 'statements',
  usage: 'FILE... [--published YYYY-MM-DD]',
  summary: { en: 'what was said, by whom, about how many, from documents', uk: 'що сказано, ким і про скількох, з документів' },
  help: {
    en: 'FILE is a text, or a JSON document of which doc.id, doc.publication_date and text are read. Prints one JSON array: an object a document, then the links among all. --published is the day of a single document that states none; days that depend on an unknown date stay open. A JSON file without a document among others is named and left out; the exit code is then 1.',
    uk: 'FILE є текстом або документом JSON, з якого читають doc.id, doc.publication_date і text. Виводить один масив JSON: об’єкт на документ, потім зв’язки між усіма. --published задає день єдиного документа без дати; дні, що залежать від невідомої дати, лишаються відкритими. Файл JSON без документа серед інших буде названо й пропущено; код завершення тоді 1.',
  },
  options: { published: { type: 'string' } },
  run: async (call) => {
    if (call.positionals.length === 0) throw usageOf(statements);
    const { given, isWhole } = await readAll(call);
    refuseSameIds(given);
    const documents = withPublished(given, call.text('published')).map((document) => extractStatements(document));
    call.out(JSON.stringify([...documents.map(describeDocument), { links: reconcile(documents) }]));
    return isWhole ? 0 : 1;
  },
};

interface Given {
  readonly file: string;
  readonly document: SourceDocument;
}

/**
 * The documents among the files. A JSON file that holds none (a list of links beside the documents of a folder) is named
 * and left out, and the command ends with 1; every other trouble, and a call with no document at all, refuses the whole.
 */
async function readAll(call: Call): Promise<{ given: readonly Given[]; isWhole: boolean }> {
  const given: Given[] = [];
  const left: ProblemError[] = [];
  for (const file of call.positionals) {
    try {
      given.push(await readDocument(file));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'statements.no_text') throw error;
      left.push(error);
    }
  }
  const [first] = left;
  if (given.length === 0 && first !== undefined) throw first;
  for (const { problem } of left) call.err(describeProblem(problem, call.language));
  return { given, isWhole: left.length === 0 };
}

/** @throws Problem `cli.file_unreadable`, `cli.not_utf8`, `json.*`, `statements.not_text`, `statements.no_text`, `statements.date_wrong` */
async function readDocument(file: string): Promise<Given> {
  const text = await readText(file);
  if (!file.toLowerCase().endsWith('.json')) {
    if (text.includes('\u0000')) refuse('statements.not_text', { file });
    return { file, document: { id: path.parse(file).name, text, publishedOn: null } };
  }
  return { file, document: readJsonDocument(file, text) };
}

function readJsonDocument(file: string, json: string): SourceDocument {
  const { doc, text } = fields(parseJson(file, json));
  const { id, publication_date: published = null } = fields(doc);
  if (typeof text !== 'string') return refuse('statements.no_text', { file, field: 'text' });
  if (typeof id !== 'string' || id === '') return refuse('statements.no_text', { file, field: 'doc.id' });
  if (published !== null && typeof published !== 'string') return refuse('statements.no_text', { file, field: 'doc.publication_date' });
  return { id, text, publishedOn: published === null ? null : dayOf(published, file) };
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

function dayOf(text: string, file: string): string {
  return isCalendarDay(text) ? text : refuse('statements.date_wrong', { date: text, file });
}

function refuseSameIds(given: readonly Given[]): void {
  const seen = new Map<string, string>();
  for (const { file, document } of given) {
    const other = seen.get(document.id);
    if (other !== undefined) refuse('statements.same_id', { id: document.id, file: other, other: file });
    seen.set(document.id, file);
  }
}

/** The day given on the command line belongs to the one document that states none. */
function withPublished(given: readonly Given[], published: string | undefined): SourceDocument[] {
  if (published === undefined) return given.map(({ document }) => document);
  const day = dayOf(published, '--published');
  const undated = given.filter(({ document }) => document.publishedOn === null);
  if (undated.length > 1) refuse('statements.published_unclear', { count: undated.length, files: undated.map(({ file }) => file).join(', ') });
  return given.map(({ document }) => (document.publishedOn === null ? { ...document, publishedOn: day } : document));
}

function describeDocument({ id, publishedOn, language, statements: list }: ReadDocument): object {
  return { doc: id, publication_date: publishedOn, language, statements: list.map(describeStatement) };
}

function describeStatement(statement: Statement): object {
  const { kind, start, end, text, speaker, saidOn, eventOn, modality, quantities, channel, via, about, confidence, rule } = statement;
  return {
    kind, quote_type: statement.quoteType, start, end, text,
    speaker: speaker?.name ?? null,
    speaker_type: speaker?.type ?? null, role: speaker?.role ?? null, organisation: speaker?.organisation ?? null, named: speaker?.isNamed ?? false,
    speaker_mention: statement.speakerMention, cue: statement.cue, channel, via,
    said_on: saidOn?.iso ?? null, said_on_text: saidOn?.text ?? null, event_on: eventOn,
    about: { place: about.places, site: about.site }, modality,
    quantities: quantities.map(({ start: from, end: to, text: words, bound, value, value2, min, max, unit, isLabel, isSuperseded }) => ({
      start: from, end: to, text: words, bound, value, ...(value2 === null ? {} : { value2 }), min, max, unit,
      ...(isLabel ? { ordinal: true } : {}), ...(isSuperseded ? { status: 'superseded' } : {}),
    })),
    confidence, rule,
  };
}
