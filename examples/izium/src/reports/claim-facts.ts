import { inBoth } from '../statements/in-both.ts';
/** Words in both languages of the installation. */
export interface Words {
  readonly en: string;
  readonly uk: string;
}

export interface Speaker {
  readonly name?: string;
  readonly role?: Words;
  readonly organisation?: Words;
  readonly type: 'person' | 'organisation' | 'group' | 'document';
  /** Whether the report names the speaker; private persons' names are not taken over. */
  readonly named: boolean;
}

export interface ClaimQuantity {
  readonly bound: 'exact' | 'approx' | 'at_least' | 'more_than' | 'up_to' | 'range' | 'vague';
  readonly value: string | null;
  readonly value2?: string;
  readonly unit: string;
  readonly ordinal?: boolean;
}

/** One statement of a report: facts of it, in our own words. */
export interface ClaimFacts {
  readonly key: string;
  readonly claimKind: 'attributed' | 'observation';
  readonly quoteType: 'direct' | 'indirect' | 'mixed' | 'none';
  readonly speaker: Speaker;
  readonly channel?: { readonly outlet?: string; readonly medium?: string };
  /** EDTF; a weekday is resolved as the note says. */
  readonly saidOn?: string;
  readonly eventOn?: string;
  readonly modality: 'observation' | 'forecast' | 'estimate' | 'denial' | 'allegation' | 'intent';
  readonly quantities?: readonly ClaimQuantity[];
  readonly words: Words;
  /** A few words at most. */
  readonly quote?: string;
  readonly locator: string;
  readonly about?: 'burial_ground' | 'military_post' | 'mass_grave' | 'military_graves';
  readonly place?: string;
  readonly note?: string;
}

export const ministry: Speaker = {
  organisation: { en: 'Ministry of Defence of Ukraine', uk: 'Міністерство оборони України' }, type: 'organisation', named: true,
};
export const president: Speaker = {
  name: 'Volodymyr Zelensky', role: { en: 'President of Ukraine', uk: 'Президент України' }, type: 'person', named: true,
};
export const mayor: Speaker = {
  name: 'Valerii Marchenko', role: { en: 'Mayor of Izium', uk: 'Міський голова Ізюма' }, type: 'person', named: true,
};
export const strategicCommunications: Speaker = {
  organisation: { en: 'Center for Strategic Communications of Ukraine', uk: 'Центр стратегічних комунікацій України' }, type: 'organisation', named: true,
};
export const official: Speaker = { role: { en: 'An official at the site', uk: 'Посадовець на місці' }, type: 'person', named: false };
export const policeOfficer: Speaker = { role: { en: 'A police officer at the site', uk: 'Поліцейський на місці' }, type: 'person', named: false };
export const researcher: Speaker = { role: { en: 'A researcher working at the site', uk: 'Дослідник, який працював на місці' }, type: 'person', named: true };
export const resident: Speaker = {
  role: { en: 'A resident living across the street from the burial ground', uk: 'Мешканка, яка живе через дорогу від місця поховання' }, type: 'person', named: true,
};
export const reporters: Speaker = { organisation: { en: 'Reporters of CNN', uk: 'Журналісти CNN' }, type: 'organisation', named: true };

export const nameWithheld = inBoth('У повідомленні цю приватну особу названо; сюди ім’я не перенесено.', 'The report names this private person; the name is not taken over here.');
export const toldReporters = { outlet: 'CNN', medium: 'interview' } as const;
export const radaVideo = { outlet: 'Rada TV', medium: 'video' } as const;
