import { statedOn, type Recorder } from '../recorder.ts';
import { addReports } from '../reports/add-reports.ts';
import { inBoth } from './in-both.ts';

export interface Places {
  readonly izium: string;
  readonly further: string;
  readonly familyLiaison: string;
  readonly laboratory: string;
  readonly mortuary: string;
  readonly areas: { readonly burial_ground: string; readonly military_graves: string; readonly mass_grave: string; readonly military_post: string; readonly emplacements: string };
}

const metres = (points: readonly (readonly [number, number])[]): { xMm: number; yMm: number; method: 'estimated' }[] =>
  points.map(([x, y]) => ({ xMm: x * 1000, yMm: y * 1000, method: 'estimated' }));

/** Registers offices and sites, takes in the reports, and draws the areas; every outline is invented and says so. */
export function addSite(recorder: Recorder): { places: Places; claims: ReadonlyMap<string, string> } {
  const [familyLiaison, laboratory, mortuary, izium, further] = [recorder.newId(), recorder.newId(), recorder.newId(), recorder.newId(), recorder.newId()];
  const areas = { burial_ground: recorder.newId(), military_graves: recorder.newId(), mass_grave: recorder.newId(), military_post: recorder.newId(), emplacements: recorder.newId() };
  const places: Places = { izium, further, familyLiaison, laboratory, mortuary, areas };
  const office = (id: string, officeKind: string, en: string, uk: string): string =>
    recorder.addSynthetic(id, id, { type: 'office.registered', basis: 'decided', officeKind, name: { en: `${en} (demonstration)`, uk: `${uk} (демонстрація)` } });
  office(familyLiaison, 'family_liaison', 'Family liaison office', 'Відділ роботи з родинами');
  office(laboratory, 'laboratory', 'DNA laboratory', 'ДНК-лабораторія');
  office(mortuary, 'mortuary', 'Mortuary', 'Морг');

  recorder.add(izium, izium, {
    type: 'site.registered', basis: 'document', code: 'IZM', name: { en: 'Izium, burial ground in the pine forest', uk: 'Ізюм, місце поховання в сосновому лісі' },
    description: {
      en: 'Known from two public reports of September 2022. Every position, outline, grave and person in this demonstration is invented.',
      uk: 'Відоме з двох публічних повідомлень за вересень 2022 року. Усі положення, обриси, могили й особи в цій демонстрації вигадані.',
    },
  });
  recorder.add(izium, izium, {
    type: 'site.located', basis: 'document', note: inBoth('Приблизно: місто, а не місце могил. Сітку вигадано.', 'Approximate: the town, not the place of the graves. The grid is invented.'),
    place: { asSaid: 'A pine forest in Izium', point: { latE7: 492_000_000, lonE7: 372_500_000 }, uncertaintyM: 8000 },
    grid: { datum: { asSaid: 'Invented corner of the plan', point: { latE7: 492_000_000, lonE7: 372_500_000 }, uncertaintyM: 8000 }, rotationTenthDeg: 0, invented: true },
  });
  addAreas(recorder, izium, areas);
  const claims = addReports(recorder, { izium, areas });
  addLeads(recorder, { izium, further, claims });
  recorder.addSynthetic(izium, areas.burial_ground, {
    type: 'site.cleared', basis: 'document', when: statedOn('2022-09-15'), extent: inBoth('Ряди 1–20 місця поховання', 'Rows 1 to 20 of the burial ground'), depthMm: 1500,
    method: inBoth('Обстеження поверхні й металошукач (вигадано для демонстрації)', 'Surface search and metal detector (invented for the demonstration)'), authority: inBoth('Демонстраційна група розмінування', 'Demonstration team, explosive ordnance disposal'), validFrom: '2022-09-15', validTo: '2022-12-31',
    limits: inBoth('Не стосується лісу поза рядами й ґрунту під тілом, доки тіло не піднято.', 'Not valid for the forest outside the rows, nor under the body until it has been lifted.'),
  });
  return { places, claims };
}

function addAreas(recorder: Recorder, izium: string, areas: Places['areas']): void {
  const area = (id: string, body: { code: string; areaType: string; en: string; uk: string; custody?: string; outline: readonly (readonly [number, number])[]; note: string }): void => {
    recorder.add(izium, id, {
      type: 'area.defined', basis: 'document', site: izium, code: body.code, name: { en: body.en, uk: body.uk }, areaType: body.areaType,
      ...(body.custody === undefined ? {} : { custody: body.custody }), outline: metres(body.outline), invented: true, note: body.note,
    });
  };
  area(areas.burial_ground, {
    code: 'CIV', areaType: 'civilian', en: 'Burial ground, civilian part', uk: 'Місце поховання, цивільна частина', custody: inBoth('Національна поліція (вигадано для демонстрації)', 'National Police (invented for the demonstration)'),
    outline: [[-6, 8], [30, 11], [68, 7], [75, -20], [72, -55], [66, -77], [22, -80], [-7, -74], [-11, -36]],
    note: inBoth('Що тут поховано цивільних, сказав дослідник на місці; межі вигадано.', 'That civilians are buried here was said by a researcher at the site; the outline is invented.'),
  });
  area(areas.military_graves, {
    code: 'MIL', areaType: 'military', en: 'Burials of military dead, further away', uk: 'Поховання військових, на віддалі', custody: inBoth('Збройні сили (вигадано для демонстрації)', 'Armed Forces (invented for the demonstration)'),
    outline: [[120, -20], [152, -16], [156, -46], [124, -52]], note: inBoth('Що військових поховано далі, сказав дослідник на місці; межі вигадано.', 'That military dead lie further away was said by a researcher at the site; the outline is invented.'),
  });
  area(areas.military_post, {
    code: 'POST', areaType: 'military_post', en: 'Former military post in the forest', uk: 'Колишня військова позиція в лісі',
    outline: [[92, -90], [168, -84], [176, -148], [130, -162], [88, -146]], note: inBoth('Бачили журналісти; межі вигадано.', 'Seen by reporters; the outline is invented.'),
  });
  area(areas.emplacements, {
    code: 'TANK', areaType: 'tank_emplacement', en: 'Tank emplacements', uk: 'Окопи для танків',
    outline: [[138, -100], [160, -98], [164, -120], [141, -122]], note: inBoth('Бачили журналісти; межі вигадано.', 'Seen by reporters; the outline is invented.'),
  });
  area(areas.mass_grave, {
    code: 'MG', areaType: 'mass_grave', en: 'Mass grave from which 17 bodies were reported', uk: 'Масове поховання, з якого повідомлено про 17 тіл',
    outline: [[100, -118], [113, -117], [114, -126], [101, -127]], note: inBoth('Число назвав поліцейський; місце й межі вигадано.', 'The number was given by a police officer; place and outline are invented.'),
  });
}

function addLeads(recorder: Recorder, { izium, further, claims }: { izium: string; further: string; claims: ReadonlyMap<string, string> }): void {
  const claim = (key: string): string => claims.get(key) ?? '';
  recorder.add(izium, izium, {
    type: 'site.lead_reported', basis: 'document', when: statedOn('2022-09-16?'), informant: 'Ministry of Defence of Ukraine', confidence: 'high', claim: claim('a.440'),
    words: { en: 'At least 440 graves in the city.', uk: 'Щонайменше 440 могил у місті.' },
  });
  recorder.add(izium, izium, { type: 'site.confirmed', basis: 'document', when: statedOn('2022-09-16?'), stage: 'confirmed', source: { subject: claim('a.individual') } });
  recorder.add(izium, izium, { type: 'site.opened', basis: 'document', when: statedOn('2022-09-16?'), stage: 'opened', source: { subject: claim('a.work') }, note: inBoth('Того дня бачили, як працюють слідчі; коли вони почали, не сказано.', 'Investigators were seen at work on that day; when they began is not stated.') });
  recorder.add(further, further, {
    type: 'site.registered', basis: 'document', code: 'IZX', name: { en: 'Further burial sites in Izium, reported and not found', uk: 'Інші місця поховань в Ізюмі: повідомлені, не знайдені' },
    description: { en: 'Stands for what the mayor said was being looked for; no place was named.', uk: 'Позначає те, що, за словами міського голови, шукають; місця не названо.' },
  });
  recorder.add(further, further, {
    type: 'site.lead_reported', basis: 'document', when: statedOn('2022-09-18'), informant: 'Mayor of Izium', confidence: 'cannot_be_judged', claim: claim('b.further_sites'),
    words: { en: 'There is information about further burial places; the search continues.', uk: 'Є інформація про інші місця поховань; пошук триває.' },
  });
}
