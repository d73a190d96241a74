import type { CertificateWords } from './certificate-words.ts';

export const uk: CertificateWords = {
  synthetic: 'СИНТЕТИЧНІ ДАНІ — НЕ РЕАЛЬНА ОСОБА',
  title: 'Свідоцтво про ідентифікацію',
  draft: 'ПРОЄКТ — особу не встановлено',
  revokedTitle: 'НЕДІЙСНЕ — цю ідентифікацію визнано недійсною',
  printed: 'Надруковано', page: (page, pages) => `Сторінка ${page} з ${pages}`, installation: 'Система', code: 'Ідентифікація', stage: 'Стан', ground: 'Підстава', site: 'Місце', graves: 'Могила',
  sections: {
    person: 'Особа', remains: 'Останки, яких стосується свідоцтво', conclusion: 'Висновок', dna: 'Що порівнювали', other: 'Інші дані', decision: 'Хто вирішив', limits: 'Межі висновку', proof: 'Як перевірити',
  },
  person: { code: 'Запис про зниклу особу', otherNames: 'Записано також як', sex: 'Стать', birth: 'Дата народження', lastSeen: 'Востаннє бачили' },
  remains: { code: 'Код', bag: 'Мішок', grave: 'Могила', completeness: 'Повнота', aliases: 'Інші номери', missing: 'Чого бракує', nothingMissing: 'Про відсутні частини не записано.', onlyThese: 'Свідоцтво стосується лише цих останків. Частини, знайдені пізніше, потребують окремої ідентифікації.' },
  conclusion: {
    lr: (lr, log10) => `Результати ДНК у ${lr} разів (log10 LR = ${log10}) імовірніші, якщо останки належать цій особі, ніж якщо вони належать неспорідненій особі з популяції.`,
    lrReverse: (lr, log10) => `Результати ДНК у ${lr} разів імовірніші, якщо останки належать неспорідненій особі з популяції, ніж якщо вони належать цій особі (log10 LR = ${log10}).`,
    impossible: 'За використаною моделлю результати ДНК неможливі, якщо останки належать цій особі.',
    neither: 'жодну гіпотезу не підтримано', related: 'гіпотези, що останки належать цій особі', unrelated: 'гіпотези, що останки належать неспорідненій особі',
    scale: (name, checked) => `Вербальна шкала: ${name}${checked ? '' : ' (формулювання не звірено з джерелом; налаштовується)'}.`,
    prior: 'Імовірність до ДНК', priorNone: 'Пояснення не записано.', posterior: 'Імовірність із цією апріорною', even: 'За рівних шансів до ДНК', threshold: 'Поріг цієї системи', evenNote: 'без апріорної ймовірності з обставин події: обидві гіпотези однаково ймовірні',
  },
  dna: {
    references: 'Родичі, з якими порівняно', relation: 'Спорідненість', reference: 'Зразок', markersTyped: 'Маркери', kit: 'Набір', markers: (used) => `Використано маркерів: ${used}. log10 LR кожного:`, dropped: 'Не використано', noneDropped: 'Жодного маркера не відкинуто.',
    table: 'Частоти алелів', theta: 'Поправка на популяцію θ', mutation: 'Модель мутацій', minimum: 'Частота алелів поза таблицею', lowTemplate: 'Алелі випали або з’явилися (мало ДНК)', dropOut: (one, homozygote, added) => `випадіння ${one}, гомозиготи ${homozygote}, поява ${added}`, lnLr: 'ln LR', log10Lr: 'log10 LR',
  },
  other: { agrees: 'Узгоджується', contradicts: 'Суперечить', evidence: 'Ознака', found: 'Встановлено', reported: 'Повідомлено', log10: 'log10 LR', none: 'Інших даних не записано.', explained: 'Пояснено', open: 'Не пояснено', by: (name, at) => `${name}, ${at}`, notLifted: 'Інші дані ніколи не підвищують імовірності за ДНК.' },
  decision: {
    proposed: 'Подано', reviewed: 'Розглянуто', signed: 'Підписано', dissent: 'Окрема думка', revoked: 'Визнано недійсною', noDissent: 'Окремих думок не записано.', noReview: 'Не розглянуто.', noSignature: 'Не підписано.', who: 'Хто', when: 'Коли', key: 'Ключ', act: 'Дія',
    certified: 'Акт органу', notCertified: 'Компетентний орган ще не засвідчив.', byAuthority: (authority, number, on) => `${authority}, № ${number}, ${on}`, examiner: 'Експерт', verifier: 'Перевірив', reason: 'Обґрунтування органу',
  },
  limits: {
    second_solver_not_run: 'Відношення правдоподібності обчислено одним алгоритмом; другий, незалежний, його не підтвердив, бо родина для нього завелика.',
    siblings_not_told_apart: 'ДНК батьків чи інших родичів не розрізняє рідних братів і сестер. Те, що на цьому місці не може бути брат чи сестра, ґрунтується на записаному про родину.',
    rates_unverified: 'Частоти мутацій узято зі зведення і не звірено з його джерелом.',
    population_of_table: 'Частоти належать названій популяції; популяція, про яку йдеться, може відрізнятися.',
    scale_unverified: 'Вербальна шкала лише допомагає читати; результатом є число.',
    parts_not_covered: 'Частин тіла, яких тут не названо, свідоцтво не стосується.',
  },
  proof: {
    intro: 'Кожне твердження є записом у журналі, контрольні точки якого підписано. За кодом нижче незалежна програма перевірки може показати, що ці записи містяться в журналі незміненими.',
    decisionHash: 'Геш рішення', run: 'Порівняння', inputs: 'Геш вхідних даних', software: 'Програма', entries: 'Записи', checkpoint: 'Контрольна точка', size: (size) => `${size} записів`, root: 'Корінь',
  },
  codes: {
    stages: { proposed: 'подано', returned: 'повернуто', reviewed: 'розглянуто', established: 'встановлено двома підписами', certified: 'засвідчено органом', revoked: 'визнано недійсною' },
    grounds: { dna: 'ДНК', teeth: 'зуби', friction_ridge: 'папілярні узори', other: 'інша підстава' },
    nameKinds: { legal: 'офіційне ім’я', as_said: 'зі слів', maiden: 'дівоче прізвище', earlier: 'попереднє ім’я', nickname: 'прізвисько', on_document: 'у документі' },
    sexes: { male: 'чоловіча', female: 'жіноча', undetermined: 'не визначено' },
    completenesses: { complete: 'повні', nearly_complete: 'майже повні', partial: 'неповні', body_part: 'частина тіла', commingled: 'змішані', fragments: 'фрагменти' },
    relations: { mother: 'мати', father: 'батько', son: 'син', daughter: 'донька', brother: 'брат', sister: 'сестра', husband: 'чоловік', wife: 'дружина', grandparent: 'дід або баба', grandchild: 'онук або онука', uncle_or_aunt: 'дядько або тітка', nephew_or_niece: 'племінник або племінниця', cousin: 'двоюрідний брат або сестра', other: 'інше', self: 'власний зразок особи' },
    roles: { coordinator: 'координатор', recovery: 'пошукова група', mortuary: 'морг', family_liaison: 'робота з родинами', laboratory: 'лабораторія', analyst: 'аналітик', board: 'комісія з ідентифікації', auditor: 'аудитор' },
    keyKinds: { passkey: 'ключ доступу', passphrase: 'особистий ключ', paper: 'чорнилом на папері, відскановано' },
    verdicts: { agreed: 'погоджено', returned: 'повернуто' },
    dropped: { remainsNotTyped: 'не визначено в останках', referencesNotTyped: 'не визначено в родичів', referencesImpossible: 'результати самих родичів не відповідають родоводу', noFrequencies: 'немає в таблиці частот', moreThanTwoAlleles: 'більше двох алелів', outsideAllele: 'алеля немає в таблиці частот' },
    evidence: { sex: 'Стать', age: 'Вік', ageYears: 'Вік', stature: 'Зріст', statureMm: 'Зріст', marker: 'Знак на могилі', name: 'Ім’я', markerName: 'Ім’я на знаку', amelogenin: 'Маркер статі (амелогенін)', place: 'Місце', time: 'Час', clothing: 'Одяг', belongings: 'Речі', teeth: 'Зуби', marks: 'Прикмети' },
  },
};
