import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import type { Language } from '../i18n/languages.ts';
import { languageNames } from '../i18n/languages.ts';
import type { Decision } from './decisions-api.ts';
import classes from './decisions.module.css';

const languages: readonly Language[] = ['uk', 'en'];
const limits = ['solver', 'parts', 'authority', 'siblings'] as const;

/** The certificate as PDF in both languages, and what it does not say; before it is established, a marked draft. */
export function CertificateButtons({ id, decision }: { readonly id: string; readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  const isReady = decision.stage === 'established' || decision.stage === 'certified';
  const shown = limits.filter((limit) => !(limit === 'authority' && decision.stage === 'certified') && !(limit === 'siblings' && decision.siblings.length === 0));
  return (
    <Section title={t('certificate.title')}>
      <p className={classes.dimmed}>{t(isReady ? 'certificate.ready' : 'certificate.draftOnly')}</p>
      <div className={`${classes.actions ?? ''} no-print`}>
        {languages.map((language) => (
          <Button key={language} component="a" size="md" variant="default" target="_blank" rel="noopener" href={`/api/identifications/${id}/certificate.pdf?language=${language}${isReady ? '' : '&draft=true'}`}>{t(isReady ? 'certificate.pdf' : 'certificate.draft', { language: languageNames[language] })}</Button>
        ))}
      </div>
      <h3 className={classes.sub}>{t('certificate.doesNotSay')}</h3>
      <ul>{shown.map((limit) => <li key={limit}>{t(`certificate.limits.${limit}`)}</li>)}</ul>
    </Section>
  );
}
