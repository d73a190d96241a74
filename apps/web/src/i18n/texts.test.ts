import { codeLists, statementTypes } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { codeListOf } from '../format/code-fields.ts';
import { en } from './en/index.ts';
import { uk } from './uk/index.ts';

type Texts = { readonly [key: string]: string | Texts };

/** All keys with dots; the plural forms of a language count as one key. */
function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key.replace(/_(one|few|many|other)$/, '_plural')] : keysOf(value, `${prefix}${key}.`)));
}

function entriesOf(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : entriesOf(value, `${prefix}${key}.`)));
}

interface Walked { readonly fields: Map<string, Set<string>>; readonly enums: { field: string; type: string; values: string[] }[] }

/** Every field and every closed list of values in the schemas of all statements. */
function walkSchemas(): Walked {
  const walked: Walked = { fields: new Map(), enums: [] };
  for (const statement of statementTypes.values()) walk(statement.schema, { type: statement.type, field: '', walked });
  return walked;
}

function walk(schema: unknown, at: { type: string; field: string; walked: Walked }): void {
  const def = (schema as { _zod: { def: Record<string, unknown> } })._zod.def;
  if (def['type'] === 'enum') at.walked.enums.push({ field: at.field, type: at.type, values: Object.values(def['entries'] as Record<string, string>) });
  if (def['type'] === 'object') {
    for (const [field, inner] of Object.entries(def['shape'] as Record<string, unknown>)) {
      at.walked.fields.set(field, (at.walked.fields.get(field) ?? new Set()).add(at.type));
      walk(inner, { ...at, field });
    }
  }
  for (const inner of [def['innerType'], def['element'], def['in'], def['valueType']]) if (inner !== undefined) walk(inner, at);
  for (const option of (def['options'] ?? def['items'] ?? []) as unknown[]) walk(option, at);
}

const walked = walkSchemas();

describe('texts of the application', () => {
  it('exist in Ukrainian wherever they exist in English, and the other way round', () => {
    expect([...new Set(keysOf(uk))].sort()).toEqual([...new Set(keysOf(en))].sort());
  });

  it('have all plural forms that the language needs', () => {
    const missing = (texts: Texts, forms: readonly string[]) => {
      const keys = new Set(entriesOf(texts).map(([key]) => key));
      const stems = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));
      return stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`)).filter((key) => !keys.has(key));
    };
    expect(missing(en, ['one', 'other'])).toEqual([]);
    expect(missing(uk, ['one', 'few', 'many', 'other'])).toEqual([]);
  });

  it('name the same details in both languages', () => {
    const details = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort().join();
    const english = new Map(entriesOf(en));
    const different = entriesOf(uk).filter(([key, text]) => details(text) !== details(english.get(key.replace(/_(few|many)$/, '_other')) ?? text));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave no Ukrainian text empty or in Latin letters only, except names of things that have none', () => {
    const untranslated = entriesOf(uk).filter(([key, text]) => !/[а-яіїєґ]/i.test(text) && /[a-z]{3}/i.test(text.replace(/\{\{\w+\}\}/g, '')) && !key.startsWith('codes.reliabilities'));
    expect(untranslated).toEqual([]);
  });

  it('label every type of statement in both languages', () => {
    for (const texts of [en, uk]) {
      const labelled = new Set(keysOf(texts.types));
      expect([...statementTypes.keys()].filter((type) => !labelled.has(type))).toEqual([]);
    }
  });

  it('label every field of every statement in both languages', () => {
    for (const texts of [en, uk]) expect([...walked.fields.keys()].filter((field) => !(field in texts.fields))).toEqual([]);
  });

  it('label every value of every code list in both languages', () => {
    for (const texts of [en, uk]) {
      const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.codes;
      const missing = Object.entries(codeLists).flatMap(([list, values]) => (values as readonly string[]).filter((value) => labels[list]?.[value] === undefined).map((value) => `${list}.${value}`));
      expect(missing).toEqual([]);
    }
  });

  it('find the code list of every closed field, with a label for each of its values', () => {
    const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = en.codes;
    const missing = walked.enums.filter(({ field }) => field !== 'amelogenin').flatMap(({ field, type, values }) => {
      const list = codeListOf(field, type);
      return values.filter((value) => list === undefined || labels[list]?.[value] === undefined).map((value) => `${type}.${field}: ${value} in ${list ?? 'no list'}`);
    });
    expect(missing).toEqual([]);
  });
});
