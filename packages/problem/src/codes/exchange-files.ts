import type { CodeWords } from '../words.ts';

/** Trouble with files, archives and tables as such. */
export const exchangeFileCodes = {
  'exchange.empty_file': {
    status: 422,
    en: 'The file holds no table: it is empty.',
    uk: 'У файлі немає таблиці: він порожній.',
  },
  'exchange.file_too_large': {
    status: 413,
    en: 'The file is larger than {limit}.',
    uk: 'Файл більший за {limit}.',
  },
  'exchange.not_a_table': {
    status: 422,
    en: 'This is not a table. CSV, TSV and XLSX files are read.',
    uk: 'Це не таблиця. Читаються файли CSV, TSV та XLSX.',
  },
  'exchange.old_workbook': {
    status: 422,
    en: 'This is an old .xls workbook or one protected by a password. Save it as .xlsx without a password.',
    uk: 'Це книга старого формату .xls або захищена паролем. Збережіть її як .xlsx без пароля.',
  },
  'exchange.not_a_workbook': {
    status: 422,
    en: 'This archive is not an XLSX workbook.',
    uk: 'Цей архів не є книгою XLSX.',
  },
  'exchange.workbook_damaged': {
    status: 422,
    en: 'The workbook is damaged. Open it in a spreadsheet program and save it again.',
    uk: 'Книгу пошкоджено. Відкрийте її в табличній програмі та збережіть знову.',
  },
  'exchange.workbook_doctype': {
    status: 422,
    en: 'The workbook defines its own document type, which no spreadsheet program does. It is not read.',
    uk: 'Книга визначає власний тип документа, чого не робить жодна таблична програма. Її не прочитано.',
  },
  'exchange.sheet_missing': {
    status: 422,
    en: 'The workbook has no sheet “{sheet}”.',
    uk: 'У книзі немає аркуша «{sheet}».',
  },
  'exchange.sheet_chosen': {
    status: 422,
    en: 'The workbook has several sheets ({sheets}); “{sheet}” was read.',
    uk: 'У книзі кілька аркушів ({sheets}); прочитано «{sheet}».',
  },
  'exchange.merged_cells': {
    status: 422,
    en: 'Cells {range} are merged: only the first of them has a value.',
    uk: 'Комірки {range} об’єднано: значення має лише перша.',
  },
  'exchange.formula_without_value': {
    status: 422,
    en: 'The formula in this cell has no stored value. Open the file in a spreadsheet program and save it again.',
    uk: 'Формула в цій комірці не має збереженого значення. Відкрийте файл у табличній програмі та збережіть знову.',
  },
  'exchange.cell_error': {
    status: 422,
    en: 'The cell holds the error {text}.',
    uk: 'У комірці помилка {text}.',
  },
  'exchange.cell_date': {
    status: 422,
    en: 'The number {text} is no day of the calendar.',
    uk: 'Число {text} не є днем календаря.',
  },
  'exchange.cell_number': {
    status: 422,
    en: 'The cell holds “{text}”, which is not a number.',
    uk: 'У комірці «{text}» — це не число.',
  },
  'exchange.encoding_unknown': {
    status: 422,
    en: 'The text is not UTF-8. Choose the encoding it was saved in: Windows-1251, Windows-1250, or save it as UTF-8.',
    uk: 'Текст не в UTF-8. Виберіть кодування, у якому його збережено: Windows-1251, Windows-1250, або збережіть як UTF-8.',
  },
  'exchange.encoding_mismatch': {
    status: 422,
    en: 'The text does not fit the encoding {encoding} that was chosen.',
    uk: 'Текст не відповідає вибраному кодуванню {encoding}.',
  },
  'exchange.separator_unclear': {
    status: 422,
    en: 'It is not clear what separates the columns. Choose comma, semicolon or tab.',
    uk: 'Незрозуміло, чим розділено стовпці. Виберіть кому, крапку з комою або табуляцію.',
  },
  'exchange.separator_misfit': {
    status: 422,
    en: 'With the separator “{declared}” there is only one column; the header seems to be separated by “{found}”.',
    uk: 'З розділювачем «{declared}» виходить лише один стовпець; схоже, що заголовок розділено знаком «{found}».',
  },
  'exchange.quote_open': {
    status: 422,
    en: 'A quotation mark opens here and is never closed.',
    uk: 'Тут відкрито лапки, які ніде не закрито.',
  },
  'exchange.quote_inside': {
    status: 422,
    en: 'There is text after a closing quotation mark. Double the quotation marks inside a cell.',
    uk: 'Після закритих лапок є текст. Усередині комірки лапки слід подвоювати.',
  },
  'exchange.duplicate_column': {
    status: 422,
    en: 'Two columns are called “{column}”. Give them different names.',
    uk: 'Два стовпці мають назву «{column}». Дайте їм різні назви.',
  },
  'exchange.column_unnamed': {
    status: 422,
    en: 'This column has no name in the header.',
    uk: 'Цей стовпець не має назви в заголовку.',
  },
  'exchange.row_width': {
    status: 422,
    en: 'The row has {found} cells, the header {expected}.',
    uk: 'У рядку {found} комірок, а в заголовку {expected}.',
  },
  'exchange.cell_too_long': {
    status: 422,
    en: 'The cell has more than {limit} characters.',
    uk: 'У комірці більше ніж {limit} знаків.',
  },
  'exchange.cell_broken_text': {
    status: 422,
    en: 'The cell holds characters that are no text: {text}.',
    uk: 'У комірці є знаки, що не є текстом: {text}.',
  },
  'exchange.too_many_rows': {
    status: 413,
    en: 'The table has more than {limit} rows. Divide it.',
    uk: 'У таблиці понад {limit} рядків. Розділіть її.',
  },
  'exchange.too_many_columns': {
    status: 413,
    en: 'The table has more than {limit} columns.',
    uk: 'У таблиці понад {limit} стовпців.',
  },
  'exchange.too_many_cells': {
    status: 413,
    en: 'The table has more than {limit} cells. Divide it.',
    uk: 'У таблиці понад {limit} комірок. Розділіть її.',
  },
  'exchange.too_many_issues': {
    status: 413,
    en: 'There is trouble in more than {limit} places of the file. It is probably of another kind.',
    uk: 'Зауважень у файлі понад {limit}. Ймовірно, це файл іншого виду.',
  },
  'exchange.zip_damaged': {
    status: 422,
    en: 'The archive is damaged or cut short.',
    uk: 'Архів пошкоджено або обірвано.',
  },
  'exchange.zip_ambiguous': {
    status: 422,
    en: 'The archive can be read in two ways. It is not read at all.',
    uk: 'Архів можна прочитати двома способами. Його не прочитано.',
  },
  'exchange.zip_unsupported': {
    status: 422,
    en: 'The archive uses a kind of compression that is not read here.',
    uk: 'Архів використовує стиснення, яке тут не читається.',
  },
  'exchange.zip_encrypted': {
    status: 422,
    en: '“{name}” in the archive is encrypted. Save it without a password.',
    uk: '«{name}» в архіві зашифровано. Збережіть без пароля.',
  },
  'exchange.zip_link': {
    status: 422,
    en: '“{name}” in the archive is a link or device, not a file.',
    uk: '«{name}» в архіві — посилання або пристрій, а не файл.',
  },
  'exchange.zip_name': {
    status: 422,
    en: 'The archive holds a file name that is not allowed: {name}.',
    uk: 'В архіві є недозволена назва файлу: {name}.',
  },
  'exchange.zip_duplicate': {
    status: 422,
    en: 'The archive holds the name “{name}” twice; systems disagree which one counts.',
    uk: 'В архіві назва «{name}» є двічі; системи не згодні, яка з них чинна.',
  },
  'exchange.zip_overlap': {
    status: 422,
    en: 'Parts of the archive overlap at “{name}”.',
    uk: 'Частини архіву перекриваються на «{name}».',
  },
  'exchange.zip_size': {
    status: 422,
    en: '“{name}” in the archive is not as large as the archive says.',
    uk: 'Розмір «{name}» в архіві не такий, як в ньому зазначено.',
  },
  'exchange.zip_ratio': {
    status: 422,
    en: '“{name}” in the archive would unpack to more than {limit} times its size.',
    uk: '«{name}» в архіві розпакувалося б більш ніж у {limit} разів.',
  },
  'exchange.zip_too_large': {
    status: 413,
    en: 'The archive would unpack beyond the limit ({limit}).',
    uk: 'Розпакований архів перевищив би межу ({limit}).',
  },
  'exchange.too_much_text': {
    status: 413,
    en: 'The cells hold more than {limit} of text. Divide the table.',
    uk: 'У комірках понад {limit} тексту. Розділіть таблицю.',
  },
} as const satisfies Record<string, CodeWords>;
