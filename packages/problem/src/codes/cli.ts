import type { CodeWords } from '../words.ts';

/** Refusals of the `imena` command itself. */
export const cliCodes = {
  'cli.usage': { status: 400, en: 'Usage: {usage}', uk: 'Використання: {usage}' },
  'cli.command_unknown': { status: 400, en: 'There is no command {command}. imena --help lists them.', uk: 'Команди {command} немає. Перелік команд: imena --help.' },
  'cli.not_built': { status: 501, en: 'The command {command} is not part of this release yet. {instead}', uk: 'Команди {command} у цьому випуску ще немає. {instead}' },
  'cli.file_unreadable': { status: 400, en: 'The file {file} cannot be read: {reason}', uk: 'Не вдається прочитати файл {file}: {reason}' },
  'cli.not_json': { status: 400, en: 'The file {file} is not JSON: {reason}', uk: 'Файл {file} не є JSON: {reason}' },
  'import.scope_unknown': { status: 404, en: 'There is no site or office {scope} in the register.', uk: 'У реєстрі немає місця чи установи {scope}.' },
  'import.scope_not_site': { status: 422, en: '{scope} is an office. Graves and remains belong to a site.', uk: '{scope} є установою. Могили й останки належать місцю.' },
  'import.nothing': { status: 422, en: 'No row can be imported; the issues say why.', uk: 'Жодного рядка не можна внести; причини наведено вище.' },
  'export.no_positions': { status: 422, en: 'Subjects of kind {kind} have no positions; GeoJSON is possible for graves and sites.', uk: 'Об’єкти виду {kind} не мають положення; GeoJSON можливий для могил і місць.' },
} as const satisfies Record<string, CodeWords>;
