import { decodeBase64, decodeUtf8, encodeHex, type Envelope } from '@imena/ledger';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import { formatBytes, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Facts } from './facts.tsx';
import type { EntryAnswer } from './ledger-api.ts';
import { useAuthorName, useScopes } from './ledger-words.ts';
import classes from './ledger.module.css';

/** Every field of what was signed, in words, and the exact text. */
export function EnvelopeTable({ answer, envelope }: { readonly answer: EntryAnswer; readonly envelope: Envelope }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const authorOf = useAuthorName();
  const scopes = useScopes();
  const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true });
  const mono = (text: string): ReactNode => <span className={classes.mono}>{text}</span>;
  const named = (name: string | undefined, id: string): ReactNode => <>{name !== undefined && name !== '' && <>{name} · </>}{mono(id)}</>;
  return (
    <Section title={t('envelopeTitle')}>
      <p className={classes.hint}>{t('envelopeHint')}</p>
      <Facts rows={[
        [t('envelope.v'), envelope.v],
        [t('envelope.id'), mono(envelope.id)],
        [t('envelope.kind'), kinds[envelope.kind] ?? envelope.kind],
        [t('envelope.scope'), named(scopes.get(envelope.scope)?.title, envelope.scope)],
        [t('envelope.subject'), mono(envelope.subject)],
        [t('envelope.by'), named(authorOf(envelope.by), envelope.by)],
        [t('envelope.device'), mono(envelope.device)],
        [t('envelope.seq'), formatNumber(envelope.seq, language)],
        [t('envelope.prev'), envelope.prev === null ? t('first') : mono(envelope.prev)],
        [t('envelope.at'), mono(envelope.at)],
        ...(envelope.supersedes === undefined ? [] : [[t('envelope.supersedes'), envelope.supersedes.map((id) => <div key={id}><Link to={`/ledger/${id}`}>{mono(id)}</Link></div>)] as const]),
        [t('envelope.seen'), envelope.seen === null ? t('seenNone') : mono(t('seenText', { size: envelope.seen.size, root: envelope.seen.root }))],
        [t('envelope.body'), mono(envelope.body)],
        ...(envelope.files === undefined ? [] : [[t('envelope.files'), envelope.files.map((file) => <div key={file.ref}>{mono(t('fileLine', { ref: file.ref, size: formatBytes(file.size, language) }))}</div>)] as const]),
        [t('envelope.signature'), mono(encodeHex(decodeBase64(answer.entry.signature)))],
        [t('envelope.publicKey'), mono(answer.publicKey)],
        [t('envelope.leafHash'), mono(answer.leafHash)],
      ]} />
      <details className={classes.details}><summary>{t('envelopeRaw')}</summary><pre className={classes.raw} tabIndex={0}>{decodeUtf8(decodeBase64(answer.entry.envelope))}</pre></details>
    </Section>
  );
}
