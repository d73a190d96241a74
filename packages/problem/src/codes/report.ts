import type { CodeWords } from '../words.ts';

export const reportCodes = {
  'report.lr_not_a_number': { status: 422, en: 'The likelihood ratio is not a number; nothing can be printed from it.', uk: 'Відношення правдоподібності не є числом; друкувати з нього нічого не можна.' },
  'report.script_not_printable': { status: 422, en: 'The text “{text}” has characters that the font of the documents lacks; it would be printed with gaps.', uk: 'У тексті «{text}» є знаки, яких немає у шрифті документів; він вийшов би з прогалинами.' },
  'report.date_invalid': { status: 422, en: 'The moment of printing {text} is not a date with time and offset.', uk: 'Час друку {text} не є датою з часом і поясом.' },
  'report.too_long_for_label': { status: 422, en: 'The code {text} is too long for a label.', uk: 'Код {text} задовгий для етикетки.' },
} as const satisfies Record<string, CodeWords>;
