import type { Random, GroundGrave } from '@imena/synth';
import type { MarkerPlan } from '../cast/plan-markers.ts';
import type { RemainsPlan } from '../cast/plan-remains.ts';
import { drawGraveImage } from '../drawing/draw-grave.ts';
import { dayOf, statedOn, type Recorder } from '../recorder.ts';
import type { Places } from './add-site.ts';
import { inBoth } from './in-both.ts';

export interface GraveRecord {
  readonly id: string;
  readonly number: string;
}

const readers = [inBoth('Пошукова група А (синтетична)', 'Recovery team A (synthetic)'), inBoth('Пошукова група Б (синтетична)', 'Recovery team B (synthetic)')] as const;
const photographed = 4;

/** Marks the graves of the plan, transcribes what stands on them, and records which were opened; all of it invented. */
export function addGraves(
  recorder: Recorder, random: Random,
  plan: { places: Places; ground: readonly GroundGrave[]; markers: readonly MarkerPlan[]; remains: readonly RemainsPlan[]; onGrave: (done: number) => void },
): { graves: GraveRecord[]; photographed: GraveRecord[] } {
  const { izium, areas } = plan.places;
  const opened = new Map<number, number>();
  // Graves by the number of bodies: a part alone is no body, and a part beside its body adds none.
  for (const item of plan.remains) opened.set(item.grave, (opened.get(item.grave) ?? 0) + (item.completeness === 'body_part' ? 0 : 1));
  const furthest = Math.max(...opened.keys());
  const graves: GraveRecord[] = [];
  const pictures: GraveRecord[] = [];
  let onlyOpened = 0;
  let empty = 0;
  plan.ground.forEach((place, at) => {
    const grave = { id: recorder.newId(), number: `G-${String(at + 1).padStart(3, '0')}` };
    graves.push(grave);
    recorder.addSynthetic(izium, grave.id, {
      type: 'grave.marked', basis: 'measured', when: statedOn(dayOf(15 + Math.floor(place.row / 5))), site: izium, area: areas.burial_ground, number: grave.number,
      position: { xMm: place.xMm, yMm: place.yMm, uncertaintyMm: 50, method: 'total_station' }, directionDeg: place.directionDeg, lengthMm: place.lengthMm, widthMm: place.widthMm, invented: true,
    });
    const marker = plan.markers[at];
    if (marker !== undefined) addMarker(recorder, { izium, grave, marker });
    if (marker?.name != null && marker.number !== null && pictures.length < photographed) {
      pictures.push(grave);
      addPicture(recorder, { izium, grave, marker });
    }
    const bodies = opened.get(at);
    const openedOn = dayOf(15 + Math.floor((at / furthest) * 15));
    const openedOnly = bodies === undefined && at < furthest && onlyOpened < 6 && random.chance(0.25);
    const foundEmpty = bodies === undefined && at < furthest && !openedOnly && empty < 2 && random.chance(0.15);
    if (bodies !== undefined || openedOnly || foundEmpty) {
      recorder.addSynthetic(izium, grave.id, { type: 'grave.opened', basis: 'observed', when: statedOn(openedOn), stage: 'opened' });
    }
    if (bodies !== undefined) {
      recorder.addSynthetic(izium, grave.id, { type: 'grave.described', basis: 'observed', when: statedOn(openedOn), graveType: bodies === 1 ? 'single' : 'unknown', formation: 'primary', depthMm: random.int(70, 150) * 10 });
      recorder.addSynthetic(izium, grave.id, { type: 'grave.emptied', basis: 'observed', when: statedOn(openedOn), stage: 'emptied', bodies });
    }
    if (openedOnly) onlyOpened += 1;
    if (foundEmpty) {
      empty += 1;
      recorder.addSynthetic(izium, grave.id, { type: 'grave.found_empty', basis: 'observed', when: statedOn(openedOn), stage: 'found_empty', bodies: 0 });
    }
    plan.onGrave(at + 1);
  });
  return { graves, photographed: pictures };
}

/** The grave of which the police officer spoke; not synthetic, but its place is invented. */
export function addReportedMassGrave(recorder: Recorder, { places, claim }: { places: Places; claim: string }): void {
  const id = recorder.newId();
  recorder.add(places.izium, id, {
    type: 'grave.marked', basis: 'told', site: places.izium, area: places.areas.mass_grave, number: 'MG-1', position: { xMm: 107_000, yMm: -122_000, method: 'estimated' },
    invented: true, source: { subject: claim }, note: inBoth('Зареєстровано зі слів поліцейського журналістам; розташування вигадане.', 'Registered from what a police officer told reporters; the place is invented.'),
  });
  recorder.add(places.izium, id, { type: 'grave.described', basis: 'told', graveType: 'mass', source: { subject: claim } });
  recorder.add(places.izium, id, { type: 'grave.opened', basis: 'told', stage: 'opened', bodies: 17, source: { subject: claim } });
}

function addMarker(recorder: Recorder, { izium, grave, marker }: { izium: string; grave: GraveRecord; marker: MarkerPlan }): void {
  const reading = (text: string | null): { text: string } | { absent: 'absent' } => (text === null ? { absent: 'absent' } : { text });
  const transcribe = (reader: string, markerName: unknown): string =>
    recorder.addSynthetic(izium, grave.id, {
      type: 'grave.marker_transcribed', basis: 'observed', when: statedOn('2022-09-16'), markerType: marker.markerType, reader,
      ...(marker.name === null && marker.number === null ? {} : { script: 'Cyrl' }), markerName, markerNumber: reading(marker.number), markerDates: reading(marker.dates),
    });
  const name = marker.name?.text ?? null;
  if (name === null || !marker.disputed) {
    transcribe(readers[0], reading(name));
    return;
  }
  // Cyrillic и and н are one stroke apart in weathered handwriting.
  const at = 1 + name.slice(1).search(/[ин]/);
  const other = name.charAt(at) === 'и' ? 'н' : 'и';
  transcribe(readers[0], { text: name, doubts: [{ at, alternatives: [other] }] });
  transcribe(readers[1], { text: name.slice(0, at) + other + name.slice(at + 1), doubts: [{ at, alternatives: [name.charAt(at)] }] });
}

function addPicture(recorder: Recorder, { izium, grave, marker }: { izium: string; grave: GraveRecord; marker: MarkerPlan }): void {
  const name = `${grave.number}-synthetic.png`;
  recorder.addSynthetic(
    izium, grave.id,
    {
      type: 'subject.photographed', basis: 'observed', when: statedOn('2022-09-16'), file: 0, mediaType: 'image/png', name, view: 'front', sensitive: false, scaleInView: true,
      caption: { en: 'Drawn picture, not a photograph: a cross with a number', uk: 'Намальоване зображення, не фотографія: хрест із номером' },
    },
    [{ name, mediaType: 'image/png', bytes: drawGraveImage(marker.number ?? '') }],
  );
}
