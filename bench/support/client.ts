import http from 'node:http';

/** One person's connections to a server, kept open, with the session's cookie. */
export class Client {
  readonly #port: number;
  readonly #agent = new http.Agent({ keepAlive: true });
  #cookie = '';

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends JSON and reads JSON; throws with the answer's words when it is not 2xx. */
  async send<Body>(method: 'GET' | 'POST', url: string, body?: unknown): Promise<Body> {
    const text = await this.sendRaw(method, url, body === undefined ? null : Buffer.from(JSON.stringify(body)));
    return (text === '' ? null : JSON.parse(text)) as Body;
  }

  /** Sends bytes that were made before, so that making them is not measured. */
  sendRaw(method: 'GET' | 'POST', url: string, body: Buffer | null): Promise<string> {
    const headers = { 'x-imena': '1', cookie: this.#cookie, ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': String(body.length) }) };
    return new Promise((resolve, reject) => {
      const request = http.request({ port: this.#port, host: '127.0.0.1', method, path: url, agent: this.#agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const cookie = (answer.headers['set-cookie'] ?? []).find((one) => one.startsWith('imena_session='));
          if (cookie !== undefined) this.#cookie = cookie.replace(/;.*$/s, '');
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else reject(new Error(`${method} ${url}: ${String(status)} ${text.slice(0, 500)}`));
        });
      });
      request.on('error', reject);
      request.end(body ?? undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
