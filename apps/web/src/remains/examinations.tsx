import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { CorrectableFields, EmptyState, OriginLine, Section, StatementButton, ValueView } from '../components/index.ts';
import { fieldLabel, recordOf, textOf } from '../format/index.ts';
import { useExaminationFields } from './examination-controls.tsx';
import classes from './remains.module.css';

/** What examinations found: one answer a question, with every examination behind it. */
export function Examinations({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const fields = useExaminationFields();
  const examinations = detail.subject.lists['examinations'] ?? [];
  return (
    <Section title={t('examination')} actions={<StatementButton detail={detail} type="examination.made" label={t('examine')} basis="measured" fields={fields} variant={examinations.length === 0 ? 'filled' : 'default'} />}>
      {examinations.length === 0 && <EmptyState>{t('notExamined')}</EmptyState>}
      {examinations.length > 0 && <CorrectableFields detail={detail} fields={['sex', 'ageYears', 'statureMm']} forms={{ 'examination.made': fields }} />}
      <ul className={classes.list}>
        {examinations.map((item) => {
          const { exposure, findings, injuries, examiner } = item.value;
          const knew = recordOf(exposure)['knew'] === true;
          return (
            <li key={item.entry}>
              <strong>{textOf(examiner) ?? ''}</strong>
              <span>{knew ? t('exposure.wasExposed', { what: [recordOf(exposure)['what'], recordOf(exposure)['from'], recordOf(exposure)['since']].map(textOf).filter(Boolean).join(', ') }) : t('exposure.wasNot')}</span>
              {findings !== undefined && <div style={{ flexBasis: '100%' }}>{fieldLabel('findings')}: {textOf(findings)}</div>}
              {injuries !== undefined && <div style={{ flexBasis: '100%' }}>{fieldLabel('injuries')}: <ValueView field="injuries" value={injuries} /></div>}
              <OriginLine origin={item} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
