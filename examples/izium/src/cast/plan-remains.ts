import { inventPerson, type GroundGrave, type Random, type Surname, type SynthPerson } from '@imena/synth';
import type { CastMissing, TourKey } from './invent-families.ts';

export type RemainsKey = TourKey | 'nobodyReported';

/** How well DNA could be typed. */
export type Typing = 'full' | 'partial' | 'poor' | 'failed' | 'waiting';

/** One body bag: whose it is in truth, where it lay, how much of it there is. */
export interface RemainsPlan {
  readonly number: number;
  readonly key: RemainsKey | null;
  /** Null for somebody whom nobody reported. */
  readonly missing: CastMissing | null;
  readonly person: SynthPerson;
  /** The same text for every part of one person. */
  readonly individual: string;
  readonly grave: number;
  readonly completeness: 'complete' | 'nearly_complete' | 'partial' | 'body_part';
  readonly typing: Typing;
  readonly examined: boolean;
}

const completenesses = ['complete', 'complete', 'nearly_complete', 'nearly_complete', 'partial'] as const;

/** How many generic missing persons lie among the remains, and how many remains are of people nobody reported. */
const reportedCount = 67;
const unreportedCount = 12;
const extraParts = 2;

interface Body {
  readonly key: RemainsKey | null;
  readonly missing: CastMissing | null;
  readonly person: SynthPerson;
  readonly individual: string;
}

/** Decides, apart from anything that enters the register, who lies where. */
export function planRemains(random: Random, cast: { missing: readonly CastMissing[]; spareSurnames: readonly Surname[]; ground: readonly GroundGrave[] }): RemainsPlan[] {
  const generic = cast.missing.filter((item) => item.family.key === null);
  const ofMissing = (item: CastMissing): Body => ({ key: item.family.key, missing: item, person: item.person, individual: `missing ${item.number}` });
  const tourMissing = cast.missing.filter((item) => item.family.key !== null && !['markerNamed', 'refused', 'withdrawn'].includes(item.family.key));
  const unreported = Array.from({ length: unreportedCount + 1 }, (_, at): Body => ({
    key: at === 0 ? 'nobodyReported' : null, missing: null, individual: `unreported ${at}`,
    person: inventPerson(random, { sex: random.chance(0.6) ? 'male' : 'female', surname: random.pick(cast.spareSurnames), birthYear: random.int(1938, 1998) }),
  }));
  const bodies = random.shuffle([...tourMissing.map(ofMissing), ...random.sample(generic, reportedCount).map(ofMissing), ...unreported]);
  // The exhumation goes row by row: what was opened lies among the first rows.
  const graves = random.sample(cast.ground.map((_, at) => at).slice(0, 118), bodies.length + 1);
  const plans: Omit<RemainsPlan, 'number'>[] = [];
  let next = 0;
  let parts = 0;
  for (const body of bodies) {
    const grave = graves[next++] ?? 0;
    const tour = body.key !== null;
    const completeness = tour ? 'complete' : random.pick(completenesses);
    plans.push({ ...body, grave, completeness, typing: tour ? 'full' : typingOf(random), examined: tour || random.chance(0.95) });
    if (body.key === 'twoBags') {
      // The second bag comes out of the next grave that is opened.
      plans.push({ ...body, grave: graves[next++] ?? 0, completeness: 'body_part', typing: 'partial', examined: true });
    } else if (!tour && completeness === 'partial' && parts < extraParts) {
      parts += 1;
      plans.push({ ...body, grave, completeness: 'body_part', typing: 'partial', examined: true });
    }
  }
  return [...plans].sort((a, b) => a.grave - b.grave).map((plan, at) => ({ ...plan, number: at + 1 }));
}

function typingOf(random: Random): Typing {
  const draw = random.next();
  if (draw < 0.52) return 'full';
  if (draw < 0.76) return 'partial';
  if (draw < 0.91) return 'poor';
  return draw < 0.955 ? 'failed' : 'waiting';
}
