import type { LetterChange, NameReason, NameRole } from './prepared-name.ts';

export type NameWords = 'en' | 'uk';

/** Puts a reason into words, for instance `Микола = Nikolai (given name: variant)`. */
export function describeNameReason(reason: NameReason, language: NameWords): string {
  const words = table[language];
  const role = words.role[reason.role];
  const head = reason.kind === 'different' ? `${shown(reason.a)} ≠ ${shown(reason.b)}` : reason.kind === 'only-in-one' ? shown(reason.a ?? reason.b) : `${shown(reason.a)} = ${shown(reason.b)}`;
  const changes = reason.changes.map((change) => describeChange(change, language)).join('; ');
  const what = changes === '' ? words.kind[reason.kind] : `${words.differ(reason.changes.length)}: ${changes}`;
  return `${head} (${role === '' ? '' : `${role}: `}${what})`;
}

function shown(text: string | null): string {
  return text ?? '—';
}

function describeChange({ a, b, cause }: LetterChange, language: NameWords): string {
  const letters = cause === 'doubling' ? `${a}${b}` : `${a === '' ? '–' : a}/${b === '' ? '–' : b}`;
  return `${letters}, ${table[language].cause[cause]}`;
}

interface Words {
  readonly role: Readonly<Record<NameRole, string>>;
  readonly kind: Readonly<Record<NameReason['kind'], string>>;
  readonly cause: Readonly<Record<LetterChange['cause'], string>>;
  readonly differ: (count: number) => string;
}

const table: Readonly<Record<NameWords, Words>> = {
  en: {
    role: { surname: 'surname', given: 'given name', patronymic: 'patronymic', unknown: '' },
    kind: {
      same: 'the same', spelling: 'another spelling', variant: 'variant of the name', diminutive: 'short form', ending: 'ending by sex', initial: 'initial',
      similar: 'similar', illegible: 'agrees where it can be read', joined: 'the same but for the gaps between words', different: 'different', 'only-in-one': 'only in one of the two',
    },
    cause: { handwriting: 'handwriting', reading: 'reading of print', keyboard: 'typing', 'by-ear': 'written by ear', doubling: 'doubled', swap: 'swapped', unexplained: 'unexplained' },
    differ: (count) => (count === 1 ? 'one letter differs' : `${count} letters differ`),
  },
  uk: {
    role: { surname: 'прізвище', given: 'ім’я', patronymic: 'по батькові', unknown: '' },
    kind: {
      same: 'збігається', spelling: 'інше написання', variant: 'відповідник імені', diminutive: 'скорочене ім’я', ending: 'закінчення за статтю', initial: 'ініціал',
      similar: 'подібне', illegible: 'збігається в тому, що можна прочитати', joined: 'збігається, якщо не зважати на пропуски між словами', different: 'різні', 'only-in-one': 'є лише в одному з двох',
    },
    cause: { handwriting: 'почерк', reading: 'читання друку', keyboard: 'набір', 'by-ear': 'записано на слух', doubling: 'подвоєння', swap: 'переставлено', unexplained: 'без пояснення' },
    differ: (count) => (count === 1 ? 'відрізняється одна літера' : `відрізняється літер: ${count}`),
  },
};
