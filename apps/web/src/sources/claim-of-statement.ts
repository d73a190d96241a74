import type { Json } from '@imena/problem';
import type { LanguageCode, Quantity, Speaker, StatedPeriod, Statement } from '@imena/testimony';

const wordsLimit = 1000;

/** The fields of `claim.stated` that a proposed statement fills; what the text leaves open is left out. */
export function claimOfStatement(statement: Statement, { language, site }: { readonly language: LanguageCode; readonly site: string | null }): Readonly<Record<string, Json>> {
  const { speaker, channel, saidOn, eventOn, about } = statement;
  const event = periodText(eventOn);
  const via = statement.via.map((one) => cut(one, 200)).filter((one) => one !== '').slice(0, 10);
  const place = cut(about.places.join('; '), 200);
  const medium = cut(channel?.medium ?? '', 120);
  const outlet = cut(channel?.outlet ?? '', 200);
  return {
    claimKind: statement.kind === 'attributed' ? 'attributed' : 'observation',
    quoteType: statement.quoteType, modality: statement.modality,
    words: { [language]: cut(statement.text, wordsLimit) },
    ...(speaker === null ? {} : { speaker: speakerFields(speaker, language) }),
    ...(medium === '' && outlet === '' ? {} : { channel: { ...(outlet === '' ? {} : { outlet }), ...(medium === '' ? {} : { medium }) } }),
    ...(via.length === 0 ? {} : { via }),
    ...(saidOn?.iso == null ? {} : { saidOn: saidOn.iso }),
    ...(event === null ? {} : { eventOn: event }),
    about: { ...(site === null ? {} : { site }), ...(place === '' ? {} : { place }) },
    quantities: quantitiesOf(statement.quantities),
    ...(statement.quoteType === 'direct' && statement.text.length <= wordsLimit ? { quote: cut(statement.text, wordsLimit) } : {}),
  };
}

/** A private witness has no name: what the text calls them by is their role. */
export function speakerFields(speaker: Speaker, language: LanguageCode): Readonly<Record<string, Json>> {
  const organisation = cut(speaker.organisation ?? '', wordsLimit);
  const name = cut(speaker.name, 200);
  const stated = cut(speaker.role ?? (speaker.isNamed ? '' : speaker.name), wordsLimit);
  // A description with the name in it is both: it is not said twice.
  const role = speaker.isNamed && stated === name ? '' : stated;
  return {
    type: speaker.type, named: speaker.isNamed && name !== '',
    ...(speaker.isNamed && name !== '' ? { name } : {}),
    ...(role === '' ? {} : { role: { [language]: role } }),
    ...(organisation === '' ? {} : { organisation: { [language]: organisation } }),
  };
}

/** Figures as the ledger holds them; the old figure of "97, from 115" is no figure of this statement. */
export function quantitiesOf(quantities: readonly Quantity[]): Readonly<Record<string, Json>>[] {
  return quantities.filter((one) => !one.isSuperseded).slice(0, 20).map((one) => {
    const value2 = decimal(one.bound === 'range' ? (one.value2 ?? one.max) : null);
    return {
      bound: one.bound, value: decimal(one.bound === 'range' ? (one.value ?? one.min) : one.value),
      ...(value2 === null ? {} : { value2 }),
      unit: cut(one.unit, 80) || 'unit not stated',
      ...(one.isLabel ? { ordinal: true } : {}),
    };
  });
}

function decimal(value: number | null): string | null {
  const text = value === null ? '' : String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

function periodText(period: StatedPeriod | null): string | null {
  if (period?.from == null || period.to === null) return null;
  return period.from === period.to ? period.from : `${period.from}/${period.to}`;
}

function cut(text: string, limit: number): string {
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim().slice(0, limit).trim();
}
