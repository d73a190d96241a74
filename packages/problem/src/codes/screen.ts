import type { CodeWords } from '../words.ts';

/** Refusals of `imena screen` about its files. */
export const screenCodes = {
  'screen.header': { status: 400, en: 'The first line of {file} names no columns separated by comma, semicolon or tab.', uk: 'Перший рядок файлу {file} не містить назв стовпців, розділених комою, крапкою з комою або табуляцією.' },
  'screen.column_missing': { status: 400, en: 'The file {file} has no column {column}.', uk: 'У файлі {file} немає стовпця {column}.' },
  'screen.column_twice': { status: 400, en: 'The file {file} has too many columns of the name {column}.', uk: 'У файлі {file} забагато стовпців із назвою {column}.' },
  'screen.no_markers': { status: 422, en: 'The files {remains} and {families} have no marker in common for which there are frequencies.', uk: 'Файли {remains} і {families} не мають жодного спільного маркера, для якого є частоти.' },
  'screen.frequencies_unknown': { status: 400, en: 'There is neither a shipped frequency table {given} nor such a file ({reason}). Shipped: {known}.', uk: 'Немає ні вбудованої таблиці частот {given}, ні такого файлу ({reason}). Вбудовані: {known}.' },
  'screen.allele': { status: 422, en: 'Marker {marker}: {allele} is no allele of the frequency table. --min-frequency adds such alleles.', uk: 'Маркер {marker}: {allele} не є алелем таблиці частот. --min-frequency додає такі алелі.' },
  'screen.empty_cell': { status: 422, en: 'The cell {column} is empty.', uk: 'Клітинка {column} порожня.' },
  'screen.too_many_cells': { status: 422, en: 'The row has {cells} cells, the header {columns}.', uk: 'Рядок має {cells} клітинок, заголовок {columns}.' },
  'screen.sex': { status: 422, en: '{value} is no sex: male, female or empty.', uk: '{value} не є статтю: male, female або порожньо.' },
  'screen.status': { status: 422, en: 'The column "missing" says {value}: yes for who is sought, otherwise empty.', uk: 'Стовпець "missing" містить {value}: yes для того, кого шукають, інакше порожньо.' },
  'screen.sample_twice': { status: 422, en: 'The sample {sample} is there twice.', uk: 'Зразок {sample} наведено двічі.' },
  'screen.person_twice': { status: 422, en: 'The person {person} is there twice in this family.', uk: 'Особу {person} наведено в цій родині двічі.' },
  'screen.parent_unknown': { status: 422, en: '{parent}, named as a parent of {person}, is no person of this family.', uk: '{parent}, зазначеного як батько чи мати {person}, у цій родині немає.' },
  'screen.parent_sex': { status: 422, en: '{person} needs a man as father and a woman as mother, two different people.', uk: '{person} повинен мати батьком чоловіка, а матір’ю жінку, двох різних людей.' },
  'screen.own_ancestor': { status: 422, en: '{person} is their own ancestor.', uk: '{person} є власним предком.' },
  'screen.missing_typed': { status: 422, en: '{person} is sought and has alleles too; compare a profile of the person directly (--direct).', uk: '{person} розшукується і водночас має алелі; профіль самої особи порівнюйте безпосередньо (--direct).' },
  'screen.family_scattered': { status: 422, en: 'The rows of family {family} do not stand together.', uk: 'Рядки родини {family} не стоять разом.' },
  'screen.family_too_long': { status: 422, en: 'A line or a family is longer than {limit} bytes.', uk: 'Рядок або родина довші за {limit} байтів.' },
  'screen.too_many_hits': { status: 422, en: 'More than {limit} pairs reach the threshold. Raise it.', uk: 'Порога досягають понад {limit} пар. Підвищте його.' },
  'screen.exclusion_columns': { status: 422, en: 'The exclusions lack the columns {columns}.', uk: 'У виключеннях бракує стовпців {columns}.' },
  'screen.exclusion_unsigned': { status: 422, en: 'An exclusion needs remains, person, who signed it and when.', uk: 'Виключення потребує останків, особи, того, хто підписав, і дати.' },
  'screen.resume_other': { status: 409, en: '{file} was begun with other files or settings. Without --resume the screen begins anew.', uk: '{file} розпочато з іншими файлами чи параметрами. Без --resume порівняння почнеться заново.' },
  'screen.cancelled': { status: 409, en: 'The screen was cancelled; nothing was kept, because there is no --out.', uk: 'Порівняння скасовано; нічого не збережено, бо немає --out.' },
  'screen.cancelled_resumable': { status: 409, en: 'The screen was cancelled. The same command with --resume goes on ({file}.part).', uk: 'Порівняння скасовано. Та сама команда з --resume продовжить його ({file}.part).' },
} as const satisfies Record<string, CodeWords>;
