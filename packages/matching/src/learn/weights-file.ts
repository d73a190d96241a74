import { refuse } from '@imena/problem';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { defaultSettings, evidenceParameters, type EvidenceSettings, type ParameterName } from '../evidence/parameters.ts';
import { readPlaces, type WrittenPlaces } from './places-file.ts';

/** Names the form of a file of weights, as the application gives it out and `imena match --settings` reads it. */
export const weightsSchema = 'imena-weights/1';

/** Every parameter as a decimal number written out, so that signed bytes do not depend on a number formatter. */
export type WrittenSettings = Readonly<Record<string, string>>;

const names = Object.keys(evidenceParameters) as ParameterName[];

export function writeSettings(settings: EvidenceSettings): WrittenSettings {
  return Object.fromEntries(names.map((name) => [name, String(settings[name])]));
}

/** What the digest of weights is taken of, as canonical JSON: the settings alone where no places were learned, as versions that knew no places took it. */
export function digestedWeights(settings: WrittenSettings, places: WrittenPlaces | null): WrittenSettings | { readonly settings: WrittenSettings; readonly places: WrittenPlaces } {
  return places === null ? settings : { settings, places };
}

/** Settings as they were written down; parameters that were not known then take the documented value and are named. */
export interface ReadSettings {
  readonly settings: EvidenceSettings;
  readonly completed: readonly ParameterName[];
}

/**
 * Reads what `writeSettings` wrote, perhaps by an earlier version.
 * @throws Problem `matching.weights_unreadable` for what is no parameter or not in its range
 */
export function readSettings(written: unknown): ReadSettings {
  if (typeof written !== 'object' || written === null) return refuse('matching.weights_unreadable', { field: 'settings' });
  const known = new Map<string, unknown>(Object.entries(written));
  const unknown = [...known.keys()].find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) return refuse('matching.weights_unreadable', { field: unknown });
  const documented = defaultSettings();
  const entries = names.map((name) => [name, known.has(name) ? numberOf(name, known.get(name)) : documented[name]] as const);
  return { settings: Object.fromEntries(entries) as EvidenceSettings, completed: names.filter((name) => !known.has(name)) };
}

/** A file of weights and the name under which they are used. */
export interface WeightsFile extends EvidenceWeights {
  readonly version: string;
  /** SHA-256 of the canonical JSON of `digestedWeights`; whoever reads the file compares it. */
  readonly digest: string;
}

/**
 * Reads a whole file of weights, parsed from its JSON; every parameter has to be in it.
 * @throws Problem `matching.weights_unreadable`
 */
export function readWeightsFile(value: unknown): WeightsFile {
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== weightsSchema) return refuse('matching.weights_unreadable', { field: 'schema' });
  if (!('version' in value) || typeof value.version !== 'string' || !/^[\w.-]{1,80}$/.test(value.version)) return refuse('matching.weights_unreadable', { field: 'version' });
  if (!('digest' in value) || typeof value.digest !== 'string') return refuse('matching.weights_unreadable', { field: 'digest' });
  const { settings, completed: [missing] } = readSettings('settings' in value ? value.settings : null);
  const placesTaught = readPlaces('places' in value ? value.places : null);
  return missing === undefined ? { version: value.version, digest: value.digest, settings, placesTaught } : refuse('matching.weights_unreadable', { field: missing });
}

/** A share lies between 0 and 1, both ends outside; what is measured in days, years or centimetres is at least 0. */
function numberOf(name: ParameterName, written: unknown): number {
  const value = typeof written === 'string' && written.trim() !== '' ? Number(written) : NaN;
  const isAmount = /(?:Days|Cm|Years|Spread)$/.test(name);
  return Number.isFinite(value) && (isAmount ? value >= 0 && value < 10_000 : value > 0 && value < 1) ? value : refuse('matching.weights_unreadable', { field: name });
}
