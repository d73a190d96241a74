import type { GivenNameTable, NameShares } from './community.ts';

const compiled = 'compiled for this project from general knowledge of Arabic names and their spellings; not reviewed by a native speaker';

/** Names of two words: servant of the Merciful, of the Noble; the second word in Latin, Arabic and Cyrillic letters. */
const servantOf = `
rahman rahmane; رحمن; рахман
rahim raheem; رحيم; рахим рахім
aziz azeez; عزيز; азиз азіз
karim kareem krim; كريم; карим карім керим
hamid hameed; حميد; хамид хамід
qadir kader qader kadir; قادر; кадир кадер
latif lateef; لطيف; латиф латіф
malik malek; ملك; малик малік
majid majeed; مجيد; маджид
salam; سلام; салам
wahab wahhab ouahab; وهاب; вахаб ваххаб
jabbar; جبار; джаббар
ghani; غني; гани
hakim hakeem; حكيم; хаким хакім
halim haleem; حليم; халим
razzaq razak razzak; رزاق; раззак
nasser nasir; ناصر; насер насир
hadi; هادي; хади
basit baset; باسط; басит
samad; صمد; самад
fattah fatah; فتاح; фаттах
jalil jaleel; جليل; джалиль
`;

/** The article in it is heard as al, el, ul or as the sound after it: Abdul Rahman, Abdelrahman, Abderrahmane, Abdurrahman. */
function servantLine(line: string): string {
  const [latin = '', arabic = '', cyrillic = ''] = line.split(';').map((cell) => cell.trim());
  const cores = latin.split(' ');
  const spelt = cores.flatMap((core) => [`abdul${core}`, `abdel${core}`, `abd${core}`, ...(/^[nrszdt]/.test(core) ? [`abde${core.charAt(0)}${core}`, `abdu${core.charAt(0)}${core}`] : [])]);
  return `${spelt.join(' ')}; m; عبدال${arabic}; ${cyrillic.split(' ').flatMap((core) => [`абдул${core}`, `абдель${core}`]).join(' ')};`;
}

const lines = `
Muhammad Mohammed Mohamed Mohamad Mouhamed Mehmed Mahomed; m; محمد; Мухаммед Мохаммед Магомед Мохамед Мухаммад; Hamoudi Moh Mido
Ahmad Ahmed Ahmet; m; أحمد احمد; Ахмед Ахмад; Hamada Hamoudi
Mahmud Mahmoud Mahmood Mahmut; m; محمود; Махмуд; Hamoudi
Hamid Hameed; m; حامد حميد; Хамид Хамід;
Hassan Hasan; m; حسن; Хасан Гасан; Hassouna Hassoun
Hussein Husayn Hussain Hossein Husain Houcine Hocine; m; حسين; Хусейн Гусейн; Hussam
Ali Aly; m; علي على; Алі Али; Alloush Allawi
Omar Umar Omer; m; عمر; Омар Умар; 
Uthman Othman Osman Usman Othmane; m; عثمان; Осман Усман; 
Abubakr Abubakar Aboubakr Aboubacar; m; أبوبكر ابوبكر; Абубакр Абубакар; 
Khalid Khaled; m; خالد; Халід Халед Халид; Khaldoun
Ibrahim Ibraheem Brahim Ebrahim; m; إبراهيم ابراهيم; Ібрагім Ибрагим Ибрахим; Barhoum Brahim
Ismail Ismael Ismaeel Smail; m; إسماعيل اسماعيل; Ісмаїл Исмаил; Sumaa
Yusuf Youssef Yousef Yousif Yusef Youcef; m; يوسف; Юсуф Юсеф; 
Yaqub Yacoub Yaakoub Yaqoub; m; يعقوب; Якуб; 
Musa Moussa Mousa; m; موسى موسي; Муса; 
Isa Issa Eisa Essa; m; عيسى عيسي; Іса Иса; 
Dawud Daoud Dawood Daud; m; داود داوود; Дауд; 
Sulayman Suleiman Sulaiman Soliman Slimane Sleiman Souleymane; m; سليمان; Сулейман Сулайман; 
Yahya Yehia Yahia; m; يحيى يحيي; Яхья; 
Zakariya Zakaria Zakariyya; m; زكريا; Закарія Закария; Zako
Idris Idriss Driss; m; إدريس ادريس; Ідріс Идрис; 
Adam; m; آدم ادم; ; 
Nuh Nouh; m; نوح; Нух; 
Yunus Younes Younis Yunis; m; يونس; Юнус Юнис; 
Ayyub Ayoub Ayub; m; أيوب ايوب; Аюб; 
Harun Haroun Haroon; m; هارون; Харун; 
Hamza Hamzah; m; حمزة حمزه; Хамза; 
Bilal Belal; m; بلال; Біляль Билал; 
Tariq Tarek Tareq Tarik; m; طارق; Тарік Тарек Тарик; 
Jamal Gamal Djamel Jamel; m; جمال; Джамаль Гамаль; 
Kamal Kamel; m; كمال; Камаль; 
Kamil Kamel; m; كامل; Каміль; 
Karim Kareem Krim; m; كريم; Карім Карим; 
Salim Saleem; m; سليم; Салім Салим Селим; 
Salem; m; سالم; Салем; 
Said Saeed Saïd Sayeed; m; سعيد; Саїд Саид; 
Saad Sad; m; سعد; Саад; 
Sami; m; سامي; Самі Сами; 
Samir Sameer; m; سمير; Самір Самир; 
Nabil Nabeel; m; نبيل; Набіль Набиль; 
Nadir Nader; m; نادر; Надір Надир; 
Nasir Nasser Naser; m; ناصر; Насер Насир; 
Anas; m; أنس انس; Анас; 
Anwar Anouar; m; أنور انور; Анвар; 
Ashraf; m; أشرف اشرف; Ашраф; 
Ayman Aymen Aiman; m; أيمن ايمن; Айман; 
Basil Basel; m; باسل; Басіль Басель; 
Bashar; m; بشار; Башар; 
Bashir Basheer Bachir; m; بشير; Башір Башир; 
Faisal Faysal Feisal Fayçal; m; فيصل; Фейсал; 
Farid Fareed; m; فريد; Фарід Фарид; 
Faruq Farouk Farooq; m; فاروق; Фарук; 
Fadi; m; فادي; Фаді; 
Ghassan; m; غسان; Гассан; 
Hadi; m; هادي; Хаді Хади; 
Haitham Haytham; m; هيثم; Хайтам; 
Hani; m; هاني; Хані; 
Hisham Hicham Hesham; m; هشام; Хішам Хишам; 
Imad Emad; m; عماد; Імад Имад; 
Imran Omran Emran; m; عمران; Імран Имран; 
Iyad Eyad Ayad; m; إياد اياد; Іяд Ияд; 
Jabir Jaber Jabeur; m; جابر; Джабер; 
Jafar Jaafar Djaafar Gaafar; m; جعفر; Джафар; 
Luay Loay Louay; m; لؤي; Луай; 
Majid Majed; m; ماجد; Маджид; 
Mahdi Mehdi; m; مهدي; Махді Мехді; 
Malik Malek; m; مالك; Малік Малик; 
Mansur Mansour Mansoor; m; منصور; Мансур; 
Marwan Marouane; m; مروان; Марван; 
Mazin Mazen; m; مازن; Мазен; 
Mustafa Mostafa Moustafa Mustapha; m; مصطفى مصطفي; Мустафа; 
Munir Mounir Moneer; m; منير; Мунір Мунир; 
Qasim Kassem Qassem Qasem Kacem; m; قاسم; Касім Касим Касем; 
Rami; m; رامي; Рамі Рами; 
Rashid Rasheed Rachid; m; رشيد; Рашид Рашід; 
Rida Reda Ridha Reza; m; رضا; Ріда Рида Реза; 
Riyad Riad Riyadh Ryad; m; رياض; Ріяд; 
Saif Sayf Seif; m; سيف; Сейф Саїф; 
Salah; m; صلاح; Салах; 
Saleh Salih; m; صالح; Салех Саліх; 
Sharif Sherif Chérif Cherif; m; شريف; Шаріф Шериф; 
Taha; m; طه; Таха; 
Tamer Tamir; m; تامر; Тамер; 
Walid Waleed Oualid; m; وليد; Валід Валид; 
Wael Wail; m; وائل; Ваель Ваэль; 
Yasir Yasser Yaser; m; ياسر; Ясір Ясер Ясир; 
Yasin Yassin Yassine; m; ياسين; Ясін Ясин; 
Zaid Zayd Zeid; m; زيد; Зейд; 
Ziad Ziyad; m; زياد; Зіяд; 
Zayn Zein Zain; m; زين; Зейн; 
Abdullah Abdallah Abdulla Abdoullah; m; عبدالله; Абдулла Абдалла; Abboud Aboud Abdo
Fatima Fatimah Fatma Fatemah; f; فاطمة فاطمه; Фатіма Фатима Фатма; Fattoum Fifi
Aisha Aysha Aicha Ayesha Aïcha; f; عائشة عايشة; Аїша Айша Аиша; Ayoush
Khadija Khadijah Khadidja Khadeeja; f; خديجة خديجه; Хадіджа Хадиджа; Khadouj
Zaynab Zeinab Zainab Zineb; f; زينب; Зейнаб Зайнаб; Zanouba
Maryam Mariam Meriem Miriam Myriam; f; مريم; Маріам Мариам; Mimi
Amina Aminah; f; أمينة امينة آمنة; Аміна; 
Asma Asmaa Esma; f; أسماء اسماء; Асма; 
Amal; f; أمل آمال; Амаль; 
Amira Ameera; f; أميرة اميرة; Аміра; 
Dina Deena; f; دينا; ; 
Dunya Donia Dounia; f; دنيا; ; 
Hala; f; هالة هاله; Хала; 
Hanan; f; حنان; Ханан; 
Hanaa Hana; f; هناء; Хана; 
Huda Hoda Houda; f; هدى هدي; Худа; 
Iman Eman Imane; f; إيمان ايمان; Іман; 
Jamila Jameela Djamila Gamila; f; جميلة; Джаміла Джамиля; 
Karima Kareema; f; كريمة; Каріма; 
Layla Leila Laila Leyla; f; ليلى ليلي; Лейла; 
Lina; f; لينا; ; 
Mona Muna Mouna; f; منى مني; Мона; 
Nadia; f; نادية ناديا; ; 
Najwa Nagwa; f; نجوى; Наджва; 
Noor Nour Nur; f; نور; Нур; 
Noura Nora Nura; f; نورا نورة; Нура; 
Rabia Rabiaa; f; رابعة; Рабія; 
Rania; f; رانيا رانية; Ранія Рания; 
Rana; f; رنا; Рана; 
Rasha Racha; f; رشا; Раша; 
Reem Rim; f; ريم; Рім Рим; 
Rim Reema Rima; f; ريما; Ріма; 
Ruqayya Rukaya Ruqaya Rokaya; f; رقية رقيه; Рукайя; 
Safiya Safia Safiyya; f; صفية; Сафія Сафия; 
Salma; f; سلمى سلمي; Сальма; 
Salwa; f; سلوى سلوي; Сальва; 
Samira Sameera; f; سميرة; Саміра; 
Sana Sanaa; f; سناء; Сана; 
Sara Sarah; f; سارة ساره; ; 
Suad Souad; f; سعاد; Суад; 
Sumaya Soumaya Sumayya; f; سمية; Сумайя; 
Wafa Wafaa; f; وفاء; Вафа; 
Yasmin Yasmine Yasmeen; f; ياسمين; ; 
Zahra Zahraa; f; زهراء زهرة; Захра; 
${servantOf.split('\n').filter((line) => line !== '').map(servantLine).join('\n')}
`;

/** A line says that one person may stand under any of these forms in documents. */
export const arabicGivenNames: GivenNameTable = {
  columns: [{ kind: 'full', language: 'latin' }, 'sex', { kind: 'full', language: 'ar' }, { kind: 'full', language: 'uk' }, { kind: 'diminutive', language: 'latin' }],
  lines,
  source: compiled,
  verified: false,
};

export const arabicGivenShares: NameShares = {
  source: 'rough estimates of the project for Arabic-speaking countries, where no office publishes shares for all; to be replaced by learned or published shares',
  verified: false,
  shares: {
    Muhammad: 0.1, Ahmad: 0.06, Ali: 0.05, Mahmud: 0.03, Hassan: 0.03, Hussein: 0.03, Omar: 0.025, Khalid: 0.02, Ibrahim: 0.025, Yusuf: 0.02, Mustafa: 0.02, Abdullah: 0.03,
    Said: 0.012, Salim: 0.008, Samir: 0.008, Walid: 0.008, Tariq: 0.006, Hamza: 0.008, Musa: 0.008, Ismail: 0.01, Karim: 0.006, Saleh: 0.01,
    Fatima: 0.06, Maryam: 0.035, Aisha: 0.03, Khadija: 0.02, Zaynab: 0.02, Amina: 0.015, Layla: 0.01, Noor: 0.012, Sara: 0.012, Huda: 0.01,
  },
  otherListed: 0.003,
};

/** Names of family, place and tribe by which people of several countries are called; written without the article. */
export const arabicSurnameShares: NameShares = {
  source: 'rough estimates of the project; family names differ between countries, and many people bear their grandfather’s name instead',
  verified: false,
  shares: {
    Masri: 0.003, Hariri: 0.001, Khatib: 0.002, Khoury: 0.002, Haddad: 0.003, Najjar: 0.002, Shami: 0.001, Halabi: 0.001, Homsi: 0.0005, Baghdadi: 0.001, Tikriti: 0.0005, Mosuli: 0.0005,
    Jubouri: 0.003, Dulaimi: 0.002, Obeidi: 0.002, Zubaidi: 0.001, Maliki: 0.001, Hashimi: 0.001, Saadi: 0.001, Janabi: 0.001, Shammari: 0.002, Otaibi: 0.002, Qahtani: 0.002, Ghamdi: 0.002,
    Zahrani: 0.002, Harbi: 0.002, Dosari: 0.001, Tamimi: 0.001, Ansari: 0.001, Husseini: 0.001, Alawi: 0.001, Sayed: 0.003, Sheikh: 0.003, Qudsi: 0.0003, Nabulsi: 0.0005, Ghazali: 0.0005,
    مصري: 0.003, خطيب: 0.002, خوري: 0.002, حداد: 0.003, نجار: 0.002, حلبي: 0.001, بغدادي: 0.001, جبوري: 0.003, دليمي: 0.002, عبيدي: 0.002, شمري: 0.002, عتيبي: 0.002, قحطاني: 0.002, غامدي: 0.002,
    حربي: 0.002, تميمي: 0.001, أنصاري: 0.001, حسيني: 0.001, سيد: 0.003, شيخ: 0.003,
  },
  otherListed: 0,
};
