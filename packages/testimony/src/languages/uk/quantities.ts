import type { BoundPhrase, QuantityWords } from '../language.ts';
import { pairs, phrases, words } from '../word-table.ts';

const bound = (name: BoundPhrase['bound'], list: string): BoundPhrase[] => phrases(list).map((phrase) => ({ words: phrase, bound: name }));
const longestFirst = (list: BoundPhrase[]): BoundPhrase[] => list.sort((a, b) => b.words.length - a.words.length);

export const quantities: QuantityWords = {
  before: longestFirst([
    ...bound('at_least', 'щонайменше, принаймні, не менше, не менш як, не менше ніж, не менш ніж, мінімум, як мінімум, не раніше ніж через, не менше як'),
    ...bound('more_than', 'понад, більше, більш як, більше ніж, більш ніж, більше за, перевищила, перевищує, перевищило, вище'),
    ...bound('at_most', 'щонайбільше, не більше, не більш як, не більше ніж, максимум'),
    ...bound('less_than', 'менше, менш як, менше ніж, менш ніж, майже'),
    ...bound('up_to', 'до'),
    ...bound('approx', 'близько, приблизно, орієнтовно, біля, десь, зо, порядку'),
    ...bound('exact', 'усього, всього, рівно, загалом, лише, тільки, ще, разом'),
  ]),
  tollBounds: words('перевищила перевищило'),
  after: longestFirst([...bound('at_least', 'або більше, і більше, чи більше'), ...bound('approx', 'приблизно, орієнтовно')]),
  rangeBetween: words('між'),
  rangeAnd: words('і та й'),
  rangeFrom: words('від з'),
  rangeTo: words('до - – —'),
  labels: words('номер номером № номери номерами'),
  namedThings: words('стаття статті школа школи'),
  units: pairs('осіб:people людей:people особи:people людини:people людина:people особа:people відсотків:percent відсотки:percent років:years роки:years рік:years року:years днів:days дні:days день:days разів:times рази:times раз:times тонн:tonnes гривень:hryvnias сімей:families тижнів:weeks тижні:weeks тиждень:weeks місяців:months місяці:months годин:hours'),
  unitStems: [
    ['могил', 'graves'], ['похован', 'burials'], ['тіл', 'bodies'], ['останк', 'remains'], ['труп', 'bodies'], ['зниклих', 'missing persons'], ['загибл', 'dead'], ['жертв', 'victims'], ['убит', 'dead'], ['вбит', 'dead'], ['поранен', 'injured'], ['постраждал', 'injured'], ['цивільн', 'civilians'], ['військовослужбов', 'soldiers'],
    ['військов', 'soldiers'], ['солдат', 'soldiers'], ['діт', 'children'], ['дит', 'children'], ['чоловік', 'men'], ['жін', 'women'], ['мешкан', 'residents'], ['жител', 'residents'], ['односельц', 'villagers'], ['односельч', 'villagers'], ['сусід', 'neighbours'], ['сел', 'villages'], ['сіл', 'villages'], ['проваджен', 'criminal proceedings'], ['фахівц', 'specialists'], ['науковц', 'scientists'], ['пасажир', 'passengers'], ['учн', 'pupils'], ['волонтер', 'volunteers'], ['поліцейськ', 'police officers'], ['шахтар', 'miners'], ['гірник', 'miners'], ['скелет', 'skeletons'],
    ['хрест', 'crosses'], ['ям', 'pits'], ['місць', 'sites'], ['місц', 'sites'], ['експерт', 'experts'], ['рятувальник', 'rescuers'], ['зразк', 'samples'], ['кілометр', 'kilometres'], ['метр', 'metres'], ['гектар', 'hectares'], ['смерт', 'deaths'], ['родин', 'families'], ['профіл', 'profiles'], ['будин', 'houses'],
  ],
  skippable: words('з із зі нових нові масових масові масові безіменних невідомих окремих індивідуальних ще таких такі цих ці інших інші ймовірних'),
  notNouns: words('живими живих мертвими вже досі поки лише так там тут раніше пізніше'),
  including: words('серед зокрема включно'),
  modifiers: words('-'),
  percent: words('відсотків відсотки відсоток %'),
  agePhrases: words('віком'),
  tollWords: words('кількість число кількості чисельність'),
  of: words('з із зі'),
  supersededMarks: words('раніше попередньо'),
  isInflected: true,
  changes: words('збільш* зріс* зросл* зменш* сягн* підвищ* зниз*'),
  countMarks: words('серед включно зокрема'),
  notCounted: words('день ніч людина людину річ'),
  carriers: words('-'),
  forces: words('-'),
  labelledBodies: words('тіл* мішк*'),
  agedPeople: words('хлопці дівчата діти чоловіки жінки'),
  ageComparisons: words('понад старші молодші'),
  fillersBeforeOld: words('було близько'),
  backReferences: words('них'),
};
