import { agreedValue, decisionState, type Subject } from '@imena/record';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subjectQuery, useItemsById } from '../api/index.ts';
import { LoadingState, Section, SubjectLink } from '../components/index.ts';
import { codeLabel, formatEdtf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { remainsIdsOf } from './proposal-parts.ts';
import classes from './decisions.module.css';

/** Presumed, established and certified identity stand apart and never become one another by themselves. */
export function ThreeIdentities({ identification }: { readonly identification: Subject }) {
  const { t } = useTranslation('decisions');
  const { stage } = decisionState(identification);
  return (
    <Section title={t('identities.title')}>
      <div className={classes.three}>
        <Presumed identification={identification} />
        <Established identification={identification} isThere={stage === 'established' || stage === 'certified'} isRevoked={stage === 'revoked'} />
        <Certified identification={identification} isThere={stage === 'certified'} isRevoked={stage === 'revoked'} />
      </div>
    </Section>
  );
}

function Presumed({ identification }: { readonly identification: Subject }) {
  const { t } = useTranslation('decisions');
  const remains = useQueries({ queries: remainsIdsOf(identification).map((id) => subjectQuery(id)) });
  const presumptions = remains.flatMap((query) => query.data?.subject.lists['presumptions'] ?? []);
  const persons = useItemsById(presumptions.map(({ value }) => textOf(value['person'])));
  return (
    <div className={classes.identity} data-kind="presumed">
      <h3>{t('identities.presumed')}</h3>
      {remains.some((query) => query.isPending) ? <LoadingState /> : presumptions.length === 0 ? <p className={classes.dimmed}>{t('identities.notPresumed')}</p> : presumptions.map(({ entry, value }) => {
        const person = persons.get(textOf(value['person']) ?? '');
        return <p key={entry}>{textOf(value['name']) ?? (person === undefined ? t('identities.somebody') : <SubjectLink item={person} />)} ({codeLabel('presumptionGrounds', textOf(value['ground']) ?? 'other')})</p>;
      })}
      <p className={classes.dimmed}>{t('identities.presumedExplained')}</p>
    </div>
  );
}

interface IdentityProps {
  readonly identification: Subject;
  readonly isThere: boolean;
  readonly isRevoked: boolean;
}

function Established({ identification, isThere, isRevoked }: IdentityProps) {
  const { t } = useTranslation('decisions');
  const id = textOf(agreedValue(identification, 'person')) ?? '';
  const person = useItemsById([id]).get(id);
  return (
    <div className={classes.identity} data-kind="established" {...(isThere ? { 'data-there': '' } : {})}>
      <h3>{t('identities.established')}</h3>
      {isThere ? <p>{person === undefined ? t('identities.somebody') : <SubjectLink item={person} />}</p> : <p className={classes.dimmed}>{t(isRevoked ? 'identities.revoked' : 'identities.notEstablished')}</p>}
      <p className={classes.dimmed}>{t('identities.establishedExplained')}</p>
    </div>
  );
}

function Certified({ identification, isThere, isRevoked }: IdentityProps) {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const certificate = recordOf(agreedValue(identification, 'certificate'));
  return (
    <div className={classes.identity} data-kind="certified" {...(isThere ? { 'data-there': '' } : {})}>
      <h3>{t('identities.certified')}</h3>
      {isThere ? <p>{t('identities.act', { authority: textOf(certificate['authority']) ?? '', number: textOf(certificate['number']) ?? '', on: formatEdtf(textOf(certificate['on']) ?? '', language) })}</p> : <p className={classes.dimmed}>{t(isRevoked ? 'identities.revoked' : 'identities.notCertified')}</p>}
      <p className={classes.dimmed}>{t('identities.certifiedExplained')}</p>
    </div>
  );
}
