/** Small words of names: they hold names together and tell little; lower case, without marks. */
export const particles: ReadonlySet<string> = new Set([
  'al', 'el', 'ul', 'ur', 'ud', 'ad', 'as', 'ash', 'an', 'bin', 'ibn', 'bint', 'ben', 'bat', 'abu', 'abou', 'umm', 'ould', 'aga',
  'de', 'del', 'della', 'der', 'den', 'di', 'da', 'das', 'do', 'dos', 'du', 'la', 'le', 'les', 'van', 'von', 'zu', 'zum', 'ter', 'ten', 'y', 'e', 'i', 'na', 'st', 'mac', 'mc', 'ap',
  'оглы', 'огли', 'кызы', 'кизи', 'заде', 'ибн', 'бен', 'аль', 'эль', 'ель', 'фон', 'ван', 'де',
]);

/** Titles in Latin letters and endings of companies; they stand beside a name. */
export const asideLatin: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'sir', 'von', 'mme', 'herr', 'frau', 'monsieur', 'president', 'präsident', 'born', 'died', 'years', 'aged', 'age', 'nee', 'née', 'sa', 'llc']);
