import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/index.ts';
import type { NamedWeights } from './named-weights.ts';
import classes from './weights.module.css';

/** Under which weights a page was weighed; those who may look at them find them here. */
export function WeightsLine({ weights, inUse }: { readonly weights: NamedWeights; readonly inUse?: string | undefined }) {
  const { t } = useTranslation('weights');
  const mayLook = useHasRole('analyst', 'board');
  const words = t(weights.origin === 'documented' ? 'lineDocumented' : 'lineLearned', { version: weights.version });
  return (
    <p className={classes.quiet}>
      {mayLook ? <Link to="/matches/weights">{words}</Link> : words}
      {inUse !== undefined && inUse !== weights.version && <> <strong>{t('lineOld', { inUse })}</strong></>}
    </p>
  );
}

/** The way to the weights, for those who may look at them. */
export function WeightsButton() {
  const { t } = useTranslation('weights');
  return useHasRole('analyst', 'board') ? <Button component={Link} to="/matches/weights" size="md" variant="default">{t('open')}</Button> : null;
}
