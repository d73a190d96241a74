import type { GivenNameTable, NameShares } from './community.ts';

const lines = `
Mehmed; m; Мехмед; Meho Memo Mešo; 
Muhamed; m; Мухамед; Hamo Muho Muha; 
Ahmed; m; Ахмед; Ahmo Ahmet; 
Mustafa; m; Мустафа; Mujo Muja Mustafica; 
Hasan; m; Хасан; Haso; 
Husein; m; Хусеин; Huso Huse Husejn; 
Ibrahim; m; Ибрахим; Ibro Ibrica; 
Ismet; m; Исмет; Iso Ismo; 
Osman; m; Осман; Osmo Osmica; 
Omer; m; Омер; Omerica; 
Sulejman; m; Сулејман; Suljo Sule; 
Salih; m; Салих; Salko; 
Senad; m; Сенад; Seno; 
Nermin; m; Нермин; Nerko; 
Mirsad; m; Мирсад; Mirso; 
Emir; m; Емир; Emko; 
Edin; m; Един; Edo Dino; 
Admir; m; Адмир; Ado; 
Samir; m; Самир; Samko; 
Almir; m; Алмир; Almo; 
Nedžad; m; Неџад; Nedžo Nedzo; 
Sead; m; Сеад; Sejo; 
Fikret; m; Фикрет; Fiko; 
Hamdija; m; Хамдија; Hamdo; 
Avdo; m; Авдо; ; Abdulah Avdija Avdulah
Alija; m; Алија; Ale Aljo; 
Rasim; m; Расим; Raso; 
Ramiz; m; Рамиз; Ramo; 
Šaban; m; Шабан; Šabo; 
Izet; m; Изет; Izo; 
Jovan; m; Јован; Jova Joca Jovo Jovica; Ivan
Petar; m; Петар; Pero Pera Perica Petko; 
Nikola; m; Никола; Niko Nidžo Nikica; 
Milan; m; Милан; Mićo Miki Mile Milanko; 
Dragan; m; Драган; Drago Gaga Draganče; 
Zoran; m; Зоран; Zoki Zoka; 
Goran; m; Горан; Goga Goco; 
Slobodan; m; Слободан; Boba Bobo Slobo Boban; 
Miroslav; m; Мирослав; Miro Mirko Mića; 
Milorad; m; Милорад; Mile Mićo Rade; 
Radovan; m; Радован; Rade Rajko; 
Đorđe; m; Ђорђе; Đoko Đoka Đole Đura; Djordje Georgije
Stefan; m; Стефан; Stevo Stevan Stipe; Stjepan Stijepan Stevan Šćepan
Aleksandar; m; Александар; Aco Aca Saša Sandro; 
Vladimir; m; Владимир; Vlado Vlada Vladica; 
Dušan; m; Душан; Duško Dule Duja; 
Nenad; m; Ненад; Neno Neša; 
Branislav; m; Бранислав; Brane Branko Bane; 
Branko; m; Бранко; Brane; 
Mihailo; m; Михаило; Mijo Miša Mićo Mihajlo; Mihovil
Marko; m; Марко; Mare Markica; 
Luka; m; Лука; Lukica; 
Ivan; m; Иван; Ivo Ivica Iko; 
Josip; m; Јосип; Joso Jozo Joža Josko; Josif Jozef
Ante; m; Анте; Ante Anto Antiša Toni; Antun Anton
Tomislav; m; Томислав; Tomo Tomica; 
Mate; m; Мате; Mato Matko; Matej Matija Matia
Stjepan; m; Стјепан; Stipe Stipo Stjepo Štef; Stipan Stijepan
Franjo; m; Фрањо; Frano Frane; Franciscus
Zvonimir; m; Звонимир; Zvonko Zvone; 
Krešimir; m; Крешимир; Krešo; 
Željko; m; Жељко; Žeks Željo; 
Fatima; f; Фатима; Fata Fatka Fatma; 
Ajša; f; Ајша; Ajka Aiša; 
Hatidža; f; Хатиџа; Hata Hatka; Hatidza
Emina; f; Емина; Mina Ema; 
Amra; f; Амра; ; 
Amela; f; Амела; ; 
Mirsada; f; Мирсада; Mira; 
Senada; f; Сенада; Sena; 
Jasmina; f; Јасмина; Mina Jaca; 
Azra; f; Азра; ; 
Mejra; f; Мејра; Mejruša; Merjem
Nura; f; Нура; Nurka; 
Zejneba; f; Зејнеба; Zejna; 
Munira; f; Мунира; Munka; 
Jelena; f; Јелена; Jeca Jela Lena; 
Milica; f; Милица; Mica Milka; 
Jovana; f; Јована; Joka Joca; Ivana
Snežana; f; Снежана; Sneža Sneška; Snježana
Ljiljana; f; Љиљана; Ljilja Lilja; 
Dragana; f; Драгана; Gaga Draga; 
Gordana; f; Гордана; Goca Goga; 
Marija; f; Марија; Mara Maca Marica Mare; 
Ana; f; Ана; Anka Anica; 
Ivana; f; Ивана; Iva Ivka; 
Katarina; f; Катарина; Kata Kaja Katica; 
Stana; f; Стана; Stanka Staka; 
Vesna; f; Весна; Vesa; 
Svetlana; f; Светлана; Ceca Lana; Svjetlana
Biljana; f; Биљана; Bilja; 
`;

/** A line says that one person may stand under any of these forms in documents. */
export const southSlavicGivenNames: GivenNameTable = {
  columns: [{ kind: 'full', language: 'latin' }, 'sex', { kind: 'full', language: 'sr' }, { kind: 'diminutive', language: 'latin' }, { kind: 'full', language: 'latin' }],
  lines,
  source: 'compiled for this project from general knowledge of the languages; not reviewed by a native speaker',
  verified: false,
};

export const southSlavicGivenShares: NameShares = {
  source: 'rough estimates of the project for Bosnia and Herzegovina, Croatia and Serbia; to be replaced by learned or published shares',
  verified: false,
  shares: { Mehmed: 0.015, Muhamed: 0.015, Mustafa: 0.015, Hasan: 0.015, Ibrahim: 0.015, Dragan: 0.025, Milan: 0.025, Zoran: 0.02, Petar: 0.02, Nikola: 0.025, Jovan: 0.015, Ivan: 0.03, Marko: 0.02, Josip: 0.02, Fatima: 0.02, Jelena: 0.03, Milica: 0.02, Marija: 0.05, Ana: 0.03 },
  otherListed: 0.006,
};

/** Jovanović: one in 48 to 118 in Serbia by the sources of its encyclopaedia page. */
export const southSlavicSurnameShares: NameShares = {
  source: 'rough estimates of the project after lists of frequent surnames of Bosnia and Herzegovina, Croatia and Serbia',
  verified: false,
  shares: {
    Hodžić: 0.006, Hadžić: 0.004, Čengić: 0.002, Delić: 0.003, Demirović: 0.002, Kovačević: 0.005, Halilović: 0.003, Hasanović: 0.003, Ibrahimović: 0.002, Mehmedović: 0.002, Mujić: 0.002, Omerović: 0.003,
    Osmanović: 0.003, Salihović: 0.002, Suljić: 0.002, Avdić: 0.002, Begić: 0.003, Bešić: 0.002, Smajlović: 0.001, Jovanović: 0.008, Petrović: 0.006, Nikolić: 0.006, Marković: 0.005, Đorđević: 0.004,
    Stojanović: 0.004, Ilić: 0.004, Stanković: 0.004, Pavlović: 0.004, Milošević: 0.003, Popović: 0.004, Lukić: 0.002, Savić: 0.002, Simić: 0.002, Tomić: 0.002, Vuković: 0.003, Babić: 0.004, Marić: 0.003,
    Horvat: 0.004, Jurić: 0.002, Novak: 0.002, Knežević: 0.002, Matić: 0.002, Bošnjak: 0.001, Filipović: 0.002,
  },
  otherListed: 0,
};
