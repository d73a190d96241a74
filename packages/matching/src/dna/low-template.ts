import { canonicalMarkerName, type TypingModel } from '@imena/kinship';
import { agreedValue, type LowTemplate, type Subject } from '@imena/record';
import type { RunProfile } from './types.ts';

/** The model that the laboratory states for a low-template profile, under the names of the frequency tables; nothing where none is stated. */
export function readLowTemplate(profile: Subject): Pick<RunProfile, 'typing'> {
  const stated = agreedValue(profile, 'lowTemplate') as LowTemplate | undefined;
  if (stated === undefined) return {};
  const markers = Object.entries(stated.markers ?? {}).map(([name, model]): [string, TypingModel] => [canonicalMarkerName(name), modelOf(model)]);
  return { typing: { ...modelOf(stated), ...(markers.length === 0 ? {} : { markers: Object.fromEntries(markers) }) } };
}

const perMillion = 1e6;

/** Whole parts per million become the nearest decimals, the same everywhere. */
function modelOf({ dropOutPpm, homozygoteDropOutPpm, dropInPpm }: Omit<LowTemplate, 'markers'>): TypingModel {
  return {
    dropOut: dropOutPpm / perMillion,
    ...(homozygoteDropOutPpm === undefined ? {} : { homozygoteDropOut: homozygoteDropOutPpm / perMillion }),
    ...(dropInPpm === undefined ? {} : { dropIn: dropInPpm / perMillion }),
  };
}
