import type { CodeWords } from '../words.ts';

/** Refusals of the `imena` command itself. */
export const cliCodes = {
  'cli.usage': { status: 400, en: 'Usage: {usage}', uk: 'Використання: {usage}' },
  'cli.command_unknown': { status: 400, en: 'There is no command {command}. imena --help lists them.', uk: 'Команди {command} немає. Перелік команд: imena --help.' },
  'cli.not_built': { status: 501, en: 'The command {command} is not part of this release yet. {instead}', uk: 'Команди {command} у цьому випуску ще немає. {instead}' },
  'cli.file_unreadable': { status: 400, en: 'The file {file} cannot be read: {reason}', uk: 'Не вдається прочитати файл {file}: {reason}' },
  'cli.not_json': { status: 400, en: 'The file {file} is not JSON: {reason}', uk: 'Файл {file} не є JSON: {reason}' },
  'statements.not_text': { status: 422, en: 'The file {file} is not text in UTF-8.', uk: 'Файл {file} не є текстом у кодуванні UTF-8.' },
  'statements.no_text': { status: 422, en: 'The document {file} has no field {field} that can be read.', uk: 'У документі {file} немає поля {field}, яке можна прочитати.' },
  'statements.date_wrong': { status: 422, en: '{date} is not a day written as YYYY-MM-DD ({file}).', uk: '{date} не є днем, записаним як РРРР-ММ-ДД ({file}).' },
  'statements.same_id': { status: 422, en: 'Two files have the same document id {id}: {file} and {other}.', uk: 'Два файли мають той самий ідентифікатор документа {id}: {file} і {other}.' },
  'statements.published_unclear': { status: 400, en: '--published gives one day, but {count} files have no date of their own: {files}', uk: '--published задає один день, але {count} файли не мають власної дати: {files}' },
  'import.scope_unknown': { status: 404, en: 'There is no site or office {scope} in the register.', uk: 'У реєстрі немає місця чи установи {scope}.' },
  'import.scope_not_site': { status: 422, en: '{scope} is an office. Graves and remains belong to a site.', uk: '{scope} є установою. Могили й останки належать місцю.' },
  'import.nothing': { status: 422, en: 'No row can be imported; the issues say why.', uk: 'Жодного рядка не можна внести; причини наведено вище.' },
  'export.no_positions': { status: 422, en: 'Subjects of kind {kind} have no positions; GeoJSON is possible for graves and sites.', uk: 'Об’єкти виду {kind} не мають положення; GeoJSON можливий для могил і місць.' },
  'cli.number': { status: 400, en: '{option} wants a number of at least 0; given was {value}.', uk: '{option} потребує числа не менше 0; задано {value}.' },
  'cli.kit_unknown': { status: 400, en: 'The kit {kit} is not known. Known are: {known}.', uk: 'Набір {kit} невідомий. Відомі: {known}.' },
  'cli.frequencies_unknown': { status: 400, en: 'The frequency table {table} is not shipped. Shipped are: {known}.', uk: 'Таблиці частот {table} немає в комплекті. Є: {known}.' },
} as const satisfies Record<string, CodeWords>;
