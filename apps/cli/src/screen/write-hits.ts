import type { Hit } from './plan.ts';

export type HitFormat = 'csv' | 'jsonl';

export interface NamedHit {
  readonly hit: Hit;
  readonly sample: string;
  /** Other missing persons of the family that these remains fit exactly as well: DNA cannot tell them apart. */
  readonly alike: readonly string[];
}

/** Strongest first; equal ones in the order of the remains, then of the missing persons in their file. */
export function sortHits(hits: Hit[]): Hit[] {
  return hits.sort((a, b) => b.lnLr - a.lnLr || a.remains - b.remains || a.at - b.at);
}

/** Names the samples, and finds missing persons of one family with the same ratio for the same remains. */
export function* nameHits(hits: readonly Hit[], samples: readonly string[]): Generator<NamedHit> {
  for (let first = 0; first < hits.length; ) {
    const lead = hits[first];
    let end = first + 1;
    while (end < hits.length && Math.abs((hits[end]?.lnLr ?? NaN) - (lead?.lnLr ?? NaN)) < 1e-9) end += 1;
    for (let i = first; i < end; i++) {
      const hit = hits[i];
      if (hit === undefined) continue;
      const alike: string[] = [];
      for (let j = first; j < end; j++) {
        const other = hits[j];
        if (j !== i && other !== undefined && other.remains === hit.remains && hit.family !== '' && other.family === hit.family) alike.push(other.person);
      }
      yield { hit, sample: samples[hit.remains] ?? '', alike };
    }
    first = end;
  }
}

const csvHeader = { families: 'remains,family,missing,log10_lr,markers,alike', direct: 'sample,other,log10_lr,markers' };

export function headerOf(mode: 'families' | 'direct'): string {
  return csvHeader[mode];
}

/** One pair as a line. log10 to 6 places; the full number stands in JSON lines. */
export function lineOf({ hit, sample, alike }: NamedHit, form: { readonly mode: 'families' | 'direct'; readonly format: HitFormat; readonly other: string }): string {
  const log10Lr = hit.lnLr / Math.LN10;
  const { family, person, markers } = hit;
  if (form.format === 'jsonl')
    return JSON.stringify(form.mode === 'direct' ? { sample, other: form.other, log10Lr, markers } : { remains: sample, family, missing: person, log10Lr, markers, alike, ...(hit.contradicted.length > 0 && { contradicted: hit.contradicted }) });
  const whom = form.mode === 'direct' ? csvCell(form.other) : `${csvCell(family)},${csvCell(person)}`;
  return `${csvCell(sample)},${whom},${log10Lr.toFixed(6)},${markers}${form.mode === 'direct' ? '' : `,${csvCell(alike.join(' '))}`}`;
}

/** Quotes where needed; a cell that a spreadsheet would take for a formula gets an apostrophe, numbers stay. */
function csvCell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?!\d+(?:\.\d+)?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
