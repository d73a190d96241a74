import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { Section, SubjectLink } from '../components/index.ts';
import { textOf } from '../format/index.ts';
import { PartsOfBag } from '../individuals/individuals-section.tsx';
import type { CandidateDetail } from './candidate-api.ts';

/** Where other remains fit the same person: whether they are parts of one individual, to be decided here, before a proposal. */
export function PartsOfPair({ detail: { remains, remainsId, competing } }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const subject = useSubject(remainsId).data?.subject;
  const others = competing.samePerson.flatMap((rival) => rival.remains ?? []);
  if (remains === null || subject === undefined || others.length === 0) return null;
  const isJoined = others.every((other) => [...remains.links.map((link) => ({ ...link, from: remainsId })), ...other.links.map((link) => ({ ...link, from: other.id }))].some(({ rel, from, to }) => rel === 'reassociated' && [from, to].includes(other.id) && [from, to].includes(remainsId)));
  const site = textOf(subject.fields['site']?.[0]?.value);
  return (
    <Section title={t('parts.title')}>
      <p>{t(isJoined ? 'parts.joined' : 'parts.explained')} {others.map((other) => <span key={other.id}><SubjectLink item={other} /> </span>)}</p>
      {site !== undefined && <PartsOfBag bag={remainsId} place={site} scope={subject.scope} />}
    </Section>
  );
}
