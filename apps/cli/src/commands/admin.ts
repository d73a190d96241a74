import { usageOf, type Command } from '../command.ts';
import { loadServer } from '../load-server.ts';
import { dataOption, serverOptions } from './operations.ts';

/** What only whoever holds the machine may do. */
export const admin: Command = {
  name: 'admin',
  usage: 'recover LOGIN [--data FOLDER]',
  summary: { en: 'a one-time link for a new password, when no second administrator is left', uk: 'одноразове посилання для нового пароля, коли другого адміністратора немає' },
  help: { en: 'Only on the server’s own machine; it stands in the access log. The link is good for a day.', uk: 'Лише на самому сервері; це записується в журнал доступу. Посилання діє добу.' },
  options: dataOption,
  run: async (call) => {
    const [verb, login] = call.positionals;
    if (verb !== 'recover' || login === undefined || call.positionals.length !== 2) throw usageOf(admin);
    const { runRecover } = await loadServer();
    const { link } = await runRecover(serverOptions(call), login);
    call.out(call.isJson ? JSON.stringify({ login, link }) : link);
    return 0;
  },
};
