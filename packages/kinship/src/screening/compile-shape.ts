import { compileDescent } from './descent.ts';
import { encodeDescent, type DescentCode } from './descent-code.ts';
import type { AllelesSeen, Parents } from './descent-graph.ts';
import { compileSiblings } from './siblings.ts';
import { compileSubpopulation } from './subpopulation.ts';

/**
 * The steps by which the tables of a family shape are made.
 * @param seen how many alleles of each person were seen at the marker
 * @param about.theta subpopulation correction, 0 <= theta < 1
 * @returns null where the shape needs more steps than the limits: the general engine calculates it
 */
export function compileShape(family: Parents, seen: readonly AllelesSeen[], about: { readonly target: number; readonly theta: number }): DescentCode | null {
  const siblings = about.theta > 0 ? compileSiblings(family, seen, about) : null;
  if (siblings !== null) return siblings;
  const descent = about.theta > 0 ? compileSubpopulation(family, seen, about) : compileDescent(family, seen, about.target);
  return descent === null ? null : encodeDescent(descent);
}
