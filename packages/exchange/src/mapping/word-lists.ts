/** Codes of the register with the words that stand for them in lists people keep; Ukrainian, Russian, English. */
export const sexWords = {
  male: ['m', 'man', 'ч', 'чол', 'чоловік', 'чоловіча', 'чоловічий', 'м', 'муж', 'мужской', 'мужчина'],
  female: ['f', 'woman', 'ж', 'жін', 'жінка', 'жіноча', 'жіночий', 'жен', 'женский', 'женщина'],
  undetermined: [
    'u',
    'unknown',
    '?',
    'не визначено',
    'невизначена',
    'невідома',
    'невідомо',
    'не определен',
    'неизвестно',
  ],
} as const;

export const graveTypeWords = {
  single: ['individual', 'індивідуальна', 'одиночна', 'одинарна', 'индивидуальная', 'одиночная'],
  multiple: ['кілька', 'групова', 'групповая'],
  mass: ['mass grave', 'масова', 'братська', 'массовая', 'братская'],
  surface: ['поверхнева', 'на поверхні', 'поверхностная'],
  unknown: ['?', 'невідомо', 'неизвестно'],
} as const;

export const completenessWords = {
  complete: ['whole', 'ціле', 'повне', 'повний', 'целое', 'полное'],
  nearly_complete: ['nearly complete', 'almost complete', 'майже повне', 'майже повний', 'почти полное'],
  partial: ['incomplete', 'часткове', 'неповне', 'частковий', 'частичное', 'неполное'],
  body_part: ['body part', 'part', 'частина тіла', 'частина', 'часть тела'],
  commingled: ['mixed', 'змішані', 'перемішані', 'смешанные'],
  fragments: ['fragment', 'фрагменти', 'фрагмент', 'фрагменты'],
} as const;

export const relationWords = {
  mother: ['мати', 'мама', 'мать'],
  father: ['батько', 'тато', 'отец'],
  son: ['син', 'сын'],
  daughter: ['дочка', 'донька', 'дочь'],
  brother: ['брат'],
  sister: ['сестра'],
  husband: ['чоловік', 'муж'],
  wife: ['дружина', 'жена'],
  grandparent: ['grandmother', 'grandfather', 'бабуся', 'дідусь', 'дід', 'баба', 'бабушка', 'дедушка'],
  grandchild: ['grandson', 'granddaughter', 'онук', 'онука', 'внук', 'внучка'],
  uncle_or_aunt: ['uncle', 'aunt', 'дядько', 'тітка', 'дядя', 'тётя', 'тетя'],
  nephew_or_niece: ['nephew', 'niece', 'племінник', 'племінниця', 'племянник', 'племянница'],
  cousin: ['двоюрідний брат', 'двоюрідна сестра', 'двоюродный брат', 'двоюродная сестра'],
  neighbour: ['neighbor', 'сусід', 'сусідка', 'сосед', 'соседка'],
  friend: ['друг', 'подруга'],
  colleague: ['колега', 'коллега'],
  official: ['посадова особа', 'должностное лицо'],
  other: ['інше', 'інший', 'другое'],
} as const;
