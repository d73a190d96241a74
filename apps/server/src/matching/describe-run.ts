import { refuse } from '@imena/problem';
import type { RunResult } from '@imena/matching';
import { agreedValue } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { textOf } from '../register/read-fields.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { describeRepetition } from './describe-repetition.ts';
import { parameterOf } from './job-parameters.ts';
import { readRunInput, readRunResult } from './run-files.ts';

/**
 * What a run compared, how many pairs chance alone would bring above its threshold, and what could not be computed.
 * @returns null when the account may not read the run
 * @throws Problem `matching.file_missing`, `matching.file_damaged`
 */
export async function describeRun(tx: Database, files: FileStore, id: string) {
  const run = await findFolded(tx, id);
  const recorded = run?.history.find((item) => item.type === 'run.recorded' && item.state === 'standing');
  const [inputFile, resultFile] = recorded?.files ?? [];
  if (run?.kind !== 'run') return null;
  if (typeof inputFile?.sha256 !== 'string' || typeof resultFile?.sha256 !== 'string') return refuse('matching.file_missing', { sha256: textOf(run, 'inputsHash') ?? '' });
  const input = await readRunInput(files, inputFile.sha256);
  const result = await readRunResult(files, resultFile.sha256);
  const lowTemplate = [...input.remains, ...input.persons, ...input.references].filter((one) => one.typing !== undefined).map((one) => one.profile);
  const named = [id, ...lowTemplate, ...result.failed.flatMap((item) => [item.family, item.person]), ...input.leftOut.map((item) => item.family), ...input.dropped.map((item) => item.profile)];
  const items = await findItemsById(tx, named);
  return {
    run: items.get(id) ?? null, entry: recorded?.entry ?? null, at: recorded?.at ?? null, requestedBy: agreedValue(run, 'requestedBy') ?? null, software: agreedValue(run, 'software') ?? null,
    // The weights of the other evidence in use when the run was asked for; none in runs of earlier versions.
    inputsHash: inputFile.sha256, resultHash: resultFile.sha256, parameters: input.parameters, population: input.population, weights: parameterOf(agreedValue(run, 'parameters') ?? null, 'weights') ?? null,
    markers: input.markers.map((marker) => marker.name), linked: input.linked ?? null, linkedTogether: input.linkage !== undefined, occupants: input.occupancy?.occupants.length ?? null, lowTemplate: lowTemplate.map((profile) => ({ profile, item: items.get(profile) ?? null })),
    remains: input.remains.length, families: input.families.length, references: input.references.length,
    missing: input.families.reduce((sum, family) => sum + family.missing.length, 0), compared: result.compared, pairsAbove: result.pairs.length,
    expectedByChance: result.expectedByChance, directPairs: result.direct.length,
    joint: describeGroups(result.joint), repeated: await describeRepetition(tx, files, { run, input }),
    failed: result.failed.map((item) => ({ ...item, familyItem: items.get(item.family) ?? null, personItem: items.get(item.person) ?? null })),
    dropped: input.dropped.map((item) => ({ ...item, item: items.get(item.profile) ?? null })),
    leftOut: input.leftOut.map((item) => ({ ...item, item: items.get(item.family) ?? null })),
  };
}

/** How the groups of a run were solved together; null where they were not. */
function describeGroups(joint: RunResult['joint']) {
  if (joint === null) return null;
  const solvedAs = (kind: 'exact' | 'certified' | 'estimate'): number => joint.groups.filter((group) => group.kind === 'solved' && group.method.kind === kind).length;
  return {
    groups: joint.groups.length, largest: Math.max(0, ...joint.groups.map((group) => group.remains.length)), exact: solvedAs('exact'), certified: solvedAs('certified'), estimated: solvedAs('estimate'),
    refused: joint.groups.flatMap((group) => (group.kind === 'refused' ? [{ code: group.code, details: group.details, remains: group.remains.length, persons: group.places.length }] : [])),
  };
}
