import type { PedigreeMember } from '@imena/record';
import type { Json } from '@imena/problem';
import { recordOf, textOf } from '../../format/read-json.ts';

const sexes = ['male', 'female', 'unknown'] as const;
const states = ['alive', 'dead', 'missing', 'unknown'] as const;

/** The members of a pedigree out of a statement; what is not one of the known words becomes `unknown`. */
export function pedigreeMembers(values: readonly Json[]): PedigreeMember[] {
  return values.map((value): PedigreeMember => {
    const member = recordOf(value);
    const text = (name: 'label' | 'stateSource' | 'person' | 'relative'): Partial<Record<typeof name, string>> => {
      const found = textOf(member[name]);
      return found === undefined ? {} : { [name]: found };
    };
    return {
      id: textOf(member['id']) ?? '', father: textOf(member['father']) ?? null, mother: textOf(member['mother']) ?? null,
      sex: sexes.find((sex) => sex === member['sex']) ?? 'unknown', state: states.find((state) => state === member['state']) ?? 'unknown',
      ...text('label'), ...text('stateSource'), ...text('person'), ...text('relative'),
    };
  });
}
