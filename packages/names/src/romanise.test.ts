import { describe, expect, it } from 'vitest';
import { compareNames, romanise, romanisationSystems } from './index.ts';

describe('romanisation by other rules', () => {
  it.each([
    ['ru-icao', 'Юрий Щербаков', 'Iurii Shcherbakov'],
    ['ru-icao', 'Подъячев', 'Podieiachev'],
    ['ru-gost-2006', 'Цветков', 'Tcvetkov'],
    ['ru-1997', 'Евгений Алексеевич', 'Evgeniy Alekseyevich'],
    ['ru-bgn-1947', 'Елена Васильева', 'Yelena Vasil’yeva'],
    ['ru-scientific', 'Хрущёв', 'Xruščëv'],
    ['ru-german', 'Чайковский', 'Tschaikowskij'.replace('ai', 'aj')],
    ['uk-french', 'Шевчук', 'Chevtchouk'],
    ['uk-german', 'Шевченко', 'Schewtschenko'],
    ['uk-polish', 'Шевченко', 'Szewczenko'],
    ['uk-bgn-1965', 'Згурський', 'Z·hurs’kyy'],
    ['uk-icao', 'ЮРІЙ', 'IURII'],
  ] as const)('%s: %s is written %s', (system, name, latin) => {
    expect(romanise(name, system)).toBe(latin);
  });

  const names = ['Щербухівський Юрій Олексійович', 'Жуковець Євгенія Григорівна', 'Чепіга Хома Яківович', 'Цвяхун Ілля Сергійович'];
  it.each(romanisationSystems)('a name written by %s is read back as the same person', (system) => {
    for (const name of names) {
      const latin = romanise(name, system);
      expect(compareNames(name, latin).log10Lr, `${name} = ${latin}`).toBeGreaterThan(4.5);
    }
  });
});
