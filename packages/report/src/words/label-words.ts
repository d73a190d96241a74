import type { ReportLanguage } from '../certificate/certificate-input.ts';

type LabelWord = 'site' | 'grave' | 'bag' | 'seal' | 'recovered' | 'synthetic';

export const labelWords: Readonly<Record<ReportLanguage, Readonly<Record<LabelWord, string>>>> = {
  en: { site: 'Site', grave: 'Grave', bag: 'Bag', seal: 'Seal', recovered: 'Recovered', synthetic: 'SYNTHETIC DATA' },
  uk: { site: 'Місце', grave: 'Могила', bag: 'Мішок', seal: 'Пломба', recovered: 'Вилучено', synthetic: 'СИНТЕТИЧНІ ДАНІ' },
};
