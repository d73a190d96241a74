import type { Language } from '@imena/problem';
import type { Command } from './command.ts';
import { commands } from './commands/index.ts';

const frame = {
  en: { usage: 'Usage: imena COMMAND [options]', commands: 'Commands:', more: 'imena COMMAND --help tells more. Every command takes --json and --language en|uk. Exit codes: 0 done, 1 refused with reasons, 2 called wrongly.' },
  uk: { usage: 'Використання: imena КОМАНДА [параметри]', commands: 'Команди:', more: 'imena КОМАНДА --help розповість більше. Кожна команда приймає --json і --language en|uk. Коди завершення: 0 виконано, 1 відмова з причинами, 2 неправильний виклик.' },
} as const satisfies Record<Language, unknown>;

/** The list of all commands with a sentence each. */
export function describeAll(language: Language): string {
  const words = frame[language];
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [words.usage, '', words.commands, ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[language]}`), '', words.more].join('\n');
}

/** One command with everything it takes. */
export function describeCommand({ name, usage, summary, help }: Command, language: Language): string {
  return [`imena ${name} ${usage}`.trim(), '', summary[language], ...(help === undefined ? [] : ['', help[language]])].join('\n');
}
