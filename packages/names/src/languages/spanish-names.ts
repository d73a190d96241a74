import type { GivenNameTable, NameShares } from './community.ts';

const lines = `
José; m; Xosé Josep; Pepe Pepito Pepín Chepe Che; Хосе
Antonio; m; Antoni Antón; Toño Toni Antoñito Toñín; Антоніо Антонио
Juan; m; Joan Xoán; Juanito Juancho Juanillo; Хуан
Manuel; m; ; Manolo Manu Lolo Manolito Manny; Мануель Мануэль
Francisco; m; Francesc Frascisco; Paco Pancho Curro Fran Kiko Quico Paquito Frasco Chisco Cisco; Франсіско Франсиско Франциско
Luis; m; Lluís; Lucho Güicho Luisito; Луїс Луис
Javier; m; Xavier Xabier; Javi; Хав'єр Хавьер
Miguel; m; Miquel Mikel; Micky Migue Miguelito; Мігель Мигель
Carlos; m; Carles; Carlitos Charly; Карлос
Jesús; m; ; Chucho Chuy Chus Chechu Suso; Хесус
Daniel; m; ; Dani; Даніель Даниэль
David; m; ; Davo; Давид
Alejandro; m; Alexandre Alexandro; Álex Jandro Ale Alejo Sandro; Алехандро
Rafael; m; Rafel; Rafa Rafi Fallo; Рафаель Рафаэль
Pedro; m; Pere; Perico Pedrito Peyo; Педро
Pablo; m; Pau Paulo; Pablito; Пабло
Ángel; m; Àngel; Angelito Gelo; Анхель
Fernando; m; Ferran; Nando Fer Fernan; Фернандо
Jorge; m; Jordi; Coque Jorgito; Хорхе
Sergio; m; Sergi; Checo; Серхіо Серхио
Alberto; m; Albert; Beto Berto Tito; Альберто
Roberto; m; ; Beto Rober Tito; Роберто
Humberto; m; Umberto; Beto; Умберто
Eduardo; m; Eduard Edward; Edu Lalo Guayo; Едуардо Эдуардо
Enrique; m; Enric Henrique; Quique Kike; Енріке Энрике
Ramón; m; Ramon; Moncho Mon Monchito; Рамон
Vicente; m; Vicent Vicenç; Chente Vicen Tente; Вісенте Висенте
Ignacio; m; Ignasi Iñaki; Nacho Iñigo Nachito; Ігнасіо Игнасио
Santiago; m; ; Santi Chago Yago Tiago; Сантьяго
Diego; m; ; Dieguito; Дієго Диего
Jaime; m; Jaume; Jaimito Jimmy; Хайме
Joaquín; m; Joaquim; Quino Quim Chimo; Хоакін Хоакин
Andrés; m; Andreu; Andresito Andi; Андрес
Ricardo; m; Ricard; Richi Rica; Рікардо Рикардо
Mario; m; ; Mayito; Маріо Марио
Álvaro; m; Alvar; Varo; Альваро
Adrián; m; Adrià; Adri; Адріан Адриан
Óscar; m; ; Osqui; Оскар
Raúl; m; Raul; ; Рауль
Rubén; m; Ruben; Rube; Рубен
Víctor; m; ; Vito; Віктор
Gabriel; m; ; Gabi; Габріель Габриэль
Guillermo; m; Guillem; Guille Memo Willy; Гільєрмо Гильермо
Gregorio; m; Gregori; Goyo Grego; Грегоріо Грегорио
Alfonso; m; Alfons; Poncho Fonso Fonsi; Альфонсо
Alfredo; m; Alfred; Fredo Fredy; Альфредо
Arturo; m; Artur; Turi; Артуро
César; m; Cèsar; ; Сесар
Emilio; m; Emili; Milo; Еміліо Эмилио
Esteban; m; Esteve Estevan; Teban; Естебан Эстебан
Felipe; m; Felip; Pipe Feli; Феліпе Фелипе
Félix; m; Fèlix; ; Фелікс
Gonzalo; m; Gonçal Gonsalo; Gonza Chalo; Гонсало
Hernán; m; ; Nano; Ернан Эрнан
Héctor; m; ; Tito; Ектор Эктор
Hugo; m; Ugo; ; Уго
Iván; m; Ivan; ; Іван
Julio; m; Juli; Julito; Хуліо Хулио
Julián; m; Julià; Juli; Хуліан Хулиан
Lorenzo; m; Llorenç Lorenso; Lencho Loren; Лоренсо
Marcos; m; Marc; ; Маркос
Mariano; m; Marià; Nano; Маріано Мариано
Martín; m; Martí; Tin; Мартін Мартин
Mateo; m; Mateu; Teo; Матео
Nicolás; m; Nicolau; Nico Colás; Ніколас Николас
Rodrigo; m; ; Rodri Rigo; Родріго Родриго
Salvador; m; ; Salva Chava; Сальвадор
Tomás; m; Tomàs; Tomi; Томас
Gustavo; m; ; Gus Tavo; Густаво
Osvaldo; m; Oswaldo; Valdo; Освальдо
Ernesto; m; Ernest; Neto Tito; Ернесто Эрнесто
María; f; Maria; Mari Marica Maruja Mariquita; Марія Мария
Carmen; f; Carme; Menchu Carmela Carmencita Mamen Carmina; Кармен
Josefa; f; ; Pepa Pepita Fina Chepa; Хосефа
Ana; f; Anna; Anita Ani; Ана
Isabel; f; Ysabel; Isa Chabela Chavela Belita; Ізабель Исабель
Dolores; f; Dolors; Lola Lolita Loli; Долорес
Pilar; f; ; Pili Piluca Pilarica; Пілар Пилар
Teresa; f; ; Tere Teresita Maite; Тереса
Rosa; f; ; Rosita Rosi; Роса
Cristina; f; ; Cris Tina; Крістіна Кристина
Ángeles; f; Àngels; Angelines Geles; Анхелес
Laura; f; ; Lauri; Лаура
Antonia; f; Antònia; Toña Toñi; Антонія Антония
Elena; f; Helena; Nena; Елена
Marta; f; ; Martita; Марта
Francisca; f; Francesca; Paca Paquita Paqui Pancha Curra; Франсіска Франсиска
Lucía; f; Llúcia; Luci; Лусія Лусия
Mercedes; f; Mercè; Merche Meche Merci Mecha; Мерседес
Rosario; f; Roser; Charo Chayo Chari; Росаріо Росарио
Concepción; f; Concepció; Concha Conchita Conchi Cone; Консепсьон
Consuelo; f; ; Chelo Consu; Консуело Консуэло
Guadalupe; f; ; Lupe Lupita; Гуадалупе
Juana; f; Joana; Juanita; Хуана
Raquel; f; ; Raque; Ракель
Sara; f; ; Sarita; Сара
Paula; f; ; Pauli; Паула
Beatriz; f; Beatriu Beatris; Bea; Беатріс Беатрис
Patricia; f; ; Patri Pati Paty; Патрісія Патрисия
Silvia; f; Sílvia; Chiva; Сільвія Сильвия
Susana; f; ; Susi; Сусана
Margarita; f; Margarida; Marga Mague Rita; Маргарита
Magdalena; f; ; Malena Magda Lena; Магдалена
Manuela; f; ; Manola Manoli; Мануела Мануэла
Esperanza; f; Esperança; Espe; Есперанса Эсперанса
Inmaculada; f; ; Inma; Інмакулада
Asunción; f; Assumpció; Asun Chon; Асунсьон
Encarnación; f; ; Encarna; Енкарнасьон
Catalina; f; Caterina; Cata Lina; Каталіна Каталина
Luisa; f; Lluïsa; Luisita; Луїса Луиса
Alicia; f; Alícia; Ali Licha; Алісія Алисия
Gloria; f; Glòria; ; Глорія
Graciela; f; ; Chela Graci; Грасьєла Грасиэла
Victoria; f; Victòria; Vicky Toya; Вікторія
Yolanda; f; Iolanda; Yoli; Йоланда
`;

/** Names with what they are in Catalan, Galician and Basque, and the short forms; Paco may be any of several. */
export const spanishGivenNames: GivenNameTable = {
  columns: [{ kind: 'full', language: 'latin' }, 'sex', { kind: 'full', language: 'latin' }, { kind: 'diminutive', language: 'latin' }, { kind: 'full', language: 'uk' }],
  lines,
  source: 'compiled for this project from general knowledge of the language and public lists of short forms; not reviewed by a native speaker',
  verified: false,
};

/**
 * A word among given names, alone or with another, of people of one sex in Spain: María stands in the names of 6,156,632
 * women, José in those of 2,696,441 men, Antonio 1,424,236, Juan 1,309,004, of some 24.1 and 23.2 million.
 */
export const spanishGivenShares: NameShares = {
  source: 'INE, names of residents of Spain, 2019 and 2020, as reported by lasexta.com on 18 and 20 May 2021 (María, José, Antonio, Juan, Manuel, Francisco, Carmen); the others estimated',
  verified: false,
  shares: {
    José: 0.116, Antonio: 0.061, Juan: 0.056, Manuel: 0.045, Francisco: 0.045, Luis: 0.035, Javier: 0.03, Miguel: 0.03, Carlos: 0.025, Jesús: 0.02, Daniel: 0.015, David: 0.016, Alejandro: 0.013,
    Rafael: 0.012, Pedro: 0.014, Pablo: 0.01, Ángel: 0.017, Fernando: 0.012, Jorge: 0.009, Sergio: 0.008, Alberto: 0.009,
    María: 0.255, Carmen: 0.047, Josefa: 0.02, Ana: 0.045, Isabel: 0.03, Dolores: 0.025, Pilar: 0.022, Teresa: 0.02, Rosa: 0.02, Cristina: 0.013, Ángeles: 0.013, Laura: 0.011, Antonia: 0.012, Elena: 0.009,
  },
  otherListed: 0.003,
};

/** First surnames of residents of Spain: of some 47.3 million, García 1,462,696, Rodríguez 930,659, González 927,819, Fernández 910,545. */
export const spanishSurnameShares: NameShares = {
  source: 'INE, first surnames of residents of Spain, 2020, as reported by lasexta.com on 20 May 2021 (the first four; 18 to 21 in a thousand for the next, as reported by El Periódico Extremadura); the others estimated',
  verified: false,
  shares: {
    García: 0.0309, Rodríguez: 0.0197, González: 0.0196, Fernández: 0.0193, López: 0.0185, Martínez: 0.0177, Sánchez: 0.0173, Pérez: 0.0165, Gómez: 0.0104, Martín: 0.0103, Jiménez: 0.0083,
    Hernández: 0.0077, Ruiz: 0.0078, Díaz: 0.0073, Moreno: 0.0067, Muñoz: 0.006, Álvarez: 0.006, Romero: 0.0047, Gutiérrez: 0.0045, Alonso: 0.0042, Navarro: 0.0038, Torres: 0.0036, Domínguez: 0.0034,
    Ramos: 0.0033, Vázquez: 0.0032, Ramírez: 0.003, Gil: 0.0029, Serrano: 0.0028, Morales: 0.0028, Molina: 0.0027, Blanco: 0.0025, Suárez: 0.0025, Castro: 0.0024, Ortega: 0.0024, Delgado: 0.0023,
    Ortiz: 0.0023, Marín: 0.0022, Rubio: 0.0022, Núñez: 0.002, Medina: 0.002, Castillo: 0.002, Cortés: 0.0018, Guerrero: 0.0018, Flores: 0.0018, Vega: 0.0016, Rojas: 0.0015, Mendoza: 0.0015, Vargas: 0.0014,
    Quispe: 0.001, Mamani: 0.001, Huamán: 0.001, Chávez: 0.0015, Reyes: 0.0015, Aguilar: 0.0013, Espinoza: 0.001, Salazar: 0.001,
  },
  otherListed: 0,
};
