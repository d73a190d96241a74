import type { CodeWords } from '../words.ts';

/** Jobs, matching runs and candidates. */
export const matchingCodes = {
  'jobs.failed': { status: 500, en: 'The work failed: {reason}.', uk: 'Роботу не виконано: {reason}.' },
  'jobs.worker_died': { status: 500, en: 'The process that computed died every time; the work was given up.', uk: 'Процес обчислення щоразу обривався; від роботи відмовлено.' },
  'matching.scope_needed': { status: 422, en: 'Choose the site or office whose data are to be compared: your roles do not cover every scope.', uk: 'Оберіть місце або установу, дані яких слід порівняти: ваші ролі охоплюють не все.' },
  'matching.table_unknown': { status: 422, en: 'There is no frequency table {table}.', uk: 'Таблиці частот {table} немає.' },
  'matching.table_taken': { status: 409, en: 'There is already a frequency table {table}; runs name it, so it is not changed. Give the new one another id.', uk: 'Таблиця частот {table} вже є; на неї посилаються порівняння, тому її не змінюють. Дайте новій інший ідентифікатор.' },
  'matching.table_id': { status: 422, en: 'The id {table} of a frequency table may hold only Latin letters, digits, point, hyphen and underscore, at most 80.', uk: 'Ідентифікатор таблиці частот {table} може містити лише латинські літери, цифри, крапку, дефіс і підкреслення, щонайбільше 80.' },
  'matching.nothing_to_compare': { status: 409, en: 'There is nothing to compare: {remains} profiles of remains, {families} families with a typed relative.', uk: 'Немає що порівнювати: профілів останків — {remains}, родин із типованим родичем — {families}.' },
  'matching.pair_unknown': { status: 404, en: 'This run did not compare these remains with this person.', uk: 'Це порівняння не зіставляло цих останків із цією особою.' },
  'matching.consent_withdrawn': { status: 409, en: 'This pair rests on the profile of a relative who has withdrawn consent since; it is not shown any more. A new run compares without that profile.', uk: 'Ця пара спирається на профіль родича, який згодом відкликав згоду; її більше не показують. Нове порівняння виконується без цього профілю.' },
  'matching.file_missing': { status: 410, en: 'The file {sha256} of a matching run is not there.', uk: 'Файлу {sha256} порівняння немає на місці.' },
  'matching.file_damaged': { status: 410, en: 'The file {sha256} of a matching run does not have this hash any more.', uk: 'Файл {sha256} порівняння більше не відповідає своєму хешу.' },
  'matching.row_unreadable': { status: 422, en: 'The value of the field {field} is not one that it can have.', uk: 'Значення поля {field} неможливе.' },
  'matching.row_not_json': { status: 422, en: 'This line is not one JSON object.', uk: 'Цей рядок не є одним об’єктом JSON.' },
  'matching.id_twice': { status: 422, en: 'The id {id} stands in line {earlier} already.', uk: 'Ідентифікатор {id} уже є в рядку {earlier}.' },
  'matching.case_unreadable': { status: 422, en: 'The field {field} of this case does not have the form of kinship-case/1.', uk: 'Поле {field} цього розрахунку не має форми kinship-case/1.' },
  'matching.case_unknown': { status: 422, en: 'There is no model for {variable}.', uk: 'Моделі для «{variable}» немає.' },
  'matching.too_little_to_learn': { status: 422, en: 'There is too little to learn from: about {found} pairs are one person, at least {needed} are needed. The documented values stay.', uk: 'Замало даних для навчання: одна особа приблизно в {found} парах, потрібно щонайменше {needed}. Лишаються задокументовані значення.' },
} as const satisfies Record<string, CodeWords>;
