import type { ServerPart } from './http/build-app.ts';
import { matchingPart } from './matching/matching-part.ts';

/** The parts of the server beyond accounts, ledger, register and files. */
export const serverParts: readonly ServerPart[] = [matchingPart()];
