import type { ServerPart } from './http/build-app.ts';

/** The parts of the server beyond accounts, ledger, register and files. */
export const serverParts: readonly ServerPart[] = [];
