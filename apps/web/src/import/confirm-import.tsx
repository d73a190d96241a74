import { countRows, statementsOf, type ImportTarget, type PreparedImport, type PresentChoice } from '@imena/record';
import { Button, Checkbox, Group, Progress, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@imena/problem';
import { isUnreachable, useSession } from '../api/index.ts';
import { ErrorNote, ProblemText } from '../components/index.ts';
import { useOutbox, type SavedTogether } from '../device/index.ts';
import { formatNumber, listPath } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { keepImport, progressOf, sendImport } from './send-import.ts';

/** A person gave the word to stop before anything was kept. */
class Stopped extends Error {}

/** The last step: what happens with rows that are there already, the person's word, signing, sending. */
export function ConfirmImport({ target, scope, prepared, onSigning, onKept }: { readonly target: ImportTarget; readonly scope: string; readonly prepared: PreparedImport; readonly onSigning: (isSigning: boolean) => void; readonly onKept: () => void }) {
  const { t } = useTranslation(['import', 'common']);
  const session = useSession();
  const client = useQueryClient();
  const language = useLanguage();
  const [present, setPresent] = useState<PresentChoice>('skip');
  const [withoutHeld, setWithoutHeld] = useState(false);
  const [signed, setSigned] = useState<number>();
  const [kept, setKept] = useState<SavedTogether>();
  const [error, setError] = useState<unknown>(null);
  const stop = useRef(false);
  const statements = statementsOf(prepared.rows, { scope, present });
  const counts = countRows(prepared.rows);
  const held = prepared.heldBack.length;

  const start = async (): Promise<void> => {
    setError(null);
    stop.current = false;
    setSigned(0);
    onSigning(true);
    try {
      const saved = await keepImport(session, statements, { scope, onSigned: (done) => {
        if (stop.current) throw new Stopped();
        setSigned(done);
      } });
      setKept(saved);
      onKept();
      await sendImport(session, saved);
    } catch (trouble) {
      if (!(trouble instanceof Stopped) && !isUnreachable(trouble)) setError(trouble);
    } finally {
      setSigned(undefined);
      onSigning(false);
      await Promise.all(['subjects', 'subject', 'overview', 'tasks', 'search', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    }
  };
  if (kept !== undefined) return <><ErrorNote error={error} /><SendProgress target={target} scope={scope} kept={kept} /></>;
  return (
    <Stack>
      {counts.present > 0 && (
        <Radio.Group label={t('presentQuestion', { count: counts.present })} value={present} onChange={(next) => setPresent(next === 'further' || next === 'new' ? next : 'skip')}>
          <Stack mt="xs" gap="xs">
            <Radio size="md" value="skip" label={t('presentSkip')} />
            <Radio size="md" value="further" label={t(target === 'profiles' ? 'presentFurtherProfile' : 'presentFurther')} />
            {target === 'missing' && <Radio size="md" value="new" label={t('presentNew')} />}
          </Stack>
        </Radio.Group>
      )}
      {held > 0 && <Checkbox size="md" label={t('withoutHeld', { count: held })} checked={withoutHeld} onChange={(event) => setWithoutHeld(event.currentTarget.checked)} />}
      <p>{t('willSign', { count: statements.length })}</p>
      <ErrorNote error={error} />
      {signed !== undefined && <Progress.Root size="xl"><Progress.Section value={statements.length === 0 ? 0 : (100 * signed) / statements.length} aria-label={t('signing')}><Progress.Label>{formatNumber(signed, language)}</Progress.Label></Progress.Section></Progress.Root>}
      <Group justify="flex-end">
        {signed !== undefined && <Button size="lg" variant="default" onClick={() => { stop.current = true; }}>{t('common:cancel')}</Button>}
        <Button size="lg" loading={signed !== undefined} disabled={statements.length === 0 || (held > 0 && !withoutHeld)} onClick={() => void start()}>{t('signAndSend')}</Button>
      </Group>
    </Stack>
  );
}

const kindOfTarget = { graves: 'grave', journal: 'burial_record', remains: 'remains', missing: 'person', profiles: 'profile' } as const;

function SendProgress({ target, scope, kept }: { readonly target: ImportTarget; readonly scope: string; readonly kept: SavedTogether }) {
  const { t } = useTranslation(['import', 'common']);
  const language = useLanguage();
  const { data: outbox } = useOutbox(useSession());
  const { total, acknowledged, refused } = progressOf(outbox ?? [], kept);
  const done = acknowledged + refused.length >= total;
  return (
    <Stack>
      <Progress.Root size="xl"><Progress.Section value={(100 * (acknowledged + refused.length)) / Math.max(1, total)} aria-label={t('sending')} /></Progress.Root>
      <p role="status">{t(done ? 'sent' : 'sendingNow', { done: formatNumber(acknowledged, language), total: formatNumber(total, language) })}</p>
      {refused.length > 0 && (
        <div>
          <p>{t('refused', { count: refused.length })}</p>
          <ul>{refused.slice(0, 20).map((entry) => <li key={entry.id}>{entry.problem === undefined ? entry.type : <ProblemText error={new ProblemError(entry.problem)} />}</li>)}</ul>
        </div>
      )}
      <Group>
        {done && <Button component={Link} to={target === 'journal' ? `/sites/${scope}/reconciliation` : listPath(kindOfTarget[target])} size="md">{t('seeThem')}</Button>}
        <Button component={Link} to="/outbox" size="md" variant="default">{t('common:nav.outbox')}</Button>
      </Group>
    </Stack>
  );
}
