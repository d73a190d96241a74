import type { Subject } from '@imena/record';
import { useQueryClient } from '@tanstack/react-query';
import { subjectQuery, useSession } from '../api/index.ts';
import { useRecord } from '../record/index.ts';

/** Grades by one key. A person's new grade takes the place of their own older one; that of somebody else stands beside it. */
export function useGrades(): { readonly gradeSource: (source: Subject, grade: string) => Promise<void>; readonly gradeClaim: (claim: string, grade: string) => Promise<void> } {
  const session = useSession();
  const client = useQueryClient();
  const record = useRecord();
  const grade = async (subject: Subject, { field, type, value }: { readonly field: string; readonly type: string; readonly value: string }): Promise<void> => {
    const own = (subject.fields[field] ?? []).filter((one) => one.by === session.account.id);
    if (own.some((one) => one.value === value)) return;
    await record.mutateAsync({ scope: subject.scope, subject: subject.id, subjectKind: subject.kind, supersedes: own.map((one) => one.entry), body: { type, basis: 'decided', [field]: value } });
  };
  return {
    gradeSource: (source, value) => grade(source, { field: 'reliability', type: 'source.graded', value }),
    gradeClaim: async (claim, value) => grade((await client.query(subjectQuery(claim))).subject, { field: 'credibility', type: 'claim.graded', value }),
  };
}
