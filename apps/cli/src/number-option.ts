import { makeProblem } from '@imena/problem';
import { UsageError, type Call } from './command.ts';

/** Which numbers an option takes. */
export interface NumberRange {
  /** What stands for it when the option is not given. */
  readonly otherwise: number;
  readonly from: number;
  readonly to: number;
  /** Ends that are not themselves allowed. */
  readonly without?: 'from' | 'to' | 'both';
  readonly isWhole?: true;
}

export const share = { from: 0, to: 1 } as const;
export const openShare = { ...share, without: 'both' } as const;
/** A subpopulation correction. */
export const thetaRange = { otherwise: 0, ...share, without: 'to' } as const;
export const likelihoodRatio = { from: 0, to: Infinity, without: 'both' } as const;
export const seedRange = { otherwise: 1, from: 0, to: 4294967295, isWhole: true } as const;
/** A million simulations know a share to 0.05 percent points; more would only fill the memory. */
export const simulationsRange = { from: 2, to: 1e6, isWhole: true } as const;

/** A number of the command line, or what stands for it. @throws UsageError cli.number, cli.number_whole with the range */
export function numberOf(call: Call, option: string, range: NumberRange): number {
  const given = call.text(option);
  if (given === undefined) return range.otherwise;
  const { from, to, without } = range;
  const value = Number(given);
  const isAbove = without === 'from' || without === 'both' ? value > from : value >= from;
  const isBelow = without === 'to' || without === 'both' ? value < to : value <= to;
  if (given.trim() !== '' && isAbove && isBelow && (range.isWhole === undefined || Number.isInteger(value))) return value;
  const details = { option: `--${option}`, value: given, range: describeRange(range) };
  throw new UsageError(range.isWhole === undefined ? makeProblem('cli.number', details) : makeProblem('cli.number_whole', details));
}

/** A range as it is written in every language: 0 ≤ n < 1. */
function describeRange({ from, to, without }: NumberRange): string {
  const lower = `${String(from)} ${without === 'from' || without === 'both' ? '<' : '≤'} n`;
  return to === Infinity ? lower : `${lower} ${without === 'to' || without === 'both' ? '<' : '≤'} ${String(to)}`;
}

/** Refuses an option beside another one that leaves nothing of it: one of the two would be passed over. @throws UsageError cli.options_clash */
export function refuseBoth(call: Call, one: string, other: string): void {
  if (isGiven(call, one) && isGiven(call, other)) throw new UsageError(makeProblem('cli.options_clash', { option: `--${one}`, other: `--${other}` }));
}

/** Refuses an option without the one it speaks of. @throws UsageError cli.option_alone */
export function refuseAlone(call: Call, option: string, needs: string): void {
  if (isGiven(call, option) && !isGiven(call, needs)) throw new UsageError(makeProblem('cli.option_alone', { option: `--${option}`, needs: `--${needs}` }));
}

/** Refuses options that this form of the command has no use for: passed over they would seem to have been followed. @throws UsageError cli.option_elsewhere */
export function refuseElsewhere(call: Call, options: readonly string[]): void {
  const foreign = options.find((option) => isGiven(call, option));
  if (foreign !== undefined) throw new UsageError(makeProblem('cli.option_elsewhere', { option: `--${foreign}` }));
}

function isGiven(call: Call, option: string): boolean {
  return option === 'json' ? call.isJson : call.text(option) !== undefined || call.flag(option);
}
