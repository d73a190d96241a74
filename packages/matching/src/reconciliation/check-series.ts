import { readGraveNumber } from './grave-number.ts';
import { makeMismatch } from './make-mismatch.ts';
import type { ListName, Mismatch, ReconciliationInput } from './types.ts';

interface Numbered {
  readonly id: string;
  readonly number: string | null;
  /** Rows of one place may share a number: two markers of one grave. */
  readonly place: string;
}

/** Fewer numbers than this are no series, and nothing can be missing in them. */
const shortestSeries = 3;

/** Numbers missing in the series of journal, markers and graves, numbers that stand twice, and numbers without digits. */
export function checkSeries({ journal, markers, graves }: ReconciliationInput): Mismatch[] {
  return [
    ...checkList('journal', journal.map(({ id, number }) => ({ id, number, place: id }))),
    ...checkList('markers', markers.map(({ id, number, grave }) => ({ id, number, place: grave === null ? `marker ${id}` : `grave ${grave}` }))),
    ...checkList('graves', graves.map(({ id, number }) => ({ id, number, place: id }))),
  ];
}

function checkList(list: ListName, rows: readonly Numbered[]): Mismatch[] {
  const byKey = new Map<string, Numbered[]>();
  const serials = new Set<number>();
  const unread: Mismatch[] = [];
  for (const row of rows) {
    const number = readGraveNumber(row.number);
    if (number === null) {
      if (row.number !== null) unread.push(makeMismatch('number_not_read', { [list]: [row.id] }, { number: row.number }));
      continue;
    }
    byKey.set(number.key, [...(byKey.get(number.key) ?? []), row]);
    // 398-а shows that the series reached 398.
    const serial = number.serial ?? Number(/^\d+/u.exec(number.key)?.[0]);
    if (Number.isSafeInteger(serial)) serials.add(serial);
  }
  const twice = [...byKey].filter(([, same]) => new Set(same.map(({ place }) => place)).size > 1)
    .map(([key, same]) => makeMismatch('number_twice', { [list]: same.map(({ id }) => id) }, { list, number: key, times: same.length }, `number=${encodeURIComponent(key)}`));
  return [...gapsOf(list, [...serials].sort((a, b) => a - b)), ...twice, ...unread];
}

function gapsOf(list: ListName, serials: readonly number[]): Mismatch[] {
  if (serials.length < shortestSeries) return [];
  return serials.flatMap((serial, i) => {
    const before = serials[i - 1];
    if (before === undefined || serial === before + 1) return [];
    const [from, to] = [before + 1, serial - 1];
    return [makeMismatch('number_missing', {}, { list, from, to, count: to - from + 1 }, `${list} ${from}-${to}`)];
  });
}
