import { statementTypes } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestText, useSession } from '../api/index.ts';
import { Code, PrintButton, QueryView, Section } from '../components/index.ts';
import { useKnownLog } from '../device/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CheckpointCard } from '../ledger/checkpoint-card.tsx';
import { Facts } from '../ledger/facts.tsx';
import { AdministrationPage } from './administration-page.tsx';
import { versionQuery } from './administration-api.ts';
import { BrowserStorage } from './browser-storage.tsx';
import { RemoveDemonstration } from './remove-demonstration.tsx';
import { holds } from './sections.ts';
import classes from './administration.module.css';

/** What identifies the installation and its ledger, to be printed and kept elsewhere. */
export function InstallationPage() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const session = useSession();
  const { data: known } = useKnownLog(session);
  const checkpoint = useQuery({ queryKey: ['ledger', 'checkpoint'], queryFn: () => requestText('/ledger/checkpoint') });
  const version = useQuery(versionQuery);
  const { log, installation } = session;
  const stored = known?.vkey;
  return (
    <AdministrationPage section="installation" intro={t('installation.intro')} actions={<PrintButton />}>
      <Section title={t('installation.identityTitle')}>
        <Facts rows={[
          [t('installation.origin'), <Code key="origin" length={1000}>{log.origin}</Code>],
          [t('installation.vkey'), (
            <span key="vkey">
              <Code length={1000}>{log.vkey}</Code>
              <br /><span className={classes.dim}>{t('installation.vkeyHint')} {stored !== undefined && (stored === log.vkey ? t('installation.keyStored') : t('installation.keyDiffers', { vkey: stored }))}</span>
            </span>
          )],
          [t('installation.id'), <span key="id" className={classes.mono}>{installation.id}</span>],
          [t('installation.device'), <span key="device" className={classes.mono}>{installation.device}</span>],
        ]} />
      </Section>
      <Section title={t('installation.checkpointTitle')} actions={<Link to="/ledger/checkpoints">{t('installation.toLedger')}</Link>}>
        <QueryView query={checkpoint}>{(text) => <CheckpointCard text={text} log={{ origin: log.origin, vkey: stored ?? log.vkey }} withCode="withCode" />}</QueryView>
      </Section>
      <Section title={t('installation.versionsTitle')}>
        <Facts rows={[[t('installation.serverVersion'), version.data ?? '–'], [t('installation.recordTypes'), formatNumber(statementTypes.size, language)]]} />
      </Section>
      <div className="no-print">
        <BrowserStorage />
        {holds(session, ['coordinator'], 'everywhere') && <RemoveDemonstration />}
      </div>
    </AdministrationPage>
  );
}
