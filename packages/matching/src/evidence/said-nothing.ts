import { normaliseForSearch, RecentMemory } from '@imena/names';

/** Words by which a list or a place says that nobody knows, in any language of the forms; folded like what they are compared with. */
const unknown = phrases(['невідомо', 'невідомий', 'невідома', 'не відомо', 'не знаю', 'неизвестно', 'не известно', 'немає даних', 'нет данных', 'дані відсутні', 'нд', 'н/д', 'unknown', 'not known', 'no data', 'n/a', '?']);
/** Words by which a list says that there is none. */
const none = words('немає нема нет none no nothing відсутні відсутній відсутня отсутствуют отсутствует без нічого ничего');
/** What may stand beside them without saying which thing is not there. */
const general = words('особливих особливі особые особых прикмет прикмети примет приметы ознак знаков special distinguishing marks features any речей вещей одягу одежды одяг одежда belongings clothing clothes');
/** Things whose absence alone says too little to weigh: other marks may be there. */
const single = words('шрамів шрами шрамов шрамы шрам рубців рубцов татуювань татуювання татуировок татуировки татуировка scars scar tattoos tattoo операцій операций surgery');

function words(text: string): ReadonlySet<string> {
  return phrases(text.split(' '));
}

function phrases(all: readonly string[]): ReadonlySet<string> {
  return new Set(all.map((one) => normaliseForSearch(one)));
}

/** What an entry that names no thing says: that there is none, or nothing at all; null where it names something. */
export function saidNothing(text: string): 'none' | 'unknown' | null {
  return (known.get(text) ?? known.set(text, { nothing: readNothing(text) })).nothing;
}

/** The same things are described in list after list. */
const known = new RecentMemory<string, { readonly nothing: ReturnType<typeof readNothing> }>(10_000);

function readNothing(text: string): 'none' | 'unknown' | null {
  const said = normaliseForSearch(text).split(/[^\p{L}\p{N}?/]+/u).filter((word) => word !== '');
  if (!said.some((word) => /[\p{L}\p{N}]/u.test(word))) return 'unknown';
  if (unknown.has(said.join(' '))) return 'unknown';
  const rest = said.filter((word) => !none.has(word));
  if (rest.length === said.length) return null;
  if (rest.every((word) => general.has(word))) return 'none';
  return rest.every((word) => general.has(word) || single.has(word)) ? 'unknown' : null;
}

function namesThing(text: string): boolean {
  return saidNothing(text) === null;
}

/** The entries of a list that name something, and why there is nothing where none does. */
export function namedThings(texts: readonly string[]): { readonly texts: readonly string[]; readonly absence: 'absent' | 'not_observed' | null } {
  if (texts.every(namesThing)) return { texts, absence: null };
  const named = texts.filter(namesThing);
  return { texts: named, absence: named.length > 0 ? null : texts.some((text) => saidNothing(text) === 'none') ? 'absent' : 'not_observed' };
}
