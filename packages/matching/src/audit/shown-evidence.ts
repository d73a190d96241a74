import { permanentTeeth, type ToothChart } from '../evidence/tooth-chart.ts';
import type { DaySpan, FoundRemains, MissingReport, StatedDate, YearSpan } from '../records/types.ts';
import type { AuditKind } from './types.ts';

/** What was found, as a short text for the reason; null where nothing was. */
export function shownFound(kind: AuditKind, found: FoundRemains | undefined): string | null {
  if (found === undefined) return null;
  switch (kind) {
    case 'name': return found.name;
    case 'birth': return found.birthYears !== null ? years(found.birthYears) : found.birth !== null ? date(found.birth) : found.statedAge === null ? null : String(found.statedAge);
    case 'age': return found.age === null ? null : `${found.age.low}–${found.age.high}`;
    case 'sex': return found.sex;
    case 'height': return found.stature === null ? null : `${found.stature.cm}`;
    case 'seen': return found.death === null ? null : days(found.death);
    case 'place': return list([found.place, found.street].filter((part) => part !== null), ', ');
    case 'military': return flag(found.isMilitary);
    case 'marks': return list(found.marks);
    case 'clothing': return list(found.clothing);
    case 'belongings': return list(found.belongings);
    case 'hair': return found.hair;
    case 'eyes': return found.eyes;
    case 'numbers': return list(found.numbers.map(({ kind, number }) => `${kind} ${number}`));
    case 'teeth': return chart(found.teeth);
    case 'dna': return null;
  }
}

/** What was reported, in the same way. */
export function shownReported(kind: AuditKind, report: MissingReport | undefined): string | null {
  if (report === undefined) return null;
  switch (kind) {
    case 'name': return report.name ?? list([report.surname, report.given, report.patronymic].filter((part) => part !== null), ' ');
    case 'birth': case 'age': return report.birthYears !== null ? years(report.birthYears) : report.birth !== null ? date(report.birth) : report.age === null ? null : String(report.age);
    case 'sex': return report.sex;
    case 'height': return report.heightCm === null ? null : `${report.heightCm}`;
    case 'seen': return report.lastSeenSpan !== null ? days(report.lastSeenSpan) : report.lastSeen === null ? null : day(report.lastSeen);
    case 'place': return list([report.place, report.street].filter((part) => part !== null), ', ');
    case 'military': return flag(report.isMilitary);
    case 'marks': return list(report.marks);
    case 'clothing': return list(report.clothing);
    case 'belongings': return list(report.belongings);
    case 'hair': return report.hair;
    case 'eyes': return report.eyes;
    case 'numbers': return list(report.numbers.map(({ kind, number }) => `${kind} ${number}`));
    case 'teeth': return chart(report.teeth);
    case 'dna': return null;
  }
}

function date(value: StatedDate | null): string | null {
  if (value === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${value.year}${value.month === null ? '' : `-${two(value.month)}${value.day === null ? '' : `-${two(value.day)}`}`}`;
}

function day(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** As EDTF writes an interval. */
function days({ from, to }: DaySpan): string {
  return `${from === null ? '..' : day(from)}/${to === null ? '..' : day(to)}`;
}

function years({ from, to, isDoubtful }: YearSpan): string {
  const span = from === to ? String(from) : `${from ?? '..'}/${to ?? '..'}`;
  return isDoubtful ? `${span}?` : span;
}

function chart(teeth: ToothChart | null): string | null {
  return teeth === null ? null : list(permanentTeeth.flatMap((tooth) => {
    const one = teeth.get(tooth);
    return one === undefined || one.seen === 'unrestored' ? [] : [`${tooth} ${one.seen}`];
  }));
}

function flag(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}

function list(values: readonly string[], between = '; '): string | null {
  return values.length === 0 ? null : values.join(between);
}
