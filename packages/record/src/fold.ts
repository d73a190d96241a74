import type { Json } from '@imena/problem';
import { mostExactDate } from './agreed-date.ts';
import type { SubjectKind } from './code-lists.ts';
import type { Body } from './statement.ts';
import { statementTypes } from './statements/index.ts';

/** What stays of an entry whose content was erased. */
export interface Erased {
  readonly kind: 'erased';
  readonly on: string;
  readonly by: string;
  readonly ground: string;
}

/** One entry as the fold sees it. `index` is its place in the log; own unsent entries come after the log. */
export interface FoldEntry {
  readonly id: string;
  readonly index: number;
  readonly scope: string;
  readonly subject: string;
  readonly kind: string;
  readonly by: string;
  readonly device: string;
  /** The device's clock, a claim. */
  readonly at: string;
  readonly supersedes: readonly string[];
  readonly body: Body | Erased;
  readonly files: readonly EntryFile[];
}

/** A file that an entry carries; `sha256` is null once the salt was erased. */
export interface EntryFile {
  readonly sha256: string | null;
  readonly size: number;
}

/** Who stands behind a value: always shown beside it. */
export interface Origin {
  readonly entry: string;
  readonly index: number;
  readonly by: string;
  readonly at: string;
  readonly basis: string;
  readonly when?: string;
}

export interface StandingValue extends Origin {
  readonly value: Json;
}

export interface ListItem extends Origin {
  readonly type: string;
  readonly value: Readonly<Record<string, Json>>;
  readonly files: readonly EntryFile[];
}

export type EntryState = 'standing' | 'superseded' | 'withdrawn' | 'erased';

/** One line of a subject's history; nothing is ever missing from it. */
export interface HistoryItem extends Origin {
  readonly type: string;
  readonly state: EntryState;
  readonly supersedes: readonly string[];
  /** Entries that took this one's effect away. */
  readonly supersededBy: readonly string[];
  readonly body: Readonly<Record<string, Json>> | Erased;
  readonly files: readonly EntryFile[];
}

/** A subject as all its entries together make it. Plain JSON. */
export interface Subject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly scope: string;
  /** Values not superseded, by field; different values that cannot all be true are a disagreement until a person decides. */
  readonly fields: Readonly<Record<string, readonly StandingValue[]>>;
  readonly lists: Readonly<Record<string, readonly ListItem[]>>;
  readonly history: readonly HistoryItem[];
  readonly disagreements: readonly string[];
  readonly synthetic: boolean;
  readonly firstIndex: number;
  readonly lastIndex: number;
}

/**
 * Folds all entries of one subject into its present state. The result depends on the set of entries alone: log order
 * only breaks ties of display. Subjects are always folded whole, never patched.
 * @param entries - every entry about one subject, in any order
 * @returns null when none of them brings a subject into being (its creating entry has not arrived)
 */
export function foldSubject(entries: readonly FoldEntry[]): Subject | null {
  const ordered = [...entries].sort(byLogOrder);
  const creator = ordered.find((entry) => createsSubject(entry));
  if (creator === undefined) return null;
  const states = decideStates(ordered);
  const fields: Record<string, StandingValue[]> = {};
  const lists: Record<string, ListItem[]> = {};
  for (const entry of ordered) {
    if (states.state.get(entry.id) !== 'standing' || isErased(entry.body)) continue;
    applyEntry(entry, entry.body, fields, lists);
  }
  return {
    id: creator.subject,
    kind: kindOf(creator),
    scope: creator.scope,
    fields,
    lists,
    history: ordered.map((entry) => historyItem(entry, states)),
    disagreements: Object.keys(fields).filter((name) => (fields[name] ?? []).length > 0 && agreedOf(name, fields[name] ?? []) === undefined).sort(),
    synthetic: ordered.some((entry) => !isErased(entry.body) && entry.body['synthetic'] === true),
    firstIndex: creator.index,
    lastIndex: ordered[ordered.length - 1]?.index ?? creator.index,
  };
}

/** The different values that stand in a field, each with everybody who gave it, first given first. */
export function distinctValues(values: readonly StandingValue[]): { value: Json; given: StandingValue[] }[] {
  const groups = new Map<string, { value: Json; given: StandingValue[] }>();
  for (const standing of values) {
    const key = stableText(standing.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { value: standing.value, given: [standing] });
    else group.given.push(standing);
  }
  return [...groups.values()];
}

/** The one value of a field, or undefined when there is none or people disagree; the most exact of dates that lie within each other. */
export function agreedValue(subject: Subject, field: string): Json | undefined {
  return agreedOf(field, subject.fields[field] ?? []);
}

function agreedOf(field: string, standing: readonly StandingValue[]): Json | undefined {
  const [first, ...others] = distinctValues(standing).map(({ value }) => value);
  return first === undefined || others.length === 0 ? first : mostExactDate(field, [first, ...others]);
}

/** The agreed value, or the first given where people disagree: for labels and sorting, never for a decision. */
export function shownValue(subject: Subject, field: string): Json | undefined {
  return subject.fields[field]?.[0]?.value;
}

export function isErased(body: Body | Erased): body is Erased {
  return 'kind' in body && body['kind'] === 'erased' && !('type' in body);
}

interface States {
  readonly state: ReadonlyMap<string, EntryState>;
  readonly supersededBy: ReadonlyMap<string, readonly string[]>;
}

/**
 * A withdrawal takes an entry back whole, so what it superseded stands again; any other superseding entry takes the
 * value but stays in force itself, so a correction of a correction leaves only the last. Entries that supersede each
 * other in a ring (only a forged chain can) count as withdrawn by nobody: all stand, visibly.
 */
function decideStates(entries: readonly FoldEntry[]): States {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const supersededBy = new Map<string, string[]>();
  for (const entry of entries) {
    for (const target of entry.supersedes) {
      if (!byId.has(target) || target === entry.id) continue;
      supersededBy.set(target, [...(supersededBy.get(target) ?? []), entry.id]);
    }
  }
  const withdrawn = new Map<string, boolean>();
  const isWithdrawn = (entryId: string, path: ReadonlySet<string>): boolean => {
    const known = withdrawn.get(entryId);
    if (known !== undefined) return known;
    if (path.has(entryId)) return false;
    const next = new Set(path).add(entryId);
    const result = (supersededBy.get(entryId) ?? []).some((other) => isWithdrawal(byId.get(other)) && !isWithdrawn(other, next));
    withdrawn.set(entryId, result);
    return result;
  };
  const none: ReadonlySet<string> = new Set();
  const state = new Map<string, EntryState>();
  for (const entry of entries) {
    const by = (supersededBy.get(entry.id) ?? []).filter((other) => !isWithdrawn(other, none));
    if (isErased(entry.body)) state.set(entry.id, 'erased');
    else if (by.some((other) => isWithdrawal(byId.get(other)))) state.set(entry.id, 'withdrawn');
    else state.set(entry.id, by.length > 0 ? 'superseded' : 'standing');
  }
  return { state, supersededBy };
}

function isWithdrawal(entry: FoldEntry | undefined): boolean {
  return entry !== undefined && !isErased(entry.body) && entry.body.type === 'statement.withdrawn';
}

function applyEntry(entry: FoldEntry, body: Body, fields: Record<string, StandingValue[]>, lists: Record<string, ListItem[]>): void {
  const type = statementTypes.get(body.type);
  if (type === undefined) return;
  const origin = originOf(entry, body);
  for (const name of type.sets) {
    const value = body[name];
    if (value === undefined) continue;
    (fields[name] ??= []).push({ ...origin, value: value as Json });
  }
  if (type.adds !== undefined) {
    (lists[type.adds] ??= []).push({ ...origin, type: body.type, value: body as unknown as Record<string, Json>, files: entry.files });
  }
}

function originOf(entry: FoldEntry, body: Body | Erased): Origin {
  const erased = isErased(body);
  return {
    entry: entry.id, index: entry.index, by: entry.by, at: entry.at, basis: erased ? 'erased' : body.basis,
    ...(!erased && body.when !== undefined ? { when: body.when.edtf } : {}),
  };
}

function historyItem(entry: FoldEntry, states: States): HistoryItem {
  return {
    ...originOf(entry, entry.body),
    type: isErased(entry.body) ? 'erased' : entry.body.type,
    state: states.state.get(entry.id) ?? 'standing',
    supersedes: entry.supersedes,
    supersededBy: states.supersededBy.get(entry.id) ?? [],
    body: entry.body as Erased | Record<string, Json>,
    files: entry.files,
  };
}

function createsSubject(entry: FoldEntry): boolean {
  return !isErased(entry.body) && (statementTypes.get(entry.body.type)?.creates ?? false);
}

function kindOf(creator: FoldEntry): SubjectKind {
  const type = isErased(creator.body) ? undefined : statementTypes.get(creator.body.type);
  if (type === undefined || type.subject === 'any' || type.subject[0] === undefined) throw new Error('a creating entry has one kind of subject');
  return type.subject[0];
}

function byLogOrder(a: FoldEntry, b: FoldEntry): number {
  return a.index - b.index || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** JSON with sorted keys: equal values give equal text whatever order their fields came in. */
export function stableText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => stableText(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, Json>>;
    return `{${Object.keys(record).sort().map((key) => `${JSON.stringify(key)}:${stableText(record[key] ?? null)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
