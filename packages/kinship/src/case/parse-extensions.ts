import { defaultPolicies, type LinkageGroup, type Policies, type ProfileTyping, type TypingModel } from '../types.ts';
import { fail, list, number, row, text } from './read-json.ts';

/** Typing models by profile key: {dropOut, homozygoteDropOut?, dropIn?, markers?: {marker: {...}}}. */
export function readTyping(value: unknown, path: string): Record<string, ProfileTyping> {
  return Object.fromEntries(
    Object.entries(row(value, path)).map(([key, item]): [string, ProfileTyping] => {
      const at = `${path}.${key}`;
      const { markers } = row(item, at);
      const own = markers === undefined || markers === null ? {} : { markers: Object.fromEntries(Object.entries(row(markers, `${at}.markers`)).map(([m, t]) => [m, readModel(t, `${at}.markers.${m}`)])) };
      return [key, { ...readModel(item, at), ...own }];
    }),
  );
}

function readModel(value: unknown, path: string): TypingModel {
  const given = row(value, path);
  const optional = (key: 'homozygoteDropOut' | 'dropIn'): object => (given[key] === undefined || given[key] === null ? {} : { [key]: number(given[key], `${path}.${key}`) });
  return { dropOut: number(given.dropOut, `${path}.dropOut`), ...optional('homozygoteDropOut'), ...optional('dropIn') };
}

/** Linked markers: {markers: [L1, L2, ...], rho}, or a list of such; rho a number, {female, male}, or one of these for each neighbouring pair. */
export function readLinkage(value: unknown, path: string): LinkageGroup[] {
  if (Array.isArray(value)) return list(value, path, readGroup);
  return [readGroup(value, path)];
}

function readGroup(value: unknown, path: string): LinkageGroup {
  const given = row(value, path);
  const markers = list(given.markers, `${path}.markers`, text);
  const one = (item: unknown, at: string): LinkageGroup['recombination'][number] => {
    if (typeof item === 'number') return { female: number(item, at), male: number(item, at) };
    const bySex = row(item, at);
    return { female: number(bySex.female, `${at}.female`), male: number(bySex.male, `${at}.male`) };
  };
  const { rho } = given;
  const recombination = Array.isArray(rho) ? list(rho, `${path}.rho`, one) : markers.slice(1).map(() => one(rho, `${path}.rho`));
  if (markers.length < 2 || recombination.length !== markers.length - 1) return fail(`${path}.rho`);
  return { markers, recombination };
}

/** What to do where data and frequencies do not fit: {outsideAllele: {kind, value}, normalisation, minimumFrequency}; what is left out is as in a case without. */
export function readPolicies(value: unknown, path: string): Policies {
  const { outsideAllele, normalisation, minimumFrequency, ...others } = row(value, path);
  // A misspelt policy would be the strict one in silence.
  for (const name of Object.keys(others)) fail(`${path}.${name}`);
  const isGiven = (item: unknown): boolean => item !== undefined && item !== null;
  return {
    outsideAllele: isGiven(outsideAllele) ? readOutsideAllele(outsideAllele, `${path}.outsideAllele`) : defaultPolicies.outsideAllele,
    normalisation: !isGiven(normalisation) || normalisation === 'asGiven' ? 'asGiven' : normalisation === 'rescale' ? 'rescale' : fail(`${path}.normalisation`),
    ...(isGiven(minimumFrequency) && { minimumFrequency: number(minimumFrequency, `${path}.minimumFrequency`) }),
  };
}

function readOutsideAllele(value: unknown, path: string): Policies['outsideAllele'] {
  const { kind, value: frequency } = row(value, path);
  if (kind === 'refuse' && frequency === undefined) return { kind };
  return kind === 'minFrequency' ? { kind, value: number(frequency, `${path}.value`) } : fail(`${path}.kind`);
}
