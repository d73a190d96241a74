import type { Cue, CueKind, WordTable } from './language.ts';
import type { Modality } from '../types.ts';

/** A table of words separated by white space; a word that ends in `*` stands for all that begin with it. */
export function words(list: string): WordTable {
  const exact = new Set<string>();
  const stems = new Map<number, Set<string>>();
  for (const word of list.split(/\s+/)) {
    if (word === '') continue;
    if (!word.endsWith('*')) {
      exact.add(word);
      continue;
    }
    const stem = word.slice(0, -1);
    const ofLength = stems.get(stem.length) ?? new Set<string>();
    ofLength.add(stem);
    stems.set(stem.length, ofLength);
  }
  const lengths = [...stems.entries()];
  return { has: (norm) => exact.has(norm) || lengths.some(([length, ofLength]) => norm.length >= length && ofLength.has(norm.slice(0, length))) };
}

/** Pairs `word:value`, separated by white space. */
export function pairs(list: string): Map<string, string> {
  return new Map(list.split(/\s+/).filter((pair) => pair !== '').map((pair) => {
    const at = pair.lastIndexOf(':');
    return [pair.slice(0, at).replace(/_/g, ' '), pair.slice(at + 1).replace(/_/g, ' ')];
  }));
}

/** Pairs `word:number`. */
export function numbers(list: string): Map<string, number> {
  return new Map([...pairs(list)].map(([word, value]) => [word, Number(value)]));
}

/** Phrases separated by commas, each as its words. */
export function phrases(list: string): string[][] {
  return list.split(',').map((phrase) => phrase.trim().split(/\s+/)).filter((phrase) => phrase[0] !== '');
}

export interface CueRow {
  readonly forms: string;
  readonly kind?: CueKind;
  readonly takes?: Cue['takes'];
  readonly modality?: Modality;
}

/** Every form of every row, with what the row says of it; the first form is the lemma, or `lemma:form` names one that is no form itself. */
export function cueTable(rows: readonly CueRow[]): Map<string, Cue> {
  const table = new Map<string, Cue>();
  for (const { forms, kind = 'say', takes = 'anything', modality = null } of rows) {
    for (const group of forms.split(',')) {
      const list = group.trim().split(/\s+/);
      for (const form of list) {
        const colon = form.indexOf(':');
        table.set(form.slice(colon + 1), { lemma: colon < 0 ? (list[0] ?? form) : form.slice(0, colon), kind, takes, modality });
      }
    }
  }
  return table;
}
