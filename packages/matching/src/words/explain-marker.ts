import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { FoundRemains } from '../records/types.ts';
import { markerContradicts } from '../weigh/pair-kinds.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { readBorn, sexWords, yearsBetween } from './explain-kind.ts';
import type { Words } from './value-words.ts';

/** Why what was read does not fit the body it was found with, in sentences; none where it does. */
export function explainMarker(found: FoundRemains, tables: RemainsTables, { markerMisplaced }: EvidenceSettings): Words[] {
  const contradicts = markerContradicts(tables);
  const [born, { sex, age }] = [readBorn(found), found];
  const all: Words[] = [];
  if (contradicts.age && born !== null && age !== null) {
    const seen = yearsBetween(age);
    all.push({ en: `Read with the body: ${born.en}. Examined: ${seen.en}. These contradict each other.`, uk: `Прочитано при тілі: ${born.uk}. Обстеження: ${seen.uk}. Одне суперечить іншому.` });
  }
  if (contradicts.sex && sex !== null) {
    all.push({ en: `The name that was read is that of the other sex. Examined: ${sexWords[sex].en}.`, uk: `Прочитане ім’я належить особі іншої статі. Обстеження: стать ${sexWords[sex].uk}.` });
  }
  if (all.length === 0) return [];
  const share = `${(100 * markerMisplaced).toFixed(0)} %`;
  return [...all, {
    en: `Either the marker or the papers stand with another body (taken as ${share} of all), or the examination is wrong. The body counts in full against this person; name and dates are no excuse for it.`,
    uk: `Або знак чи документи лежать при іншому тілі (вважаємо, що таких ${share}), або обстеження хибне. Ознаки тіла враховано повністю; ім’я й дати їх не виправдовують.`,
  }];
}
