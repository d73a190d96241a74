import type { Body } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { Random } from './tokens.ts';

/** A statement that the installation makes itself, with its own key, in its own office's scope. */
export interface InstallationStatement {
  readonly subject: string;
  readonly body: Body;
}

/** What the session answer says about the log and the installation. */
export interface InstallationDescription {
  readonly log: { readonly origin: string; readonly vkey: string };
  readonly installation: { readonly id: string; readonly device: string; readonly demonstration: boolean };
}

/** What access needs from the rest of the server. */
export interface AccessOptions {
  /** Connected as the application role. */
  readonly db: Database;
  readonly now: () => Date;
  readonly random: Random;
  /** The address under which people reach the server, for links and passkeys: scheme, host and port. */
  readonly origin: string;
  /** Appends an entry signed by the installation's own key; resolves after commit with the entry's id. */
  readonly appendAsInstallation: (statement: InstallationStatement) => Promise<{ readonly id: string }>;
  readonly describeInstallation: () => Promise<InstallationDescription>;
}
