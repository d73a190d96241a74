import type { CodeWords } from '../words.ts';
import { accessCodes } from './access.ts';
import { cliCodes } from './cli.ts';
import { clusterCodes } from './cluster.ts';
import { decisionCodes } from './decision.ts';
import { doctorCodes } from './doctor.ts';
import { exchangeCodes } from './exchange.ts';
import { jsonCodes } from './json.ts';
import { kinshipCodes } from './kinship.ts';
import { ledgerCodes } from './ledger.ts';
import { matchingCodes } from './matching.ts';
import { namesCodes } from './names.ts';
import { recordCodes } from './record.ts';
import { reportCodes } from './report.ts';
import { screenCodes } from './screen.ts';
import { serverCodes } from './server.ts';
import { webCodes } from './web.ts';

/** Every Problem code of the project; `docs/problems.md` is generated from it and a test keeps the two equal. */
export const codes: Readonly<Record<string, CodeWords>> = {
  ...accessCodes,
  ...cliCodes,
  ...clusterCodes,
  ...decisionCodes,
  ...doctorCodes,
  ...exchangeCodes,
  ...jsonCodes,
  ...kinshipCodes,
  ...ledgerCodes,
  ...matchingCodes,
  ...namesCodes,
  ...recordCodes,
  ...reportCodes,
  ...screenCodes,
  ...serverCodes,
  ...webCodes,
};
