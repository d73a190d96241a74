import type { App } from '../../http/type-provider.ts';

/** An answer as a test looks at it. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly cookie: string | null;
  readonly cookieHeader: string | null;
}

interface SessionBody {
  readonly account: { readonly id: string };
}

/** Somebody with a browser: keeps the session cookie, sends the header of our own pages. */
export class Person {
  /** The session cookie this browser holds. */
  cookie: string | null = null;
  /** The account of the last session that was opened here. */
  id = '';
  readonly #app: App;
  readonly #address: string;

  constructor(app: App, address: string) {
    this.#app = app;
    this.#address = address;
  }

  /** Another browser, or a thief, with the same cookie. */
  copy(): Person {
    const copy = new Person(this.#app, this.#address);
    copy.cookie = this.cookie;
    return copy;
  }

  async send<Body>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const answer = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: { 'x-imena': '1', ...(this.cookie === null ? {} : { cookie: `imena_session=${this.cookie}` }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const set = answer.headers['set-cookie'];
    const cookieHeader = typeof set === 'string' ? set : null;
    const cookie = cookieHeader === null ? null : (/^imena_session=([^;]*)/.exec(cookieHeader)?.[1] ?? null);
    if (cookie !== null) this.cookie = cookie === '' ? null : cookie;
    const parsed = (answer.body === '' ? null : JSON.parse(answer.body)) as Body;
    if (answer.statusCode === 200 && isSession(parsed)) this.id = parsed.account.id;
    return { status: answer.statusCode, body: parsed, cookie, cookieHeader };
  }

  /** Sends and requires a status; on another the error carries the whole answer. */
  async expect<Body>(status: number, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<Body> {
    const answer = await this.send<Body>(method, url, body);
    if (answer.status !== status) throw new Error(`${method} ${url} answered ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Sends and returns the code of the refusal, or the status when it was none. */
  async refusal(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<string> {
    const answer = await this.send<{ code?: string } | null>(method, url, body);
    return answer.body?.code ?? String(answer.status);
  }

  logIn(login: string, password: string): Promise<string> {
    return this.refusal('POST', '/api/session', { login, password });
  }
}

function isSession(body: unknown): body is SessionBody {
  return typeof body === 'object' && body !== null && 'account' in body && typeof body.account === 'object';
}
