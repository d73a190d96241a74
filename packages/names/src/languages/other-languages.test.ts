import { describe, expect, it } from 'vitest';
import { compareNames, describeNameReason, prepareName } from '../index.ts';
import { communities } from './index.ts';

const community = (name: string, language?: string): string | undefined => communities[prepareName(name, { language: language ?? null }).words[0]?.community ?? -1]?.code;
const weigh = (a: string, b: string): number => compareNames(a, b).log10Lr;

/** The fourteen spellings that the Web Science group of Old Dominion University lists for one name (ws-dl.blogspot.com, 28 December 2020). */
const muhammad = ['Muhammad', 'Mohammed', 'Mohammad', 'Muhammed', 'Mohamed', 'Mohamad', 'Muhamad', 'Muhamed', 'Mohamud', 'Mohummad', 'Mohummed', 'Mouhamed', 'Mohammod', 'Mouhamad'];

describe('Arabic names', () => {
  it.each(muhammad)('%s and محمد are one name', (spelling) => {
    expect(weigh(`${spelling} al-Masri`, 'محمد المصري')).toBeGreaterThan(2.5);
  });

  it.each([
    // One letter, several spellings: lists of Arabic given names beside their Latin spelling in public repositories.
    ['Khalid', 'خالد'], ['Saad', 'سعد'], ['Omar', 'عمر'], ['Youssef', 'يوسف'], ['Ibrahim', 'إبراهيم'], ['Ibrahim', 'ابراهيم'], ['Abdulaziz', 'عبدالعزيز'], ['Tarek', 'طارق'], ['Majed', 'ماجد'],
    ['Salem', 'سالم'], ['Rashid', 'راشد'], ['Nasser', 'ناصر'], ['Badr', 'بدر'], ['Ziad', 'زياد'], ['Waleed', 'وليد'], ['Sultan', 'سلطان'], ['Mishary', 'مشاري'], ['Abdulmajeed', 'عبدالمجيد'], ['Abdulkarim', 'عبد الكريم'],
  ])('%s and %s are one name across scripts', (latin, arabic) => {
    expect(weigh(`${latin} al-Tamimi`, `${arabic} التميمي`)).toBeGreaterThan(2.5);
  });

  it.each([
    ['the article written apart, together, and as it sounds', 'Ali al-Sharif', 'Ali Ash-Sharif', 'Ali Elsharif', 'Ali Asharif', 'علي الشريف'],
    ['a name of two words', 'Abd al-Rahman Haddad', 'Abdul Rahman Haddad', 'Abdelrahman Haddad', 'Abderrahmane Haddad', 'عبد الرحمن حداد', 'عبدالرحمن الحداد'],
    ['father of, mother of', 'Abu Ahmad al-Halabi', 'Abou Ahmed Halabi', 'أبو أحمد الحلبي', 'ابو احمد حلبي'],
    ['son of and daughter of left out', 'Fatima bint Ali al-Harbi', 'Fatma Ali Harbi', 'فاطمة بنت علي الحربي', 'فاطمه علي الحربى'],
    ['in Cyrillic letters', 'Мохаммед Аль-Масрі', 'Mohamed Elmasry', 'محمد المصرى', 'Мухаммад Эль-Масри'],
    ['hamza and madda', 'Amina Ahmad Saadi', 'آمنة أحمد السعدي', 'امنه احمد السعدي'],
    ['French and Egyptian spellings', 'Jamal Khalid Najjar', 'Djamel Khaled Nadjar', 'Gamal Khaled Naggar', 'جمال خالد نجار'],
  ])('%s', (_, first, ...others) => {
    for (const other of others) expect(weigh(first, other), `${first} = ${other}`).toBeGreaterThan(2);
  });

  it('a father left out of the chain weighs little against; own name and family still speak', () => {
    expect(weigh('Ahmed Mohamed Ali al-Masri', 'Ahmed Ali al-Masri')).toBeGreaterThan(3);
    expect(weigh('Ahmed Mohamed al-Masri', 'Ahmed Ali al-Masri')).toBeGreaterThan(1.5);
    expect(weigh('Ahmed Mohamed al-Masri', 'Ahmed Ali al-Masri')).toBeLessThan(weigh('Ahmed Mohamed al-Masri', 'Ahmed Mohamed al-Masri') - 1);
  });

  it('what looks alike and is not one name does not weigh for one person', () => {
    expect(weigh('Hassan', 'Hussein')).toBeLessThan(0);
    expect(weigh('حسن', 'حسين')).toBeLessThan(0);
    expect(weigh('Ahmed Mohamed Ali', 'Mohamed Ahmed Ali')).toBeLessThan(weigh('Ahmed Mohamed Ali', 'Ahmad Muhammad Aly') - 2);
    expect(weigh('Ahmed al-Masri', 'Khaled al-Halabi')).toBeLessThan(-1);
  });

  it('a given name that half a country bears weighs little, also as a surname', () => {
    expect(weigh('Muhammad', 'محمد')).toBeLessThan(1.2);
    expect(weigh('Ali Muhammad', 'Ali Mohamed')).toBeLessThan(2.7);
  });
});

describe('Spanish names', () => {
  it.each([
    // Short forms as listed by yubrain.com and spanishviaskype.com.
    ['Alberto', 'Beto'], ['Roberto', 'Beto'], ['Rosario', 'Chayo'], ['Rosario', 'Charo'], ['Vicente', 'Chente'], ['Gregorio', 'Goyo'], ['Eduardo', 'Lalo'], ['Dolores', 'Lola'], ['Guadalupe', 'Lupe'], ['Mercedes', 'Meche'],
    ['Mercedes', 'Merche'], ['Ramón', 'Moncho'], ['Ignacio', 'Nacho'], ['Patricia', 'Paty'], ['Francisco', 'Paco'], ['Francisco', 'Pancho'], ['Francisco', 'Curro'], ['José', 'Pepe'], ['Alfonso', 'Poncho'], ['Antonio', 'Toño'],
    ['Alejandro', 'Jandro'], ['Felipe', 'Pipe'], ['Fernando', 'Nando'], ['Jesús', 'Chus'], ['Manuel', 'Lolo'], ['Manuel', 'Manolo'], ['Carmen', 'Menchu'], ['Francisca', 'Paquita'], ['Magdalena', 'Malena'], ['María', 'Maruja'],
  ])('%s is called %s', (name, short) => {
    const { reasons, log10Lr } = compareNames(`${name} Ortega Molina`, `${short} Ortega Molina`);
    expect(reasons.map(({ kind }) => kind)).toContain('diminutive');
    expect(log10Lr).toBeGreaterThan(4);
  });

  it.each([
    ['surnames first on a list', 'García López, Juan', 'Juan García López'],
    ['one surname of two', 'Juan García', 'Juan García López'],
    ['without accents', 'Maria Nunez Alvarez', 'María Núñez Álvarez'],
    ['particles left out', 'Dolores de la Torre', 'Dolores Torre'],
    ['b for v, s for z', 'Ignacio Vázquez', 'Ignacio Básques'],
    ['j for x, the h left out', 'Francisco Ximénez Hernández', 'Francisco Jiménez Ernández'],
    ['in Cyrillic letters', 'Хуан Гарсия', 'Juan García'],
    ['one given name of two', 'José Luis Ortega', 'José Ortega'],
    ['a married name added', 'Ana Morales Gil de Castro', 'Ana Morales Gil'],
  ])('%s: “%s” and “%s”', (_, a, b) => {
    expect(weigh(a, b)).toBeGreaterThan(2);
  });

  it('one surname in common makes relatives, not one person', () => {
    expect(weigh('Juan García López', 'Juan García Pérez')).toBeLessThan(weigh('Juan García López', 'Juan García') - 0.5);
    expect(weigh('María García López', 'Juan García López')).toBeLessThan(weigh('García López', 'Juan García López') - 1);
    expect(weigh('Carmen Ortega', 'Pilar Molina')).toBeLessThan(-1);
  });
});

describe('Bosnian, Croatian and Serbian names', () => {
  it.each([
    ['in both scripts', 'Мехмед Хоџић', 'Mehmed Hodžić'],
    ['without marks', 'Đorđe Čengić', 'Djordje Cengic'],
    ['č for ć', 'Hasan Hodžič', 'Hasan Hodžić'],
    ['ijekavian and ekavian', 'Snježana Bijelić', 'Снежана Белић'],
    ['a short form', 'Mujo Bijelić', 'Mustafa Bijelić'],
    ['the father’s name in brackets', 'Hasan (Mehmed) Hodžić', 'Hodžić Hasan'],
    ['Serbian letters of one name', 'Ђорђе Јовановић', 'Georgije Jovanović'],
  ])('%s: “%s” and “%s”', (_, a, b) => {
    expect(weigh(a, b)).toBeGreaterThan(2.5);
  });

  it.each([
    // Given names in both scripts, as the table of the encyclopaedia's page on Serbian names has them.
    ['Miroslav', 'Мирослав'], ['Vladimir', 'Владимир'], ['Željko', 'Жељко'], ['Anđelka', 'Анђелка'], ['Srđan', 'Срђан'], ['Ljubomir', 'Љубомир'], ['Božidarka', 'Божидарка'], ['Vukašin', 'Вукашин'],
  ])('%s is %s', (latin, cyrillic) => {
    expect(weigh(`${latin} Đurić`, `${cyrillic} Ђурић`)).toBeGreaterThan(2.5);
  });

  it('other people weigh against', () => {
    expect(weigh('Mujo Hodžić', 'Suljo Hodžić')).toBeLessThan(weigh('Mujo Hodžić', 'Hodžić') - 1);
    expect(weigh('Hasan Hodžić', 'Milan Jovanović')).toBeLessThan(-1);
  });
});

describe('which community a name is of is told by its words', () => {
  it.each([
    ['Олена Коваль', 'east-slavic'], ['Шевченко Роман', 'east-slavic'], ['Olena Koval', 'east-slavic'], ['Ivan Petrenko', 'east-slavic'], ['Зразко', 'east-slavic'], ['Руслан Алієв', 'east-slavic'],
    ['Mohamed Elmasry', 'arabic'], ['Мохаммед Аль-Масрі', 'arabic'], ['محمد', 'arabic'], ['Khalid ibn Walid', 'arabic'],
    ['Juan García', 'spanish'], ['Pilar de la Torre', 'spanish'], ['Núñez', 'spanish'],
    ['Ђорђе', 'south-slavic'], ['Hasan Hodžić', 'south-slavic'], ['Hasan Hodzic', 'south-slavic'], ['Snježana Petrović', 'south-slavic'],
  ])('%s: %s', (name, expected) => {
    expect(community(name)).toBe(expected);
  });

  it('the language of a report says less than the words of the name', () => {
    expect(community('Мохаммед Аль-Масрі', 'uk')).toBe('arabic');
    expect(community('Олена Коваль', 'ar')).toBe('east-slavic');
    expect(community('Vidal', 'es')).toBe('spanish');
  });
});

it('an Arabic pair is put into words like any other', () => {
  expect(compareNames('Khalid al-Rifai', 'خالد الرفاعي').reasons.map((reason) => describeNameReason(reason, 'en'))).toEqual(['Khalid = خالد (given name: variant of the name)', 'Rifai = الرفاعي (surname: another spelling)']);
});
