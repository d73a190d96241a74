import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { Section, SubjectLink } from '../components/index.ts';
import { textOf } from '../format/index.ts';
import { PartsOfBag } from '../individuals/individuals-section.tsx';
import type { CandidateDetail } from './candidate-api.ts';

/** Where other remains fit the same person: whether they are parts of one individual, to be decided here, before a proposal. */
export function PartsOfPair({ detail: { remains, remainsId, competing } }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const detail = useSubject(remainsId).data;
  const others = competing.samePerson.flatMap((rival) => rival.remains ?? []);
  if (remains === null || detail === undefined || others.length === 0) return null;
  const { subject, linked } = detail;
  const isJoined = others.every((other) => linked.some(({ rel, item }) => rel === 'reassociated' && item.id === other.id));
  const site = textOf(subject.fields['site']?.[0]?.value);
  return (
    <Section title={t('parts.title')}>
      <p>{t(isJoined ? 'parts.joined' : 'parts.explained')} {others.map((other) => <span key={other.id}><SubjectLink item={other} /> </span>)}</p>
      {site !== undefined && <PartsOfBag bag={remainsId} place={site} scope={subject.scope} />}
    </Section>
  );
}
