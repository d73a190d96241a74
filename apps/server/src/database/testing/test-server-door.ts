import net from 'node:net';

/** What a test process is told about a server: a superuser's connection and the mark of this run in database names. */
export interface TestServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  /** A database to connect to before one's own exists. */
  readonly database: string;
  readonly runMark: string;
}

type Answer =
  | { readonly kind: 'address'; readonly address: TestServerAddress }
  | { readonly kind: 'failure'; readonly words: string };

/**
 * Test processes come and go with every file, the servers must not: they belong to the one process that lives as long
 * as the run, and the others ask it through this door. The first question starts the server.
 */
export function openDoor(
  socketPath: string,
  find: (binFolder: string | null) => Promise<TestServerAddress>,
): net.Server {
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    readAll(socket)
      .then((text) => find(parseQuestion(text)))
      .then((address): Answer => ({ kind: 'address', address }))
      .catch((error: unknown): Answer => ({ kind: 'failure', words: String(error) }))
      .then((answer) => socket.end(JSON.stringify(answer)))
      .catch(() => socket.destroy());
  });
  server.listen(socketPath);
  return server;
}

/** Asks for a server, which may have to be started first. Throws with the words of the failure. */
export async function askDoor(socketPath: string, binFolder: string | null): Promise<TestServerAddress> {
  const socket = net.connect(socketPath);
  socket.end(JSON.stringify({ binFolder }));
  const answer = JSON.parse(await readAll(socket)) as Answer;
  if (answer.kind === 'failure') throw new Error(`no test database server: ${answer.words}`);
  return answer.address;
}

function parseQuestion(text: string): string | null {
  return (JSON.parse(text) as { binFolder: string | null }).binFolder;
}

/** Not `for await`: iterating closes the socket at the end of the question, before the answer. */
function readAll(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.once('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    socket.once('error', reject);
  });
}
