import { permanentTeeth, type ToothChart } from '../evidence/tooth-chart.ts';
import type { DaySpan, FoundRemains, MissingReport } from '../records/types.ts';
import { date, eyeWords, hairWords, isoDay, joined, numbered, plain, toothWords, years, type Words } from '../words/value-words.ts';
import type { AuditKind } from './types.ts';

/** What was found, as a short text for the reason, in both languages (sex, centimetres and yes or no as codes); null where nothing was. */
export function shownFound(kind: AuditKind, found: FoundRemains | undefined): Words | null {
  return found === undefined ? null : (described(kind, found) ?? asWords(foundText(kind, found)));
}

/** What was reported, in the same way. */
export function shownReported(kind: AuditKind, report: MissingReport | undefined): Words | null {
  return report === undefined ? null : (described(kind, report) ?? asWords(reportedText(kind, report)));
}

function asWords(text: string | null): Words | null {
  return text === null ? null : plain(text);
}

/** What is kept as a code and has words. */
function described(kind: AuditKind, { hair, eyes, numbers, teeth }: Pick<FoundRemains | MissingReport, 'hair' | 'eyes' | 'numbers' | 'teeth'>): Words | null {
  switch (kind) {
    case 'hair': return hair === null ? null : hairWords[hair];
    case 'eyes': return eyes === null ? null : eyeWords[eyes];
    case 'numbers': return numbers.length === 0 ? null : numbered(numbers, '; ');
    case 'teeth': return teeth === null ? null : chart(teeth);
    default: return null;
  }
}

function foundText(kind: AuditKind, found: FoundRemains): string | null {
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
    case 'hair': case 'eyes': case 'numbers': case 'teeth': case 'dna': case 'reports': return null;
  }
}

function reportedText(kind: AuditKind, report: MissingReport): string | null {
  switch (kind) {
    case 'name': return report.name ?? list([report.surname, report.given, report.patronymic].filter((part) => part !== null), ' ');
    case 'birth': case 'age': return report.birthYears !== null ? years(report.birthYears) : report.birth !== null ? date(report.birth) : report.age === null ? null : String(report.age);
    case 'sex': return report.sex;
    case 'height': return report.heightCm === null ? null : `${report.heightCm}`;
    case 'seen': return report.lastSeenSpan !== null ? days(report.lastSeenSpan) : report.lastSeen === null ? null : isoDay(report.lastSeen);
    case 'place': return list([report.place, report.street].filter((part) => part !== null), ', ');
    case 'military': return flag(report.isMilitary);
    case 'marks': return list(report.marks);
    case 'clothing': return list(report.clothing);
    case 'belongings': return list(report.belongings);
    case 'hair': case 'eyes': case 'numbers': case 'teeth': case 'dna': case 'reports': return null;
  }
}

/** As EDTF writes an interval. */
function days({ from, to }: DaySpan): string {
  return `${from === null ? '..' : isoDay(from)}/${to === null ? '..' : isoDay(to)}`;
}

function chart(teeth: ToothChart): Words | null {
  const charted = permanentTeeth.flatMap((tooth): Words[] => {
    const one = teeth.get(tooth);
    return one === undefined || one.seen === 'unrestored' ? [] : [joined([plain(String(tooth)), toothWords[one.seen]], ' ')];
  });
  return charted.length === 0 ? null : joined(charted, '; ');
}

function flag(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}

function list(values: readonly string[], between = '; '): string | null {
  return values.length === 0 ? null : values.join(between);
}
