import type { DateWords, NumberWords } from '../language.ts';
import { numbers, pairs, phrases, words } from '../word-table.ts';

export const dates: DateWords = {
  weekdays: numbers('sunday:0 monday:1 tuesday:2 wednesday:3 thursday:4 friday:5 saturday:6'),
  months: numbers('january:1 february:2 march:3 april:4 may:5 june:6 july:7 august:8 september:9 october:10 november:11 december:12 jan:1 feb:2 mar:3 apr:4 jun:6 jul:7 aug:8 sep:9 sept:9 oct:10 nov:11 dec:12'),
  relativeDays: numbers('today:0 yesterday:-1 tomorrow:1'),
  daysTold: words('day morning afternoon evening night week month year same'),
  publishedWords: words('date published updated posted publication on last issued released gmt utc'),
  dayParts: words('morning afternoon evening night noon'),
  prepositions: words('on in at by late early earlier since from until during as of'),
  last: words('last past'),
  next: words('next coming following'),
  current: words('this'),
  week: words('week'),
  month: words('month'),
  year: words('year'),
  yearWords: words(''),
  dayJoins: words('and to or - – —'),
  ordinalSuffixes: words('st nd rd th'),
  yearLinks: words('the of'),
  clock: words('am pm a p'),
};

export const numberWords: NumberWords = {
  units: numbers('one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19'),
  tens: numbers('twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90'),
  scales: numbers('hundred:100 thousand:1000 million:1000000 billion:1000000000'),
  vague: words('dozens scores hundreds thousands tens millions countless numerous'),
  quantifiers: words('some many most several few mostly majority multiple'),
  and: 'and',
  dozen: words('dozen'),
  half: words('half'),
  none: words('no none zero'),
  fractions: numbers('half:2 halves:2 third:3 thirds:3 quarter:4 quarters:4 fifth:5 fifths:5 sixth:6 sixths:6 seventh:7 sevenths:7 eighth:8 eighths:8 ninth:9 ninths:9 tenth:10 tenths:10'),
  shareLinks: phrases('out of every, out of, in every, in'),
  shareNouns: words(''),
  parts: words(''),
  shareMarks: words(''),
  looseSuffixes: words('odd some plus'),
  ago: words('ago earlier later'),
  currencies: pairs('$:dollars €:euros £:pounds ₴:hryvnias ¥:yen ₹:rupees'),
  moneyScales: numbers('m:1000000 mn:1000000 bn:1000000000 b:1000000000 k:1000'),
};
