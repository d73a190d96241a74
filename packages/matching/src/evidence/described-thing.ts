import { axisOfConcept, leadingThings, qualityAxes, thingsByPlace, type QualityAxis } from './quality-table.ts';
import { conceptsOf, type Concept } from './terms.ts';

/** A described garment, mark or belonging: the thing, and what is said beside it. */
export interface DescribedThing {
  readonly thing: string;
  readonly qualities: Readonly<Partial<Record<QualityAxis, readonly string[]>>>;
}

/**
 * The keys of what words describe, the same for the same thing and qualities in any language of the lexicon:
 * `чорна куртка` and `куртка, чёрная` are `jacket{colour=black}`, `халат і тапочки` are two things. Empty where nothing
 * is named.
 */
export function termKeys(text: string): readonly string[] {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const made = partsOf(text).map(keyOf).filter((key) => key !== '');
  if (keys.size < mostKept) keys.set(text, made);
  return made;
}

const keys = new Map<string, readonly string[]>();
const things = new Map<string, DescribedThing>();
const mostKept = 20_000;

const between = /[,;+/&]|\s(?:і|й|та|и|да|and)\s/u;

/** The concepts of each thing: a part that names none tells of the one before it, the first of the one after. */
function partsOf(text: string): Concept[][] {
  const parts: Concept[][] = [];
  let isNamed = false;
  for (const part of text.split(between)) {
    const concepts = conceptsOf(part);
    const names = concepts.some(({ concept, isKnown }) => isKnown && !axisOfConcept.has(concept));
    const last = parts.at(-1);
    if (last === undefined || (names && isNamed)) parts.push(concepts);
    else last.push(...concepts);
    isNamed ||= names;
  }
  return parts;
}

function keyOf(concepts: readonly Concept[]): string {
  const [named, unknown, told] = [new Set<string>(), new Set<string>(), new Map<QualityAxis, Set<string>>()];
  const tell = (axis: QualityAxis, concept: string): void => {
    told.set(axis, (told.get(axis) ?? new Set<string>()).add(concept));
  };
  for (const { concept, isKnown } of concepts) {
    const axis = isKnown ? axisOfConcept.get(concept) : undefined;
    if (axis !== undefined) tell(axis, concept);
    else (isKnown ? named : unknown).add(concept);
  }
  const thing = thingOf(named, told, unknown);
  for (const word of unknown) tell('detail', word);
  const qualities = qualityAxes.flatMap((axis) => {
    const said = told.get(axis);
    return said === undefined || said.size === 0 ? [] : [`${axis}=${[...said].sort().join(',')}`];
  });
  return qualities.length === 0 ? thing : `${thing}{${qualities.join(';')}}`;
}

/** What is named; words and qualities that name it themselves are taken out of the sets that are left to tell of it. */
function thingOf(named: ReadonlySet<string>, told: Map<QualityAxis, Set<string>>, unknown: Set<string>): string {
  const leading = leadingThings.find((one) => named.has(one));
  if (leading !== undefined) {
    for (const concept of named) if (concept !== leading) unknown.add(concept);
    return leading;
  }
  const own = new Set(named);
  const take = (axis: QualityAxis): void => {
    for (const concept of told.get(axis) ?? []) own.add(concept);
    told.delete(axis);
  };
  if (named.size === 0 || [...named].some((one) => thingsByPlace.has(one))) take('place');
  if (own.size === 0) {
    for (const word of unknown) own.add(word);
    unknown.clear();
  }
  if (named.size === 0) take('motif');
  for (const axis of qualityAxes) if (own.size === 0) take(axis);
  return [...own].sort().join(' ');
}

/** The description that `termKeys` made a key of. */
export function describedBy(key: string): DescribedThing {
  const known = things.get(key);
  if (known !== undefined) return known;
  const brace = key.indexOf('{');
  const made: DescribedThing = brace < 0 ? { thing: key, qualities: {} } : {
    thing: key.slice(0, brace),
    qualities: Object.fromEntries(key.slice(brace + 1, -1).split(';').map((part) => {
      const [axis = '', values = ''] = part.split('=');
      return [axis, values.split(',')];
    })),
  };
  if (things.size < mostKept) things.set(key, made);
  return made;
}

/** Whether `more` says all that `less` says of the same thing, and something besides. */
export function saysMore(more: string, less: string): boolean {
  // What says more is longer, and begins with the same thing: of most pairs that is enough to know.
  if (more.length <= less.length || more.charCodeAt(0) !== less.charCodeAt(0)) return false;
  const [wide, narrow] = [describedBy(more), describedBy(less)];
  return wide.thing === narrow.thing && qualityAxes.every((axis) => (narrow.qualities[axis] ?? []).every((one) => wide.qualities[axis]?.includes(one) === true));
}

/** Whether a thing is of the teeth, so that a chart of teeth tells of it too. */
export function isDental(key: string): boolean {
  return describedBy(key).thing.split(' ').some((concept) => concept === 'tooth' || concept === 'crown');
}
