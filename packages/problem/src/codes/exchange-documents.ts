import type { CodeWords } from '../words.ts';

/** Trouble with documents whose text is read. */
export const exchangeDocumentCodes = {
  'exchange.document_empty': {
    status: 422,
    en: 'The document holds no text.',
    uk: 'У документі немає тексту.',
  },
  'exchange.document_too_large': {
    status: 413,
    en: 'The document is larger than {limit}. It is not read.',
    uk: 'Документ більший за {limit}. Його не прочитано.',
  },
  'exchange.document_too_long': {
    status: 413,
    en: 'The document holds more than {limit} characters of text. Divide it.',
    uk: 'У документі понад {limit} знаків тексту. Розділіть його.',
  },
  'exchange.document_too_deep': {
    status: 422,
    en: 'The page nests its parts more than {limit} deep, which no page written for readers does. It is not read.',
    uk: 'Частини сторінки вкладені глибше ніж {limit} разів, чого не буває на сторінках для читачів. Її не прочитано.',
  },
  'exchange.document_binary': {
    status: 422,
    en: 'This is not a text: it holds control characters. Text, HTML, PDF, DOCX, e-mail (.eml) and subtitles (.srt, .vtt) are read.',
    uk: 'Це не текст: у ньому є керівні знаки. Читаються текст, HTML, PDF, DOCX, листи (.eml) та субтитри (.srt, .vtt).',
  },
  'exchange.document_name_differs': {
    status: 422,
    en: 'The file is called .{ending}, but its content is none: it may be cut off, or another file under this name.',
    uk: 'Файл має закінчення .{ending}, але вміст не такий: можливо, його обрізано або це інший файл із цією назвою.',
  },
  'exchange.document_kind': {
    status: 422,
    en: 'This archive is not a DOCX document.',
    uk: 'Цей архів не є документом DOCX.',
  },
  'exchange.document_old_format': {
    status: 422,
    en: 'This is an old .doc or an .rtf document, or one locked by a password. Save it as .docx without a password.',
    uk: 'Це документ старого формату .doc або .rtf чи захищений паролем. Збережіть його як .docx без пароля.',
  },
  'exchange.document_damaged': {
    status: 422,
    en: 'The document is damaged and cannot be read.',
    uk: 'Документ пошкоджено, прочитати його неможливо.',
  },
  'exchange.document_locked': {
    status: 422,
    en: 'The document is locked by a password.',
    uk: 'Документ захищено паролем.',
  },
  'exchange.document_image': {
    status: 422,
    en: 'This is a picture. It is kept; type its text by hand.',
    uk: 'Це зображення. Його збережуть; наберіть його текст вручну.',
  },
  'exchange.document_scan': {
    status: 422,
    en: 'The PDF holds pictures of pages and no text. It is kept; type its text by hand.',
    uk: 'PDF містить зображення сторінок без тексту. Його збережуть; наберіть текст вручну.',
  },
  'exchange.document_pages': {
    status: 413,
    en: 'The document has more than {limit} pages. Divide it.',
    uk: 'У документі понад {limit} сторінок. Розділіть його.',
  },
  'exchange.document_no_cues': {
    status: 422,
    en: 'The file holds no subtitles with times.',
    uk: 'У файлі немає субтитрів із часом.',
  },
  'exchange.document_hidden_signs': {
    status: 422,
    en: '{count} invisible signs that turn the direction of writing were left out of the text.',
    uk: 'З тексту вилучено невидимі знаки, що змінюють напрям письма: {count}.',
  },
  'exchange.document_dates_differ': {
    status: 422,
    en: 'The document states different days of publication ({days}); none was taken.',
    uk: 'Документ називає різні дні публікації ({days}); жодного не взято.',
  },
  'exchange.document_article_only': {
    status: 422,
    en: 'Only what the page marks as its article was taken; {blocks} other pieces were left out.',
    uk: 'Взято лише те, що сторінка позначає як статтю; інших фрагментів не взято: {blocks}.',
  },
  'exchange.document_attachments': {
    status: 422,
    en: 'Attachments were not read: {names}.',
    uk: 'Вкладення не прочитано: {names}.',
  },
  'exchange.document_pages_without_text': {
    status: 422,
    en: 'Pages without text: {pages}.',
    uk: 'Сторінки без тексту: {pages}.',
  },
} as const satisfies Record<string, CodeWords>;
