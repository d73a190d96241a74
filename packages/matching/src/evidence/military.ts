/**
 * log10 LR of signs of military service on the remains against the report, through the hidden true status:
 * Σ P(status | report) P(found | status) / P(found).
 * LIMIT: uniform alone is weak; the error rates say how weak. A report that is silent is neutral.
 */
export function militaryWeight(reported: boolean, found: boolean, model: { readonly share: number; readonly reportError: number; readonly foundError: number }): number {
  const { share, reportError, foundError } = model;
  const soldierIfYes = (share * (1 - reportError)) / (share * (1 - reportError) + (1 - share) * reportError);
  const soldierIfNo = (share * reportError) / (share * reportError + (1 - share) * (1 - reportError));
  const soldier = reported ? soldierIfYes : soldierIfNo;
  const seen = found ? 1 - foundError : foundError;
  return Math.log10((soldier * seen + (1 - soldier) * (1 - seen)) / (share * seen + (1 - share) * (1 - seen)));
}
