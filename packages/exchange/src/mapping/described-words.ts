/** Codes of the register for what is described of people and found on remains, with the words of lists; Ukrainian, Russian, English. */

/** Findings of one tooth. */
export const toothFindingWords = {
  present_sound: ['sound', 'здоровий', 'present', 'intact', 'цілий', 'здоровый', 'целый'],
  missing_unknown_time: ['missing, time not known', 'відсутній, коли втрачено — невідомо', 'missing', 'absent', 'немає', 'відсутній', 'отсутствует'],
  missing_antemortem: ['lost in life', 'втрачено за життя', 'lost in lifetime', 'втрачений за життя', 'утрачен при жизни'],
  missing_postmortem: ['lost after death', 'втрачено після смерті', 'втрачений після смерті'],
  missing_congenital: ['never developed', 'не розвинувся'],
  unerupted: ['not erupted', 'не прорізався'],
  impacted: ['ретинований'],
  root_remnant: ['залишок кореня', 'корінь', 'корень'],
  deciduous_retained: ['milk tooth retained', 'молочний зуб зберігся'],
  supernumerary: ['extra tooth', 'надкомплектний'],
  rotated: ['повернутий'],
  tilted: ['нахилений'],
  diastema: ['gap beside it', 'проміжок поруч'],
  caries: ['decay', 'карієс', 'каріозний', 'кариес'],
  fracture_antemortem: ['old fracture', 'давній перелом'],
  fracture_perimortem: ['fresh fracture', 'свіжий перелом'],
  attrition: ['wear', 'стертість'],
  filling_amalgam: ['amalgam filling', 'пломба з амальгами', 'amalgam', 'амальгама'],
  filling_tooth_coloured: ['tooth-coloured filling', 'пломба кольору зуба', 'composite', 'композит', 'фотополімерна пломба'],
  filling_glass_ionomer: ['glass ionomer filling', 'склоіономерна пломба'],
  filling_gold: ['gold filling', 'золота пломба'],
  filling_temporary: ['temporary filling', 'тимчасова пломба'],
  filling_unspecified: ['filling', 'пломба'],
  filling_lost: ['пломба випала'],
  inlay: ['вкладка'],
  onlay: ['накладка'],
  veneer: ['вінір'],
  fissure_sealant: ['sealed fissures', 'герметизовані фісури'],
  crown_metal: ['metal crown', 'металева коронка', 'металлическая коронка', 'gold crown', 'золота коронка', 'золотая коронка'],
  crown_metal_ceramic: ['metal-ceramic crown', 'металокерамічна коронка', 'металокераміка', 'металлокерамика'],
  crown_ceramic: ['ceramic crown', 'керамічна коронка'],
  crown_stamped_steel: ['stamped steel crown', 'штампована сталева коронка'],
  crown_titanium_nitride: ['gold-coloured crown', 'коронка золотого кольору'],
  post_core: ['post and core', 'штифт і кукса'],
  root_filling: ['пломбування кореня'],
  apicectomy: ['root tip removed', 'резекція верхівки кореня'],
  implant: ['імплант', 'імплантат', 'имплантат'],
  bridge_abutment: ['опора мосту'],
  bridge_pontic: ['проміжна частина мосту', 'міст', 'мост'],
  denture_partial: ['partial denture', 'частковий протез'],
  denture_full_upper: ['full upper denture', 'повний верхній протез'],
  denture_full_lower: ['full lower denture', 'повний нижній протез'],
  orthodontic: ['orthodontic appliance', 'ортодонтичний апарат'],
  jaw_part_missing: ['частини щелепи немає'],
  not_examined: ['не оглянуто'],
  no_information: ['немає даних'],
} as const;

/** Bones of an inventory. */
export const boneWords = {
  cranium: ['skull', 'череп'],
  mandible: ['lower jaw', 'нижня щелепа', 'jaw', 'щелепа'],
  hyoid: ['під’язикова кістка'],
  cervical_vertebra: ['neck vertebra', 'шийний хребець'],
  thoracic_vertebra: ['chest vertebra', 'грудний хребець'],
  lumbar_vertebra: ['поперековий хребець'],
  sacrum: ['крижі'],
  sternum: ['breastbone', 'груднина'],
  rib: ['ребро', 'ribs', 'ребра'],
  clavicle: ['collarbone', 'ключиця'],
  scapula: ['shoulder blade', 'лопатка'],
  humerus: ['upper arm', 'плечова кістка', 'плечовая кость'],
  radius: ['променева кістка'],
  ulna: ['ліктьова кістка'],
  hand_bone: ['кістка кисті'],
  os_coxae: ['hip bone', 'тазова кістка', 'pelvis', 'innominate', 'таз'],
  femur: ['thigh bone', 'стегнова кістка', 'стегно', 'бедренная кость'],
  patella: ['kneecap', 'надколінок', 'надколенник'],
  tibia: ['shin bone', 'великогомілкова кістка', 'велика гомілкова кістка', 'большеберцовая кость'],
  fibula: ['малогомілкова кістка', 'мала гомілкова кістка', 'малоберцовая кость'],
  foot_bone: ['кістка стопи'],
} as const;

/** Sides of a bone. */
export const boneSideWords = {
  left: ['ліва', 'l', 'л', 'ліво', 'лівий', 'левая'],
  right: ['права', 'r', 'п', 'прав', 'правий', 'правая'],
  midline: ['серединна'],
  unsided: ['side not known', 'сторона невідома', '?', 'unknown', 'невідомо', 'неизвестно'],
} as const;

/** What is measured of a bone, as columns and forms name it. */
export const boneMeasurementWords = {
  maximum_length: ['length', 'max length', 'довжина', 'найбільша довжина', 'длина'],
  head_diameter: ['head', 'діаметр головки', 'головка', 'диаметр головки'],
  epicondylar_breadth: ['epicondylar', 'надвиростки', 'ширина на рівні надвиростків', 'надмыщелки'],
  proximal_breadth: ['proximal', 'верхній кінець', 'ширина верхнього кінця', 'верхний конец'],
  height: ['висота', 'высота'],
  acetabulum_diameter: ['acetabulum', 'вертлюжна западина', 'діаметр вертлюжної западини', 'вертлужная впадина'],
} as const;

/** Things that carry a number. */
export const numberedThingWords = {
  implant: ['імплант', 'імплантат', 'имплант'],
  passport: ['паспорт', 'passport no', 'паспорт №'],
  id_card: ['identity card', 'ID-картка', 'айді'],
  military_id: ['military card', 'військовий квиток', 'військовий'],
  tax_number: ['податковий номер', 'іпн', 'рнокпп', 'tax id', 'инн'],
  bank_card: ['банківська картка', 'card', 'картка'],
  phone: ['telephone number', 'номер телефону', 'телефон', 'tel'],
  device: ['пристрій'],
  other: ['інше'],
} as const;

/** Service. */
export const militaryWords = {
  civilian: ['цивільна особа', 'цивільний', 'цивільна', 'гражданский'],
  military: ['військова служба', 'soldier', 'військовий', 'військова', 'військовослужбовець', 'военный'],
  police: ['поліція', 'поліцейський', 'полиция'],
  unknown: ['not known', 'невідомо', '?', 'неизвестно'],
} as const;

/** State of remains. */
export const conditionWords = {
  fresh: ['без розкладу'],
  decomposed: ['з розкладом', 'розклад', 'разложение'],
  partly_skeletonised: ['частково скелетовані'],
  skeletonised: ['скелетовані', 'skeleton', 'скелет', 'скелетированы'],
  mummified: ['муміфіковані'],
  burnt: ['обгорілі'],
  not_assessable: ['неможливо оцінити'],
} as const;

/** Why there is no value: five different answers. */
export const absenceWords = {
  not_observed: ['не спостерігали', 'не спостерігалось', 'не виявлено', 'не наблюдали'],
  not_assessable: ['неможливо оцінити', 'не визначити', 'невозможно оценить'],
  refused: ['відмовлено', 'відмова', 'отказ'],
  not_asked: ['не запитували', 'не питали', 'не спрашивали'],
  absent: ['there is none', 'немає', 'none', 'нема', 'відсутнє', 'нет'],
} as const;
