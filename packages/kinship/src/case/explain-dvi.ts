import { explainJoint, type JointDetail } from '../joint/explain-joint.ts';
import { solveJoint } from '../joint/identify-jointly.ts';
import { isJointCase } from './parse-case.ts';
import { prepareDvi } from './answer-dvi.ts';

/**
 * What the numbers of a case with `dvi` rest on, from its JSON alone; null for another case.
 * @throws KinshipError kinship.*
 */
export function explainDvi(json: unknown): JointDetail | null {
  if (!isJointCase(json)) return null;
  const prepared = prepareDvi(json);
  return explainJoint(prepared, solveJoint(prepared));
}
