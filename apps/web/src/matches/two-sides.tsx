import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { ErrorNote, FieldList, FieldView, LoadingState, Section, SubjectLink } from '../components/index.ts';
import type { CandidateDetail } from './candidate-api.ts';
import classes from './matches.module.css';

const anteMortem = ['names', 'sex', 'birthDate', 'statureMm', 'hair', 'eyes', 'marks', 'teeth', 'toothChart', 'clothing', 'belongings', 'numbers', 'military', 'lastSeen', 'residence'] as const;
const postMortem = ['grave', 'completeness', 'condition', 'sex', 'ageYears', 'statureMm', 'hair', 'eyes', 'marks', 'toothChart', 'clothing', 'belongings', 'numbers', 'military', 'deathDate', 'foundAt', 'bag', 'description'] as const;

/** Every recorded field of both with who stated it, folded under the comparison. */
export function TwoSides({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  return (
    <details className={classes.details} open={detail.weighed === null}>
      <summary>{t('allFields')}</summary>
      <div className={classes.bothSides}>
        <Section title={t('anteMortem')} actions={detail.person === null ? undefined : <SubjectLink item={detail.person} />}>{detail.person === null ? <p>{t('personHidden')}</p> : <Side id={detail.personId} fields={anteMortem} />}</Section>
        <Section title={t('postMortem')} actions={detail.remains === null ? undefined : <SubjectLink item={detail.remains} />}>{detail.remains === null ? <p>{t('remainsHidden')}</p> : <Side id={detail.remainsId} fields={postMortem} />}</Section>
      </div>
    </details>
  );
}

function Side({ id, fields }: { readonly id: string; readonly fields: readonly string[] }) {
  const { t } = useTranslation('matches');
  const query = useSubject(id);
  if (query.data === undefined) return query.error === null ? <LoadingState /> : <ErrorNote error={query.error} />;
  const { data } = query;
  const any = fields.some((field) => (data.subject.fields[field]?.length ?? 0) > 0);
  return any ? <FieldList>{fields.map((field) => <FieldView key={field} detail={data} field={field} hideEmpty="hideEmpty" />)}</FieldList> : <p>{t('nothingRecorded')}</p>;
}
