import type { CodeWords } from '../words.ts';

/** Personal names. */
export const namesCodes = {
  'names.too_few_to_learn': { status: 422, en: 'Only {found} names with a surname are there; from fewer than {needed} it cannot be learned how common a name is. The estimates built in are used.', uk: 'Імен із прізвищем лише {found}; якщо їх менше ніж {needed}, поширеність імен вивчити не можна. Використовуються вбудовані оцінки.' },
} as const satisfies Record<string, CodeWords>;
