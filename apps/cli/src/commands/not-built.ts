import { refuse } from '@imena/problem';
import type { Command, Words } from '../command.ts';

/** A command of a later release: it says in words what there is instead. */
function notBuilt(name: string, summary: Words, instead: Words): Command {
  return {
    name, usage: '...', summary, help: instead,
    isLater: true,
    run: ({ language }) => refuse('cli.not_built', { command: name, instead: instead[language] }),
  };
}

export const laterCommands: readonly Command[] = [
  notBuilt(
    'verify',
    { en: 'verifies an evidence package (a later release)', uk: 'перевіряє пакет доказів (наступний випуск)' },
    { en: 'The page Ledger shows each entry with its proof and verifies it in the browser; imena doctor verifies the whole log.', uk: 'Сторінка «Журнал» показує кожен запис із доказом і перевіряє його в браузері; imena doctor перевіряє весь журнал.' },
  ),
  notBuilt(
    'package',
    { en: 'writes the evidence package of a site (a later release)', uk: 'записує пакет доказів місця (наступний випуск)' },
    { en: 'The certificate of an identification names entries and checkpoint; imena backup keeps everything.', uk: 'Висновок про ідентифікацію називає записи й контрольну точку; imena backup зберігає все.' },
  ),
];
