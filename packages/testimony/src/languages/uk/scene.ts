import type { ChannelWords, ModalityWords, ReconciliationWords, SceneWords } from '../language.ts';
import { pairs, words } from '../word-table.ts';

export const modality: ModalityWords = {
  forecast: words('буде будуть триватим* завершать завершимо очікує очікують очікується прогнозу* планується тривати розпочнеться розпочнуться завершиться зможемо'),
  intent: words('має-намір планує планують повинні повинен мусять треба слід потрібно намір* просить просять закликав закликала закликає вимагає'),
  estimate: words('ймовірно імовірно можливо може можуть орієнтовно припуска* вважа* оцін* схоже'),
  allegation: words('злочин* геноцид* теракт* катуван* страчен* розстрілян* розстріл* винн* вбивств* убивств* звинувач*'),
  denial: words('заперечу* заперечи* спростову* спростува* неправд* фейк* брехн*'),
};

export const scene: SceneWords = {
  matter: words('могил* похован* похова* тіл* останк* труп* ексгум* загибл* загину* убит* вбит* жертв* хрест* кладовищ* цвинтар* морг* зник* ям* кістк* череп* скелет* слідч* експерт* розстріл* катуван* днк ідентиф* опізна* жаліс* труп* шахт* повін*'),
  remains: words('тіл* останк* решт* труп* скелет* череп* кістк* смерт*'),
  sites: words('могил* кладовищ* ліс* лісі яр яру поле полі кар\'єр* шахт* церкв* школ* яма ями поховання цвинтар* сад* подвір\'*'),
  notPlaces: words('telegram facebook телеграм* фейсбу* днк я'),
  placePrepositions: words('у в на біля поблизу під із з неподалік із-під'),
  placeKinds: words('області район району село селі селищі місті громаді'),
};

export const channels: ChannelWords = {
  media: pairs(`заяві:press_statement брифінгу:press_briefing брифінг:press_briefing пресконференції:news_conference прес-конференції:news_conference інтерв'ю:interview ефірі:broadcast етері:broadcast відео:video дописі:social_media_post пості:social_media_post зверненні:address
    коментарі:remarks повідомленні:message листі:letter каналі:social_media_post телеграм-каналі:social_media_post сторінці:social_media_post телефоном:telephone засіданні:hearing суді:court звіті:report`),
  platforms: pairs('telegram:Telegram телеграмі:Telegram телеграм:Telegram facebook:Facebook фейсбуці:Facebook viber:Viber youtube:YouTube x:X'),
  press: words('кореспонденту кореспондентці кореспондентові журналісту журналістці виданню телеканалу агенції агентству газеті сайту порталу радіо журналістам кореспондентам пресі журналістами'),
  followers: words('оприлюдненій опублікованому оприлюдненому'),
  prepositions: words('у в на під за через по'),
};

export const reconciliation: ReconciliationWords = {
  stopWords: words('що який яка які яке його її їх вони він вона було були був буде будуть має мають також ще вже або але для від до над під при про після перед через між серед цього цієї тих всі усі там тут так сказав сказала повідомив повідомила заявив'),
  genericStems: words('могил* тіл* похов* знай* вияв* люд* осіб місц* міст* район* област* кільк* загиб* останк*'),
  stemLength: 5,
  states: pairs(`ексгумовано:exhumed ексгумували:exhumed підняли:exhumed піднято:exhumed вилучили:exhumed вилучено:exhumed дістали:exhumed ексгумовані:exhumed знайшли:found знайдено:found виявили:found виявлено:found ідентифіковано:identified ідентифікували:identified
    упізнано:identified встановлено:identified загинули:killed загинуло:killed загинув:killed убито:killed вбито:killed зникли:missing зниклими:missing перепоховали:reburied поховали:buried поховано:buried`),
  negations: words('не без'),
  remainsTold: words('останк* тіл* похован* могил*'),
  speculative: words('може можуть могло могли буде будуть очіку* прогноз* ймовірн* імовірн*'),
  phases: words('трива* заверш* закінч* розпоч* почал* припин* поновл* віднов*'),
  events: words('ексгум* пошук* розкоп* ідентиф* обстеж* розмін*'),
  opposed: [[words('безіменн* невідом*'), words("імена ім'я прізвищ* іменами таблич*")]],
  markedThings: words('могил* хрест* похован*'),
};
