import { emptyRemains, emptyReport, type FoundRemains, type MissingReport, type Sex } from '../records/types.ts';

/** Invented reports and remains whose truth is known; nobody of them exists. */
export interface InventedLists {
  readonly missing: MissingReport[];
  readonly remains: FoundRemains[];
  /** For each individual the number of the report of the same invented person, or null. */
  readonly truth: (number | null)[];
}

const surnames = ['Вигадько', 'Прикладенко', 'Зразківський', 'Умовний', 'Тестенко', 'Навчальний', 'Примарук', 'Казкар', 'Небилиця', 'Мрійник', 'Вимислов', 'Байкар'];
const endings = ['', 'енко', 'чук', 'ський', 'ів', 'ак', 'ик', 'юк'];
const given: Readonly<Record<Sex, readonly string[]>> = { M: ['Іван', 'Петро', 'Микола', 'Олег', 'Роман', 'Андрій', 'Богдан', 'Тарас'], F: ['Марія', 'Олена', 'Ганна', 'Ірина', 'Софія', 'Віра', 'Любов', 'Наталія'] };
const places = ['Вигадане', 'Примарне', 'Казкове', 'Умовне', 'Небувале'];
const marks = ['татуювання на передпліччі', 'шрам після апендициту', 'золота коронка', 'старий перелом ключиці', 'кардіостимулятор', 'протез кульшового суглоба'];
const clothes = ['чорна куртка', 'сірий светр', 'джинси', 'чоботи', 'халат', 'картата сорочка'];

/**
 * Lists drawn from the very models that weigh them, with the errors of the documented settings, so that the posterior
 * must be calibrated. 60 % of the individuals are on the list. Seeded.
 */
export function inventedLists(seed: number, reports: number, found: number): InventedLists {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const people = Array.from({ length: reports + found }, () => person());
  const missing = people.slice(0, reports).map((p, i) => reportOf(p, `A${i}`));
  const free = Array.from({ length: reports }, (_, i) => i);
  const truth = Array.from({ length: found }, () => (random() < 0.6 && free.length > 0 ? (free.splice(Math.floor(random() * free.length), 1)[0] ?? null) : null));
  const remains = truth.map((report, i) => remainsOf(people[report ?? reports + i] ?? person(), `P${i}`));
  return { missing, remains, truth };

  function person() {
    const sex: Sex = random() < 0.5 ? 'M' : 'F';
    const tall = (sex === 'M' ? 176 : 163) + 6.5 * normal();
    return {
      sex, surname: pick(surnames).slice(0, 6) + pick(endings), given: pick(given[sex]), year: 1935 + Math.floor(random() * 65), heightCm: Math.round(tall),
      seen: 19_050 + Math.floor(random() * 150), delay: Math.ceil(-21 * Math.log(1 - random())), place: pick(places),
      marks: marks.filter(() => random() < 0.1), clothes: clothes.filter(() => random() < 0.25),
    };
  }
  function reportOf(p: ReturnType<typeof person>, id: string): MissingReport {
    return {
      ...emptyReport(id), surname: p.surname, given: p.given, name: `${p.surname} ${p.given}`, lang: 'uk', sex: p.sex,
      birth: { year: p.year, month: null, day: null }, lastSeen: p.seen, place: p.place, heightCm: p.heightCm + Math.round(1 + 3 * normal()),
      isMilitary: false, marks: p.marks, clothing: p.clothes,
    };
  }
  function remainsOf(p: ReturnType<typeof person>, id: string): FoundRemains {
    const age = 2022 - p.year + Math.round(6 * normal());
    const death = p.seen + p.delay;
    return {
      ...emptyRemains(id), source: 'marker', name: random() < 0.5 ? null : random() < 0.5 ? p.given : `${p.surname} ${p.given}`, lang: 'uk',
      death: { from: death - 5, to: death + 5 }, place: random() < 0.6 ? p.place : pick(places), sex: random() < 0.05 ? (p.sex === 'M' ? 'F' : 'M') : p.sex,
      age: { low: Math.max(0, age - 10), high: age + 10 }, stature: { cm: Math.round(p.heightCm + 3.5 * normal()), sdCm: 3.5 }, isMilitary: false,
      marks: p.marks.filter(() => random() < 0.6), clothing: [...new Set([...p.clothes.filter(() => random() < 0.4), ...clothes.filter(() => random() < 0.15)])],
    };
  }
}

/** A small generator (mulberry32), so that the lists are the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
