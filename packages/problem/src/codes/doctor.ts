import type { CodeWords } from '../words.ts';

/** What `imena doctor` finds. */
export const doctorCodes = {
  'doctor.index_missing': { status: 500, en: 'Before entry {index} an entry is missing from the log.', uk: 'Перед записом {index} у журналі бракує запису.' },
  'doctor.device_unknown': { status: 500, en: 'Entry {index} names the device {device}, which nobody enrolled.', uk: 'Запис {index} називає пристрій {device}, якого ніхто не реєстрував.' },
  'doctor.signature': { status: 500, en: 'The signature of entry {index} does not verify.', uk: 'Підпис запису {index} не підтверджується.' },
  'doctor.leaf': { status: 500, en: 'The leaf hash of entry {index} is not that of its bytes.', uk: 'Геш листка запису {index} не відповідає його байтам.' },
  'doctor.columns': { status: 500, en: 'The columns of entry {index} differ from its signed envelope.', uk: 'Стовпці запису {index} відрізняються від його підписаного конверта.' },
  'doctor.body_gone': { status: 500, en: 'The content of entry {index} is gone without an erasure.', uk: 'Зміст запису {index} зник без рішення про стирання.' },
  'doctor.root': { status: 500, en: 'The root of the checkpoint of {size} entries is not that of the log.', uk: 'Корінь контрольної точки на {size} записів не є коренем журналу.' },
  'doctor.uncovered': { status: 500, en: 'No checkpoint covers all {size} entries.', uk: 'Жодна контрольна точка не охоплює всіх записів ({size}).' },
  'doctor.file_missing': { status: 404, en: 'The file {sha256} is named by an entry but has not arrived.', uk: 'Файл {sha256} названо в записі, але він не надійшов.' },
  'doctor.file_damaged': { status: 500, en: 'The file {sha256} is damaged.', uk: 'Файл {sha256} пошкоджено.' },
  'doctor.setting': { status: 500, en: 'The database setting {name} is {setting}; it must be {wanted}, or saved does not mean kept.', uk: 'Параметр бази даних {name} має значення {setting}; потрібно {wanted}, інакше збережене може загубитися.' },
  'doctor.no_cyrillic': { status: 500, en: 'Searching finds no Cyrillic: the database was made with the locale C. Use ICU or C.UTF-8.', uk: 'Пошук не знаходить кирилиці: базу даних створено з локаллю C. Потрібна ICU або C.UTF-8.' },
  'doctor.fold_failed': { status: 500, en: 'Subject {subject} could not be folded, a defect of the program: {words}', uk: 'Об’єкт {subject} не вдалося побудувати через помилку програми: {words}' },
  'doctor.table_differs': { status: 500, en: 'The table {table} is not what the entries fold into; imena rebuild makes it right.', uk: 'Таблиця {table} не відповідає записам; imena rebuild виправить це.' },
  'doctor.subject_differs': { status: 500, en: 'Subject {subject} is not what its entries fold into; imena rebuild makes it right.', uk: 'Об’єкт {subject} не відповідає своїм записам; imena rebuild виправить це.' },
  'doctor.held': { status: 409, en: 'Entries that wait for something that has not arrived: {count}.', uk: 'Записів, що чекають на ще не отримане: {count}.' },
  'doctor.quarantined': { status: 409, en: 'Entries in quarantine, kept as evidence: {count}. See the page Ledger.', uk: 'Записів у карантині, збережених як докази: {count}. Див. сторінку «Журнал».' },
} as const satisfies Record<string, CodeWords>;
