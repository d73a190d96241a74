/** How a client of node-postgres reaches a database; fits `new pg.Pool(...)` as it is. */
export interface DatabaseConnection {
  /** A host name, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
}

/** The same as a URL that node-postgres, psql and other libpq programs read. */
export function connectionUrl({ host, port, user, database, password }: DatabaseConnection): string {
  const login =
    password === undefined ? encodeURIComponent(user) : `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const name = encodeURIComponent(database);
  if (!host.startsWith('/')) return `postgres://${login}@${host}:${port}/${name}`;
  return `postgres://${login}@/${name}?host=${encodeURIComponent(host)}&port=${port}`;
}
