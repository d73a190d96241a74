import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { send } from '../api/index.ts';
import { downloadText, ErrorNote, LoadingState } from '../components/index.ts';
import { RecomputedView, useRecompute } from '../recompute/index.ts';
import { casePath, famPath, type CandidateDetail, type PairAddress } from './candidate-api.ts';
import { countedMarkers } from './marker-bars.ts';
import classes from './matches.module.css';

/** The file of the calculation, computed anew in this browser by both algorithms, beside the numbers that the server showed. */
export function RecomputePanel({ pair, detail }: { readonly pair: PairAddress; readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['recompute', 'common', 'joint']);
  const { state, compute, stop } = useRecompute();
  const start = (): void => void compute('case.json', async () => new Uint8Array(await (await send(casePath(pair), {})).arrayBuffer()));
  const fam = useMutation({ mutationFn: async () => downloadText(`${detail.remains?.code ?? pair.remains.slice(0, 8)}-${detail.person?.code ?? pair.person.slice(0, 8)}.fam`, await (await send(famPath(pair), {})).text()) });
  const shown = { total: detail.lnLr, parts: new Map(countedMarkers(detail.markers).map((one) => [one.marker, one.lnLr])) };
  return (
    <div>
      <p className={classes.dimmed}>{t('panel.explained')}</p>
      {state.kind === 'idle' && <Button size="md" variant="default" title={t('panel.logged')} onClick={start}>{t('panel.start')}</Button>}
      {state.kind === 'computing' && <><LoadingState /><Button size="md" variant="default" onClick={stop}>{t('common:cancel')}</Button></>}
      {state.kind === 'failed' && <><ErrorNote error={state.error} /><Button size="md" variant="default" onClick={start}>{t('common:retry')}</Button></>}
      {state.kind === 'done' && <RecomputedView result={state.answer.result} shown={shown} />}
      <h3 className={classes.sub}>{t('joint:fam.title')}</h3>
      <p className={classes.dimmed}>{t('joint:fam.explained')}</p>
      <Button size="md" variant="default" title={t('panel.logged')} loading={fam.isPending} onClick={() => fam.mutate()}>{t('joint:fam.action')}</Button>
      {fam.isError && <ErrorNote error={fam.error} />}
      <p className={classes.dimmed}><Link to="/recompute">{t('panel.elsewhere')}</Link></p>
    </div>
  );
}
