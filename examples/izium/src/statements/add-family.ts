import { fullName, type FamilyMember, type Random } from '@imena/synth';
import type { CastFamily, CastMissing } from '../cast/invent-families.ts';
import { dayOf, statedOn, type Recorder } from '../recorder.ts';
import type { PersonRecord } from './add-person.ts';
import { relationAsTold, relationOf } from './people-words.ts';
import { inBoth } from './in-both.ts';

/** A relative in the register, with the state of the consent. */
export interface RelativeRecord {
  readonly id: string;
  readonly code: string;
  readonly memberId: string;
  readonly consent: 'given' | 'refused' | 'withdrawn' | 'not_asked';
}

export interface FamilyRecord {
  readonly id: string;
  readonly code: string;
  readonly family: CastFamily;
  readonly relatives: readonly RelativeRecord[];
}

const consentWords = { recipients: inBoth('Відділ роботи з родинами й лабораторія (демонстрація)', 'Family liaison office and laboratory (demonstration)'), language: 'uk' };

/** Registers a family, its relatives with their consents, and draws the pedigree with who is alive, dead, missing or unknown. */
export function addFamily(
  recorder: Recorder, random: Random,
  { office, family, missing }: { office: string; family: CastFamily; missing: readonly { readonly cast: CastMissing; readonly record: PersonRecord }[] },
): FamilyRecord {
  const code = `F-${String(family.number).padStart(3, '0')}`;
  const id = recorder.newId();
  const surname = missing[0]?.cast.person.uk.surname ?? '';
  const on = dayOf(random.int(40, 120));
  recorder.addSynthetic(office, id, { type: 'family.registered', basis: 'told', when: statedOn(on), code, title: surname, missing: missing.map((item) => item.record.id) });
  const givers = family.family.members.filter((member) => family.family.referenceIds.includes(member.id));
  const relatives = givers.map((member, at) => addRelative(recorder, { office, family: id, code: `${code}-${at + 1}`, member, sampleState: family.sampleState, on }));
  recorder.addSynthetic(office, id, {
    type: 'family.pedigree_drawn', basis: 'told', when: statedOn(on),
    pedigree: family.family.members.map((member) => {
      const record = missing.find((item) => item.cast.memberId === member.id)?.record;
      const relative = relatives.find((item) => item.memberId === member.id);
      return {
        id: member.id, father: member.father, mother: member.mother, sex: member.sex, label: fullName(member.person.uk), state: member.state,
        ...(record === undefined ? {} : { person: record.id }), ...(relative === undefined ? {} : { relative: relative.id }),
        ...(member.state === 'alive' ? { stateSource: inBoth(`зі слів родини, ${on}`, `told by the family, ${on}`) } : {}),
      };
    }),
  });
  return { id, code, family, relatives };
}

function addRelative(
  recorder: Recorder,
  { office, family, code, member, sampleState, on }: { office: string; family: string; code: string; member: FamilyMember; sampleState: CastFamily['sampleState']; on: string },
): RelativeRecord {
  const id = recorder.newId();
  const told = relationAsTold(member.id, member.role);
  recorder.addSynthetic(office, id, {
    type: 'relative.registered', basis: 'told', when: statedOn(on), family, code, name: { kind: 'legal', script: 'Cyrl', ...member.person.uk },
    relation: relationOf[member.role], ...(told === undefined ? {} : { relationAsTold: told }),
  });
  switch (sampleState) {
    case 'typed':
      recorder.addSynthetic(office, id, { type: 'relative.consented', basis: 'told', when: statedOn(on), purposes: ['identification', 'contact'], ...consentWords });
      return { id, code, memberId: member.id, consent: 'given' };
    case 'withdrawn':
      recorder.addSynthetic(office, id, { type: 'relative.consented', basis: 'told', when: statedOn(on), purposes: ['identification', 'contact'], ...consentWords });
      return { id, code, memberId: member.id, consent: 'withdrawn' };
    case 'refused':
      recorder.addSynthetic(office, id, {
        type: 'relative.refused', basis: 'told', when: statedOn(on), reviewOn: '2023-06',
        explanation: inBoth('Не хоче надавати зразок, доки не відомі обставини; згоден (згодна), щоб запитали ще раз.', 'Does not wish to give a sample before the circumstances are known; agrees to be asked again.'),
      });
      return { id, code, memberId: member.id, consent: 'refused' };
    case 'not_asked':
      return { id, code, memberId: member.id, consent: 'not_asked' };
  }
}

/** Withdraws a consent after the sample was typed: its use must stop, the record stays. */
export function addWithdrawal(recorder: Recorder, { office, relative }: { office: string; relative: RelativeRecord }): void {
  recorder.addSynthetic(office, relative.id, {
    type: 'relative.consent_withdrawn', basis: 'told', when: statedOn('2023-02-10'), purposes: ['identification', 'contact'], explanation: inBoth('Відкликано письмово; причини називати не треба.', 'Withdrawn in writing; no reason is required.'),
  });
}
