import { fullName, type Random } from '@imena/synth';
import { highestNumber, type MarkerPlan } from '../cast/plan-markers.ts';
import type { RemainsPlan } from '../cast/plan-remains.ts';
import type { Recorder } from '../recorder.ts';

/** One line of the invented journal. */
interface Line {
  readonly number: string;
  readonly name: string;
  readonly sex?: 'male' | 'female';
  readonly birthDate?: string;
  readonly people?: number;
}

const journal = 'Журнал поховань (синтетичний) · Burial journal (synthetic)';
/** One line in so many was not copied, or copied with another number: the series of the journal has gaps. */
const leftOut = 60;

/**
 * The burial journal of the demonstration, wholly invented: a line for every number on a cross, with what such lists get
 * wrong. The journal says woman where a man lies, names another than the cross, has a number twice and numbers that
 * stand on no cross; the rest of the mismatches (three found where one is listed) come from the graves themselves.
 */
export function addJournal(recorder: Recorder, random: Random, { izium, markers, remains }: { izium: string; markers: readonly MarkerPlan[]; remains: readonly RemainsPlan[] }): void {
  const lying = new Map(remains.filter((plan) => plan.completeness !== 'body_part').map((plan) => [plan.grave, plan]));
  const seen = new Set<string>();
  const lines: Line[] = [];
  let wrongSex = 0;
  markers.forEach((marker, grave) => {
    if (marker.number === null || seen.has(marker.number) || random.chance(1 / leftOut)) return;
    seen.add(marker.number);
    const plan = lying.get(grave);
    // Where the cross carries the name of another, the journal has the one who lies there.
    const named = plan?.key === 'markerTrue' ? plan.person : marker.name?.person;
    const trueSex = plan?.person.sex ?? marker.name?.person.sex;
    if (named !== undefined) {
      lines.push({ number: marker.number, name: fullName(random.chance(0.3) ? named.ru : named.uk), ...(random.chance(0.5) ? { sex: named.sex } : {}), ...(random.chance(0.4) ? { birthDate: String(named.birth.year) } : {}) });
      return;
    }
    const isSexWrong = plan !== undefined && wrongSex < 3 && plan.examined && random.chance(0.2);
    if (isSexWrong) wrongSex += 1;
    const sex = trueSex === undefined ? undefined : isSexWrong ? (trueSex === 'male' ? 'female' : 'male') : trueSex;
    lines.push({ number: marker.number, name: sex === undefined || (!isSexWrong && random.chance(0.4)) ? 'невідома особа' : sex === 'male' ? 'невідомий чоловік' : 'невідома жінка' });
  });
  const [first, second] = [lines[7], lines[40]];
  if (first !== undefined && second !== undefined) lines.push({ ...second, number: first.number });
  lines.push({ number: String(highestNumber + 2), name: 'невідома жінка' }, { number: String(highestNumber + 3), name: 'двоє невідомих', people: 2 });
  for (const line of lines.toSorted((a, b) => Number(a.number) - Number(b.number))) {
    recorder.addSynthetic(izium, recorder.newId(), { type: 'burial.listed', basis: 'document', site: izium, journal, ...line });
  }
}
