import { refuse } from '@imena/problem';
import type { Call } from '../command.ts';

/** A number of the command line, or what stands for it. */
export function numberOf(call: Call, option: string, otherwise: number): number {
  const given = call.text(option);
  if (given === undefined) return otherwise;
  const value = Number(given);
  return given.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : refuse('cli.number', { option: `--${option}`, value: given });
}
