import { drawCardImage } from '../drawing/draw-grave.ts';
import { dayOf, statedOn, type Recorder } from '../recorder.ts';
import { teethOf } from './describe-found.ts';
import type { PersonRecord } from './add-person.ts';
import type { RemainsRecord } from './add-remains.ts';
import type { CastMissing } from '../cast/invent-families.ts';

interface Cases {
  readonly izium: string;
  readonly familyLiaison: string;
  readonly remains: readonly RemainsRecord[];
  readonly persons: ReadonlyMap<number, PersonRecord>;
  readonly missing: readonly CastMissing[];
}

/**
 * What the case of the wrong name on a marker needs to be solved on the screens: a dentist's chart of the one whom the
 * marker names and of the one whose family fits (with a tooth treated since), the chart of the remains, and a drawn card
 * in place of a photograph on either side; that of the remains is covered.
 */
export function addHardCase(recorder: Recorder, { izium, familyLiaison, remains, persons, missing }: Cases): void {
  const found = remains.find(({ plan }) => plan.key === 'markerTrue');
  for (const item of missing.filter(({ family: { key } }) => key === 'markerTrue' || key === 'markerNamed')) {
    const record = persons.get(item.number);
    if (record === undefined) continue;
    const { others = [], ...treated } = teethOf(item.person);
    // One of the fillings was made after the dentist's last chart.
    const later = item.family.key === 'markerTrue' ? Object.keys(treated).find((tooth) => treated[tooth]?.some(({ finding }) => finding.startsWith('filling'))) : undefined;
    const chart = Object.fromEntries(Object.entries(treated).filter(([tooth]) => tooth !== later));
    recorder.addSynthetic(familyLiaison, record.id, { type: 'person.described', basis: 'document', when: statedOn(dayOf(121)), toothChart: { ...chart, others } });
    if (item.family.key === 'markerTrue') addCard(recorder, { scope: familyLiaison, subject: record.id, number: String(item.number), sensitive: false });
  }
  if (found === undefined) return;
  recorder.addSynthetic(izium, found.id, { type: 'remains.described', basis: 'observed', when: statedOn(dayOf(60)), toothChart: teethOf(found.plan.person) });
  addCard(recorder, { scope: izium, subject: found.id, number: String(found.plan.number), sensitive: true });
}

function addCard(recorder: Recorder, { scope, subject, number, sensitive }: { readonly scope: string; readonly subject: string; readonly number: string; readonly sensitive: boolean }): void {
  const name = `card-${number}-synthetic.png`;
  recorder.addSynthetic(scope, subject, {
    type: 'subject.photographed', basis: 'observed', when: statedOn(dayOf(60)), file: 0, mediaType: 'image/png', name, view: 'front', sensitive, scaleInView: false,
    caption: { en: 'Drawn card, not a photograph', uk: 'Намальована картка, не фотографія' },
  }, [{ name, mediaType: 'image/png', bytes: drawCardImage(number) }]);
}
