import type { Command } from '../command.ts';
import { loadServer } from '../load-server.ts';

/** The server; ends with a signal. */
export const serve: Command = {
  name: 'serve',
  usage: '[--empty] [--port N] [--data FOLDER]',
  summary: { en: 'the server', uk: 'сервер' },
  help: {
    en: 'The same as npm start without its preparations: starts its own PostgreSQL (or uses DATABASE_URL), loads the demonstration on the first start unless --empty, and prints the address.',
    uk: 'Те саме, що npm start без підготовки: запускає власну PostgreSQL (або бере DATABASE_URL), за першого запуску завантажує демонстрацію (без --empty) і виводить адресу.',
  },
  options: { empty: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } },
  run: async (call) => {
    const [port, data] = [call.text('port'), call.text('data')];
    const args = [...(call.flag('empty') ? ['--empty'] : []), ...(port === undefined ? [] : ['--port', port]), ...(data === undefined ? [] : ['--data', data]), ...call.positionals];
    const { serve: serveInstallation } = await loadServer();
    return (await serveInstallation(args, { ...call.environment })) === 0 ? 0 : 1;
  },
};
