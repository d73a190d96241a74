import type { Json } from '@imena/problem';
import type { StandingValue, Subject } from '@imena/record';
import { recordOf, withMember } from '../format/read-json.ts';

export interface DecidingStatement {
  readonly body: Readonly<Record<string, unknown>>;
  readonly supersedes: readonly string[];
}

/**
 * The statements by which somebody entitled decides between values of a field. Superseding takes an entry whole, so
 * each entry that loses is replaced by one of its own type that repeats all it said, with the chosen value in the field.
 * @param chosen the value that shall stand; @param reason the decider's own words
 */
export function decidingStatements(subject: Subject, { field, chosen, reason }: { field: string; chosen: StandingValue; reason: string }): DecidingStatement[] {
  const same = JSON.stringify(chosen.value);
  const losing = (subject.fields[field] ?? []).filter((one) => JSON.stringify(one.value) !== same);
  return losing.flatMap((one): DecidingStatement[] => {
    const item = subject.history.find((entry) => entry.entry === one.entry);
    if (item === undefined) return [];
    return [{ body: { ...withMember<Json>(recordOf(item.body), 'note', undefined), [field]: chosen.value, basis: 'decided', reason }, supersedes: [one.entry] }];
  });
}
