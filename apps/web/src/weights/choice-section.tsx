import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName, useMayState } from '../api/index.ts';
import { Badge, ConfirmWithReason, Section } from '../components/index.ts';
import { codeLabel, formatMoment, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecord } from '../record/index.ts';
import type { NamedWeights } from './named-weights.ts';
import { weightsQuery, type WeightsAnswer, type WeightsChoice } from './weights-api.ts';
import classes from './weights.module.css';

type Offered = NamedWeights & Pick<WeightsChoice, 'settings' | 'places' | 'learnedFrom'>;

/** What is about to be chosen, in place of the choice that stood when the dialog was opened: the list behind it goes on. */
interface Choosing {
  readonly offered: Offered;
  readonly replaces: string | null;
}

/** Choosing weights, by a signed entry with a reason in place of the choice that is shown; and every choice so far. */
export function ChoiceSection({ answer }: { readonly answer: WeightsAnswer }) {
  const { t } = useTranslation('weights');
  const mayState = useMayState();
  const { installation, standing, documented, learning, choices } = answer;
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const choose = (offered: Offered): void => setChoosing({ offered, replaces: standing.entry });
  const mayChoose = mayState('weights.chosen', installation);
  const learned: Offered | null = learning === null ? null : { ...learning, learnedFrom: { job: learning.job, asOf: learning.asOf, reports: learning.reports, remains: learning.remains, resultHash: learning.resultHash } };
  const isStanding = (version: string): boolean => standing.version === version;
  return (
    <>
      <Section title={t('choose')}>
        <p className={classes.quiet}>{t('chooseExplained')}</p>
        {!mayChoose && <p>{t('onlyBoard')}</p>}
        {mayChoose && (
          <div className={classes.actions}>
            {learned !== null && !isStanding(learned.version) && <Button size="md" onClick={() => choose(learned)}>{t('useLearned')}</Button>}
            {!isStanding(documented.version) && <Button size="md" variant="default" onClick={() => choose({ ...documented, places: null, learnedFrom: null })}>{t('useDocumented')}</Button>}
            {isStanding(documented.version) && learned === null && <p className={classes.quiet}>{t('inUseNow')}</p>}
          </div>
        )}
      </Section>
      <Section title={t('choices')}>
        {choices.length === 0 && <p className={classes.quiet}>{t('noChoices')}</p>}
        <ol className={classes.choices}>{choices.map((choice, i) => (
          <Choice key={choice.entry} choice={choice} isFirst={i === 0} again={mayChoose && choice.origin === 'learned' && !isStanding(choice.version) && choice.version !== learned?.version ? () => choose(choice) : null} />
        ))}</ol>
      </Section>
      <ConfirmChoice installation={installation} choosing={choosing} onClose={() => setChoosing(null)} />
    </>
  );
}

function Choice({ choice: { version, origin, by, at, explanation, learnedFrom, entry }, isFirst, again }: { readonly choice: WeightsChoice; readonly isFirst: boolean; readonly again: (() => void) | null }) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const nameOf = useAccountName();
  return (
    <li>
      <p><strong>{t('standing', { version, origin: codeLabel('weightOrigins', origin) })}</strong> {isFirst && <Badge tone="good">{t('inUse')}</Badge>}</p>
      <p>{explanation}</p>
      <p className={classes.quiet}>{nameOf(by)}, <Link to={`/ledger/${entry}`}>{formatMoment(at, language)}</Link>{learnedFrom !== null && `; ${t('learnedFrom', { reports: formatNumber(learnedFrom.reports, language), remains: formatNumber(learnedFrom.remains, language) })}`}</p>
      {again !== null && <Button size="md" variant="default" onClick={again}>{t('useAgain')}</Button>}
    </li>
  );
}

/** Who chooses names the choice that they see: where another came between, theirs is refused and the newer one is shown. */
function ConfirmChoice({ installation, choosing, onClose }: { readonly installation: string; readonly choosing: Choosing | null; readonly onClose: () => void }) {
  const { t } = useTranslation('weights');
  const record = useRecord();
  const client = useQueryClient();
  const confirm = async (explanation: string): Promise<void> => {
    if (choosing === null) return;
    const { offered: { origin, version, digest, settings, places, learnedFrom }, replaces } = choosing;
    try {
      await record.mutateAsync({
        scope: installation, subject: installation, subjectKind: 'office',
        body: { type: 'weights.chosen', basis: 'decided', origin, version, digest, settings, ...(places === null ? {} : { places }), replaces, explanation, ...(learnedFrom === null ? {} : { learnedFrom }) },
      });
    } finally {
      await client.invalidateQueries({ queryKey: weightsQuery.queryKey });
    }
  };
  const label = t(choosing?.offered.origin === 'documented' ? 'useDocumented' : 'useLearned');
  return (
    <ConfirmWithReason opened={choosing !== null} onClose={onClose} title={label} draftKey={`weights.chosen/${choosing?.offered.version ?? ''}`} confirmLabel={label} confirm={confirm}>
      <p>{t('chooseExplained')}</p>
    </ConfirmWithReason>
  );
}
