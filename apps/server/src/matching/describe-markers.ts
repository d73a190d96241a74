import type { RunProfile } from '@imena/matching';
import type { ComputedCandidate } from './read-candidate.ts';
import { writeNumber } from './write-number.ts';

type Computed = Pick<ComputedCandidate, 'input' | 'explanation'>;

/** Every marker with its contribution, and the alleles it rests on: those of the remains and of each typed relative. */
export function describeMarkers({ input, explanation }: Computed, remains: string) {
  const own = profileOf(input, remains);
  const typed = typedMembers({ input, explanation });
  const ratio = (lnLr: number) => ({ lnLr: writeNumber(lnLr), log10Lr: writeNumber(lnLr / Math.LN10) });
  const alone = explanation.score.perMarker.map((score) => ({
    marker: score.marker, ...ratio(score.lnLr), dropped: score.dropped ?? null, notes: score.notes,
    remains: allelesOf(own, score.marker), relatives: typed.map(({ member, profile }) => ({ member, alleles: allelesOf(profile, score.marker) })),
  }));
  // Linked markers count by their group; the rows of each by itself carry the note `linked`.
  const together = explanation.score.linked.map((group) => ({ marker: group.markers.join(' + '), ...ratio(group.lnLr), dropped: null, notes: [], remains: null, relatives: typed.map(({ member }) => ({ member, alleles: null })) }));
  return [...alone, ...together];
}

/** What is seen at a marker, three alleles too, though no ratio takes them. */
function allelesOf(profile: Pick<RunProfile, 'genotypes' | 'manyAlleles'> | undefined, marker: string): readonly (string | null)[] | null {
  return profile?.genotypes[marker] ?? profile?.manyAlleles?.[marker] ?? null;
}

/** The profiles of the pair that were calculated with drop-out and drop-in; `member` is null for the remains. */
export function lowTemplateOf({ input, explanation }: Computed, remains: string) {
  const own = profileOf(input, remains);
  const all = [...(own === undefined ? [] : [{ member: null, profile: own }]), ...typedMembers({ input, explanation })];
  return all.flatMap(({ member, profile }) => (profile.typing === undefined ? [] : [{ member, profile: profile.profile, typing: profile.typing }]));
}

function profileOf(input: Computed['input'], remains: string): RunProfile | undefined {
  return input.remains.find((item) => item.of === remains);
}

function typedMembers({ input, explanation }: Computed): { readonly member: string; readonly profile: RunProfile }[] {
  return explanation.members.flatMap((member) => {
    const profile = input.references.find((item) => item.profile === member.profile);
    return profile === undefined ? [] : [{ member: member.id, profile }];
  });
}
