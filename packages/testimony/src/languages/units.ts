import { words } from './word-table.ts';

/*
 * The names of units in which every language's figures are told: plain English nouns, with what the engine must know of them.
 */

const time = words('year years month months week weeks day days night nights hour hours minute minutes decade decades century centuries fortnight fortnights season seasons');
const measures = words(`percent fraction times mile miles kilometre kilometres kilometer kilometers km metre metres meter meters m centimetre centimetres centimeter centimeters cm foot feet yard yards inch inches
  acre acres hectare hectares tonne tonnes ton tons kg kilogram kilograms litre litres dollar dollars euro euros pound pounds hryvnia hryvnias peso pesos rouble roubles ruble rubles franc francs mark marks dinar dinars kuna yen yuan won baht rand leva lei rupee rupees lira shilling shillings zloty zlotys krona kronor crowns real reais rial riyal dirham
  number page pages point points degree degrees`);

/** Units of time: "two days" tell how long. */
export const isTimeUnit = (unit: string): boolean => time.has(unit);

/** Units of time, length, money, share and label: a number without a noun rarely counts these again. */
export const isMeasureUnit = (unit: string): boolean => time.has(unit) || measures.has(unit) || unit.endsWith(' number');

/** Nouns that count the same thing; graves, sites and bodies are three. */
const classes: readonly (readonly [string, RegExp])[] = [
  ['site', /(?:grave|burial|mass) sites?$|^sites?$|mass (?:graves?|burials?)$/],
  ['grave', /graves?$|burials?$/],
  ['missing', /missing/],
  ['body', /(?:bod(?:y|ies)|corpses?|remains|skeletons?)$/],
  ['dead', /^(?:deaths?|dead|victims?|fatalities|killed)$/],
  ['injured', /^(?:injured|wounded|casualties)$/],
  ['resident', /(?:residents?|inhabitants?)$/],
  ['people', /^(?:people|persons?|individuals?)$/],
];

/** The class of a unit; units outside the list are compared by their own noun. */
export function unitClass(unit: string): string {
  const lower = unit.toLowerCase();
  return classes.find(([, pattern]) => pattern.test(lower))?.[0] ?? singular(lower.split(' ').at(-1) ?? lower);
}

const singular = (noun: string): string => irregular.get(noun) ?? noun.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
const irregular = new Map([['children', 'child'], ['women', 'woman'], ['men', 'man'], ['feet', 'foot']]);

/** "one woman": the irregular ones; others differ by their ending alone. */
export const singularUnit = (unit: string): string => irregular.get(unit) ?? unit;

const humans = words('body dead missing injured resident people man woman child girl boy baby infant civilian soldier serviceman victim prisoner passenger miner villager family survivor relative skull male female adult minor detainee captive hostage fighter worker refugee student pupil teacher officer rescuer expert monk nun pilgrim patient teenager person farmer migrant guest hiker sailor fisherman mother father');
const grounds = words('grave site pit trench shaft hole burial mound ditch cemetery');

/** What verbs choose among things counted before: who can die, what can be dug. */
export type UnitKind = 'human' | 'ground' | 'thing';

export function unitKind(unit: string): UnitKind {
  const name = unitClass(unit);
  return humans.has(name) ? 'human' : grounds.has(name) ? 'ground' : 'thing';
}

/** Units in which a burial is counted besides its graves. */
export const isRemainsUnit = (unit: string): boolean => remains.has(unit);
const remains = words('body dead people child missing man woman');
/** Nouns of one burial: a grave and its pit are one place, a street is another. */
export const isBurialNoun = (noun: string): boolean => burials.has(noun);
const burials = words('grave burial site pit trench');
