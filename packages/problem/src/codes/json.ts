import type { CodeWords } from '../words.ts';

export const jsonCodes = {
  'json.utf8': { status: 400, en: 'The text is not well-formed UTF-8.', uk: 'Текст не є правильним UTF-8.' },
  'json.byte_order_mark': {
    status: 400,
    en: 'The JSON text begins with a byte order mark; save it without one.',
    uk: 'Текст JSON починається з позначки порядку байтів; збережіть його без неї.',
  },
  'json.syntax': {
    status: 400,
    en: 'This is not JSON: reading stopped at character {offset}.',
    uk: 'Це не JSON: читання зупинилося на символі {offset}.',
  },
  'json.duplicate_key': {
    status: 400,
    en: 'The key “{key}” stands twice in one object (character {offset}).',
    uk: 'Ключ «{key}» двічі стоїть в одному об’єкті (символ {offset}).',
  },
  'json.lone_surrogate': {
    status: 400,
    en: 'The text contains half of a character (a lone surrogate) at character {offset}.',
    uk: 'У тексті є половина символу (одинокий сурогат), символ {offset}.',
  },
  'json.number_too_large': {
    status: 400,
    en: 'The number {number} is too large to be kept (character {offset}).',
    uk: 'Число {number} завелике, щоб його зберегти (символ {offset}).',
  },
  'json.integer_not_exact': {
    status: 400,
    en: 'The whole number {number} cannot be kept exactly; write it as text (character {offset}).',
    uk: 'Ціле число {number} не можна зберегти точно; запишіть його як текст (символ {offset}).',
  },
  'json.too_deep': {
    status: 400,
    en: 'The JSON is nested deeper than {maximum} levels (character {offset}).',
    uk: 'JSON вкладено глибше ніж {maximum} рівнів (символ {offset}).',
  },
  'json.not_json': {
    status: 400,
    en: 'A value at “{path}” cannot be written as JSON.',
    uk: 'Значення в «{path}» не можна записати як JSON.',
  },
} as const satisfies Record<string, CodeWords>;
