import { createHash } from 'node:crypto';
import { canonicalBytes } from '@imena/ledger';
import { digestedWeights, readWeightsFile, writePlaces, writeSettings, type WeightsFile } from '@imena/matching';
import { refuse } from '@imena/problem';
import { readJson } from '../read-text.ts';

/**
 * Weights as the application gives them out; null where no file is named.
 * @throws Problem `cli.file_unreadable`, `json.*`, `matching.weights_unreadable`, `matching.weights_digest` for numbers that were changed by hand
 */
export async function readWeights(file: string | undefined): Promise<WeightsFile | null> {
  if (file === undefined) return null;
  const weights = readWeightsFile(await readJson(file));
  const digest = createHash('sha256').update(canonicalBytes(digestedWeights(writeSettings(weights.settings), writePlaces(weights.placesTaught)))).digest('hex');
  return digest === weights.digest ? weights : refuse('matching.weights_digest', { version: weights.version }, { file });
}
