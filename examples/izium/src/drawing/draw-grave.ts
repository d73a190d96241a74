import { encodePng } from './encode-png.ts';

/** Five columns of seven bits, top bit first row: only the letters that the pictures need. */
const glyphs: Readonly<Record<string, readonly string[]>> = {
  S: ['01111', '10000', '10000', '01110', '00001', '00001', '11110'], Y: ['10001', '10001', '01010', '00100', '00100', '00100', '00100'],
  N: ['10001', '11001', '10101', '10101', '10011', '10001', '10001'], T: ['11111', '00100', '00100', '00100', '00100', '00100', '00100'],
  H: ['10001', '10001', '10001', '11111', '10001', '10001', '10001'], E: ['11111', '10000', '10000', '11110', '10000', '10000', '11111'],
  I: ['01110', '00100', '00100', '00100', '00100', '00100', '01110'], C: ['01110', '10001', '10000', '10000', '10000', '10001', '01110'],
  '0': ['01110', '10001', '10011', '10101', '11001', '10001', '01110'], '1': ['00100', '01100', '00100', '00100', '00100', '00100', '01110'],
  '2': ['01110', '10001', '00001', '00110', '01000', '10000', '11111'], '3': ['11110', '00001', '00001', '01110', '00001', '00001', '11110'],
  '4': ['00010', '00110', '01010', '10010', '11111', '00010', '00010'], '5': ['11111', '10000', '11110', '00001', '00001', '10001', '01110'],
  '6': ['01110', '10000', '10000', '11110', '10001', '10001', '01110'], '7': ['11111', '00001', '00010', '00100', '01000', '01000', '01000'],
  '8': ['01110', '10001', '10001', '01110', '10001', '10001', '01110'], '9': ['01110', '10001', '10001', '01111', '00001', '00001', '01110'],
};

const palette = [0xcfd4d2, 0xb9ad96, 0x8a7a5f, 0x6b5a44, 0x3d342a, 0xf4f1ea, 0x2b2b2b, 0x9aa596] as const;
const width = 360;
const height = 270;

interface Canvas {
  readonly fill: (left: number, top: number, area: { w: number; h: number; colour: number }) => void;
  readonly write: (text: string, left: number, style: { top: number; scale: number; colour: number }) => void;
  readonly finish: () => Uint8Array;
}

function openCanvas(): Canvas {
  const pixels = new Uint8Array(width * height);
  const fill: Canvas['fill'] = (left, top, area) => {
    for (let y = Math.max(0, top); y < Math.min(height, top + area.h); y++) pixels.fill(area.colour, y * width + Math.max(0, left), y * width + Math.min(width, left + area.w));
  };
  const write: Canvas['write'] = (text, left, style) => {
    Array.from(text).forEach((letter, at) => {
      (glyphs[letter] ?? []).forEach((row, y) => {
        Array.from(row).forEach((bit, x) => {
          if (bit === '1') fill(left + (at * 6 + x) * style.scale, style.top + y * style.scale, { w: style.scale, h: style.scale, colour: style.colour });
        });
      });
    });
  };
  return { fill, write, finish: () => encodePng({ width, height, pixels, palette }) };
}

const middle = (text: string, scale: number): number => Math.round((width - (text.length * 6 - 1) * scale) / 2);

/** A card with a number and the word SYNTHETIC, in place of a photograph of a person or of remains. @param number - digits */
export function drawCardImage(number: string): Uint8Array {
  const { fill, write, finish } = openCanvas();
  fill(20, 20, { w: width - 40, h: 200, colour: 5 });
  write(number, middle(number, 8), { top: 92, scale: 8, colour: 6 });
  fill(0, 240, { w: width, h: 30, colour: 5 });
  write('SYNTHETIC', middle('SYNTHETIC', 3), { top: 245, scale: 3, colour: 4 });
  return finish();
}

/**
 * Draws a plain cross on a mound with a number on it and the word SYNTHETIC across: shows where a photograph would stand,
 * and cannot be taken for one. @param number - digits
 */
export function drawGraveImage(number: string): Uint8Array {
  const { fill, write, finish } = openCanvas();
  fill(0, 178, { w: width, h: height, colour: 1 });
  for (const x of [22, 66, 118, 246, 301, 338]) fill(x, 0, { w: 9, h: 182, colour: 7 });
  for (let y = 0; y < 46; y++) {
    const half = Math.round(128 * Math.sqrt(1 - ((46 - y) / 48) ** 2));
    fill(180 - half, 196 + y, { w: 2 * half, h: 1, colour: 2 });
  }
  fill(171, 46, { w: 18, h: 168, colour: 3 });
  fill(118, 84, { w: 124, h: 17, colour: 3 });
  fill(146, 112, { w: 68, h: 28, colour: 5 });
  write(number, middle(number, 3), { top: 116, scale: 3, colour: 6 });
  fill(0, 240, { w: width, h: 30, colour: 5 });
  write('SYNTHETIC', middle('SYNTHETIC', 3), { top: 245, scale: 3, colour: 4 });
  return finish();
}
