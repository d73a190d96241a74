import type { CodeWords } from '../words.ts';

/** Trouble with mappings, values, profiles and frequencies. */
export const exchangeValueCodes = {
  'exchange.mapping_invalid': {
    status: 422,
    en: 'The saved mapping is not readable: {reason}.',
    uk: 'Збережену відповідність не вдалося прочитати: {reason}.',
  },
  'exchange.mapping_target': {
    status: 422,
    en: 'The mapping was made for “{found}”, not for “{expected}”.',
    uk: 'Відповідність створено для «{found}», а не для «{expected}».',
  },
  'exchange.field_unknown': {
    status: 422,
    en: 'The mapping names the field “{field}”, which does not exist.',
    uk: 'Відповідність називає поле «{field}», якого немає.',
  },
  'exchange.column_missing': {
    status: 422,
    en: 'The mapping names the column “{column}”, which the file does not have.',
    uk: 'Відповідність називає стовпець «{column}», якого у файлі немає.',
  },
  'exchange.field_unmapped': {
    status: 422,
    en: 'No column was chosen for “{field}”, which is required.',
    uk: 'Для обов’язкового поля «{field}» не вибрано стовпця.',
  },
  'exchange.value_required': {
    status: 422,
    en: 'The cell is empty; “{field}” is required.',
    uk: 'Комірка порожня; поле «{field}» обов’язкове.',
  },
  'exchange.value_too_long': {
    status: 422,
    en: 'At most {limit} characters fit here.',
    uk: 'Тут вміщується щонайбільше {limit} знаків.',
  },
  'exchange.value_control': {
    status: 422,
    en: 'The text holds signs that cannot be shown: {text}.',
    uk: 'У тексті є знаки, які неможливо показати: {text}.',
  },
  'exchange.value_not_listed': {
    status: 422,
    en: '“{text}” is none of: {allowed}.',
    uk: '«{text}» не належить до переліку: {allowed}.',
  },
  'exchange.value_tooth': {
    status: 422,
    en: '“{text}” is not read as a tooth with its findings. Write the FDI number and the findings: 16: metal crown; 36: amalgam filling MO; others: sound.',
    uk: '«{text}» не прочитано як зуб із тим, що на ньому. Пишіть номер за FDI та що виявлено: 16: металева коронка; 36: пломба з амальгами MO; решта: здоровий.',
  },
  'exchange.value_tooth_twice': {
    status: 422,
    en: 'Tooth {tooth} stands twice in one cell. Join its findings with +.',
    uk: 'Зуб {tooth} стоїть у клітинці двічі. З’єднайте виявлене знаком +.',
  },
  'exchange.value_numbered': {
    status: 422,
    en: '“{text}” is not read as a thing with its number. Write: passport: MK123456; implant: A-77.',
    uk: '«{text}» не прочитано як річ із номером. Пишіть: паспорт: МК123456; імплант: А-77.',
  },
  'exchange.value_bone': {
    status: 422,
    en: '“{text}” is not read as a bone of the inventory with its side. Write: femur left 1-5; skull.',
    uk: '«{text}» не прочитано як кістку зі стороною. Пишіть: стегнова кістка ліва 1-5; череп.',
  },
  'exchange.value_zones': {
    status: 422,
    en: 'The zones in “{text}” are not numbers from 1 to 23. Write: femur left 1-5, 8.',
    uk: 'Зони в «{text}» — не числа від 1 до 23. Пишіть: стегнова кістка ліва 1-5, 8.',
  },
  'exchange.value_bone_size': {
    status: 422,
    en: 'The sizes in “{text}” are not read. Write in millimetres, to a tenth at most: femur left [length 452, head 47.5].',
    uk: 'Розміри в «{text}» не прочитано. Пишіть у міліметрах, щонайбільше з однією десятою: стегнова кістка ліва [довжина 452, головка 47.5].',
  },
  'exchange.value_number': {
    status: 422,
    en: '“{text}” is not a number that is read here.',
    uk: '«{text}» не є числом, яке тут читається.',
  },
  'exchange.value_whole': {
    status: 422,
    en: '“{text}” must be a whole number from {min} to {max}.',
    uk: '«{text}» має бути цілим числом від {min} до {max}.',
  },
  'exchange.value_decimal_comma': {
    status: 422,
    en: '“{text}” holds a comma. Say first whether commas are decimal in this file.',
    uk: 'У «{text}» є кома. Спершу вкажіть, чи є кома десятковою в цьому файлі.',
  },
  'exchange.length_unit': {
    status: 422,
    en: '“{text}” has no unit and does not tell one. Write mm, cm or m.',
    uk: '«{text}» не має одиниці, і з числа її не видно. Допишіть мм, см або м.',
  },
  'exchange.length_range': {
    status: 422,
    en: '“{text}” is outside {min} to {max} mm.',
    uk: '«{text}» поза межами від {min} до {max} мм.',
  },
  'exchange.coordinate': {
    status: 422,
    en: '“{text}” is not read as decimal degrees. Example: 49.2134.',
    uk: '«{text}» не читається як десяткові градуси. Приклад: 49.2134.',
  },
  'exchange.coordinate_range': {
    status: 422,
    en: '{text} is outside {min} to {max} degrees.',
    uk: '{text} поза межами від {min} до {max} градусів.',
  },
  'exchange.coordinate_swapped': {
    status: 422,
    en: '{text} is outside {min} to {max} degrees. Were latitude and longitude exchanged?',
    uk: '{text} поза межами від {min} до {max} градусів. Чи не переставлено широту й довготу?',
  },
  'exchange.coordinate_half': {
    status: 422,
    en: 'The two coordinates of a position belong together; one of them is missing.',
    uk: 'Дві координати потрібні разом; однієї бракує.',
  },
  'exchange.journal_line_bare': {
    status: 422,
    en: 'A line of a burial journal needs a number or a name.',
    uk: 'Рядок журналу поховань повинен мати номер або ім’я.',
  },
  'exchange.coordinate_far': {
    status: 422,
    en: 'This point lies more than {degrees} degrees from the others. Were latitude and longitude exchanged, or is it another place?',
    uk: 'Ця точка віддалена від інших більш ніж на {degrees} градуси. Чи не переставлено широту й довготу, чи це інше місце?',
  },
  'exchange.range_backwards': {
    status: 422,
    en: 'The lower value {low} is above the upper {high}.',
    uk: 'Нижнє значення {low} більше за верхнє {high}.',
  },
  'exchange.range_half': {
    status: 422,
    en: 'Both ends of “{field}” are needed.',
    uk: 'Для «{field}» потрібні обидві межі.',
  },
  'exchange.duplicate_value': {
    status: 422,
    en: '“{text}” stands already in row {first}.',
    uk: '«{text}» уже є в рядку {first}.',
  },
  'exchange.profile_format': {
    status: 422,
    en: 'This is not a table of profiles: no column of samples with markers and alleles was found.',
    uk: 'Це не таблиця профілів: не знайдено стовпця зразків із маркерами та алелями.',
  },
  'exchange.sample_missing': {
    status: 422,
    en: 'The row names no sample. Say which sample the file is about.',
    uk: 'У рядку немає зразка. Вкажіть, якого зразка стосується файл.',
  },
  'exchange.marker_missing': {
    status: 422,
    en: 'The row names no marker.',
    uk: 'У рядку немає маркера.',
  },
  'exchange.marker_unknown': {
    status: 422,
    en: '“{marker}” is not a known marker. Its alleles are kept apart and not compared.',
    uk: '«{marker}» — невідомий маркер. Його алелі зберігаються окремо й не порівнюються.',
  },
  'exchange.allele_date': {
    status: 422,
    en: '“{text}” at {marker} is a date: a spreadsheet changed the allele. Take it from the laboratory’s own file.',
    uk: '«{text}» у {marker} — це дата: таблична програма змінила алель. Візьміть його з файлу лабораторії.',
  },
  'exchange.allele_off_ladder': {
    status: 422,
    en: '“{text}” at {marker} is off the ladder, without a size.',
    uk: '«{text}» у {marker} — поза алельною драбиною, без розміру.',
  },
  'exchange.allele_comma': {
    status: 422,
    en: '“{text}” at {marker} holds a comma. Say first whether commas are decimal in this file.',
    uk: 'У «{text}» ({marker}) є кома. Спершу вкажіть, чи є кома десятковою в цьому файлі.',
  },
  'exchange.allele_invalid': {
    status: 422,
    en: '“{text}” at {marker} is not an allele.',
    uk: '«{text}» у {marker} — не алель.',
  },
  'exchange.alleles_none': {
    status: 422,
    en: 'No allele at {marker} of “{sample}”: recorded as typed with nothing seen if the cells are empty, and not as a genotype.',
    uk: 'У {marker} зразка «{sample}» немає алелів: якщо клітинки порожні, записано «типовано, нічого не видно», а не генотип.',
  },
  'exchange.alleles_many': {
    status: 422,
    en: 'More than two alleles at {marker} of “{sample}”: {alleles}. The marker is left out of the profile.',
    uk: 'Більше двох алелів у {marker} зразка «{sample}»: {alleles}. Маркер не внесено до профілю.',
  },
  'exchange.alleles_more': {
    status: 422,
    en: 'More than two alleles at {marker} of “{sample}”: {alleles}. They are recorded and take part in no likelihood ratio. DNA of a second person, a third copy of the marker or an artefact show so: ask the laboratory which.',
    uk: 'Більше двох алелів у {marker} зразка «{sample}»: {alleles}. Їх записано, але в жодне відношення правдоподібності вони не входять. Так виглядає ДНК другої особи, третя копія маркера або артефакт: спитайте лабораторію.',
  },
  'exchange.drop_out_value': {
    status: 422,
    en: '“{value}” is no probability of drop-out or drop-in. Write a share such as 0.2, or a percentage with its sign such as 20 %.',
    uk: '«{value}» не є ймовірністю випадіння чи появи алеля. Напишіть частку, як-от 0,2, або відсоток зі знаком, як-от 20 %.',
  },
  'exchange.drop_out_missing': {
    status: 422,
    en: 'Drop-in, or drop-out of a homozygote, is given without the drop-out of one allele. Nothing of it is taken.',
    uk: 'Появу алеля або випадіння гомозиготи вказано без випадіння одного алеля. Нічого з цього не взято.',
  },
  'exchange.alleles_single': {
    status: 422,
    en: '“{sample}” shows a single allele at {count} markers ({markers}). They were read as one known allele; say if a single allele means homozygous in this file.',
    uk: '«{sample}» має лише один алель у {count} маркерах ({markers}). Їх прочитано як один відомий алель; вкажіть, якщо один алель у цьому файлі означає гомозиготу.',
  },
  'exchange.mt_invalid': { status: 422, en: '"{text}" of sample {sample} is no difference from the rCRS (263G, 315.1C, 523del) and no range of positions.', uk: '«{text}» зразка {sample} не є ні відмінністю від rCRS (263G, 315.1C, 523del), ні діапазоном позицій.' },
  'exchange.mt_range_missing': { status: 422, en: 'Sample {sample}: {region} does not say which positions were analysed; give them as 16024-16365.', uk: 'Зразок {sample}: {region} не каже, які позиції проаналізовано; подайте їх як 16024-16365.' },
  'exchange.genotype_conflict': {
    status: 422,
    en: '“{sample}” has {marker} twice with different alleles: {first} in row {firstRow}, {second} in row {secondRow}. The marker is left out of the profile.',
    uk: '«{sample}» має {marker} двічі з різними алелями: {first} у рядку {firstRow}, {second} у рядку {secondRow}. Маркер не внесено до профілю.',
  },
  'exchange.amelogenin_invalid': {
    status: 422,
    en: '“{text}” is no result of amelogenin; X and Y are.',
    uk: '«{text}» не є результатом амелогеніну; ним є X та Y.',
  },
  'exchange.frequency_format': {
    status: 422,
    en: 'This is not a table of allele frequencies: the first column holds alleles, each further column one marker.',
    uk: 'Це не таблиця частот алелів: перший стовпець містить алелі, кожний наступний — один маркер.',
  },
  'exchange.frequency_value': {
    status: 422,
    en: '“{text}” is not a frequency between 0 and 1.',
    uk: '«{text}» не є частотою між 0 та 1.',
  },
  'exchange.frequency_sum': {
    status: 422,
    en: 'The frequencies of {marker} add up to {sum}, not to 1.',
    uk: 'Частоти {marker} у сумі дають {sum}, а не 1.',
  },
  'exchange.frequency_repeated': {
    status: 422,
    en: 'The allele {text} stands already in row {first}.',
    uk: 'Алель {text} уже є в рядку {first}.',
  },
  'exchange.frequency_none': {
    status: 422,
    en: 'The marker has no frequency at all and is left out.',
    uk: 'Маркер не має жодної частоти, його пропущено.',
  },
} as const satisfies Record<string, CodeWords>;
