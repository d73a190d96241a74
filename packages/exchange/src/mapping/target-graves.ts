import type { Json } from '@imena/problem';
import { codeOf, degreesOf, gridCell, lineOf, proseOf } from './cell-parsers.ts';
import {
  defineField,
  type FieldWords,
  type FieldSpec,
  type MappedRow,
  type RowTrouble,
  type Target,
} from './fields.ts';
import { graveTypeWords } from './word-lists.ts';

const field = (name: string, words: FieldWords & Pick<FieldSpec, 'parse'>): FieldSpec =>
  defineField('graves', name, words);

/** A list of graves of one site with their markers. */
export const gravesTarget: Target = {
  name: 'graves',
  fields: [
    field('number', {
      en: 'Grave number',
      uk: 'Номер могили',
      aliases: ['grave', 'grave no', 'no', 'nr', '№', 'id', 'номер', '№ могили', 'могила', 'номер могилы', '№ могилы'],
      required: true,
      unique: true,
      parse: lineOf(24),
    }),
    field('area', { en: 'Area', uk: 'Ділянка', aliases: ['sector', 'plot', 'сектор', 'участок'], parse: lineOf(120) }),
    field('xMm', { en: 'X (east)', uk: 'X (схід)', aliases: ['x', 'x m', 'east', 'easting'], parse: gridCell }),
    field('yMm', { en: 'Y (north)', uk: 'Y (північ)', aliases: ['y', 'y m', 'north', 'northing'], parse: gridCell }),
    field('latE7', { en: 'Latitude', uk: 'Широта', aliases: ['lat', 'широта'], parse: degreesOf(90) }),
    field('lonE7', {
      en: 'Longitude',
      uk: 'Довгота',
      aliases: ['lon', 'lng', 'long', 'долгота'],
      parse: degreesOf(180),
    }),
    field('markerName', {
      en: 'Name on the marker',
      uk: 'Ім’я на знаку',
      aliases: [
        'marker name',
        'name on cross',
        'inscription',
        'name',
        'ім’я',
        'ім’я на хресті',
        'напис',
        'имя',
        'имя на кресте',
        'надпись',
      ],
      parse: lineOf(300),
    }),
    field('markerNumber', {
      en: 'Number on the marker',
      uk: 'Номер на знаку',
      aliases: [
        'marker number',
        'cross number',
        'cross no',
        'номер на хресті',
        'номер хреста',
        'номер на кресте',
        '№ креста',
      ],
      parse: lineOf(300),
    }),
    field('markerDates', {
      en: 'Dates on the marker',
      uk: 'Дати на знаку',
      aliases: ['marker dates', 'dates', 'дати', 'дати на хресті', 'даты', 'даты на кресте'],
      parse: lineOf(300),
    }),
    field('graveType', {
      en: 'Type of grave',
      uk: 'Вид могили',
      aliases: ['type', 'grave type', 'вид', 'тип', 'тип могили', 'тип могилы'],
      parse: codeOf(graveTypeWords),
    }),
    field('note', {
      en: 'Note',
      uk: 'Примітка',
      aliases: ['notes', 'remarks', 'comment', 'примітки', 'примечание', 'примечания'],
      parse: proseOf(2000),
    }),
  ],
  checkRow: (values) => [...halfPair(values, 'latE7', 'lonE7'), ...halfPair(values, 'xMm', 'yMm')],
  checkAll: farPoints,
};

/** Half a position is no position. */
function halfPair(values: MappedRow['values'], first: string, second: string): readonly RowTrouble[] {
  if ((values[first] === undefined) === (values[second] === undefined)) return [];
  return [{ field: values[first] === undefined ? first : second, code: 'exchange.coordinate_half', details: {} }];
}

/** The graves of a site lie within a few kilometres; this asks and never removes. */
const farDegrees = 2;

function farPoints(rows: readonly MappedRow[]): readonly (RowTrouble & { readonly row: number })[] {
  const points = rows.flatMap(({ row, values }) => {
    const { latE7, lonE7 } = values;
    return isNumber(latE7) && isNumber(lonE7) ? [{ row, lat: latE7 / 1e7, lon: lonE7 / 1e7 }] : [];
  });
  if (points.length < 2) return [];
  const lat = median(points.map((point) => point.lat));
  const lon = median(points.map((point) => point.lon));
  return points
    .filter((point) => Math.abs(point.lat - lat) > farDegrees || Math.abs(point.lon - lon) > farDegrees)
    .map(({ row }) => ({ row, field: 'latE7', code: 'exchange.coordinate_far', details: { degrees: farDegrees } }));
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === 'number';
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
