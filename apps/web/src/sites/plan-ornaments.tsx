import { ActionIcon } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus, IconSelect } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { scaleBarMetres } from './plan-geometry.ts';
import classes from './site-plan.module.css';

const longestBarPx = 130;

/** North arrow and scale bar; they belong to every plan that may stand in a file. */
export function PlanOrnaments({ width, height, scale, rotationDeg }: { readonly width: number; readonly height: number; readonly scale: number; readonly rotationDeg: number }) {
  const { t } = useTranslation('sites');
  const language = useLanguage();
  const metres = scaleBarMetres(scale, longestBarPx);
  const bar = metres * scale;
  return (
    <g className={classes.ornaments} aria-hidden>
      <g transform={`translate(26 ${height - 40}) rotate(${-rotationDeg})`}>
        <path d="M0 -22L7 10L0 4L-7 10Z" className={classes.arrow} />
        <text y={26} textAnchor="middle" fontSize={13}>{t('planView.north')}</text>
      </g>
      {width > 0 && (
        <g transform={`translate(${width - bar - 16} ${height - 16})`}>
          <path d={`M0 -6V0H${bar}V-6`} className={classes.bar} />
          <text x={bar / 2} y={-6} textAnchor="middle" fontSize={13}>{t('planView.scale', { metres: formatNumber(metres, language) })}</text>
        </g>
      )}
    </g>
  );
}

export function PlanButtons({ zoomIn, zoomOut, whole, selecting, setSelecting }: {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly whole: () => void;
  readonly selecting: boolean;
  readonly setSelecting: (selecting: boolean) => void;
}) {
  const { t } = useTranslation('sites');
  const button = { size: 44, variant: 'default' } as const;
  return (
    <div className={`${classes.buttons ?? ''} no-print`}>
      <ActionIcon {...button} aria-label={t('planView.zoomIn')} title={t('planView.zoomIn')} onClick={zoomIn}><IconPlus size={20} /></ActionIcon>
      <ActionIcon {...button} aria-label={t('planView.zoomOut')} title={t('planView.zoomOut')} onClick={zoomOut}><IconMinus size={20} /></ActionIcon>
      <ActionIcon {...button} aria-label={t('planView.whole')} title={t('planView.whole')} onClick={whole}><IconMaximize size={20} /></ActionIcon>
      <ActionIcon {...button} variant={selecting ? 'filled' : 'default'} aria-pressed={selecting} aria-label={t('planView.selectArea')} title={t('planView.selectArea')} onClick={() => setSelecting(!selecting)}><IconSelect size={20} /></ActionIcon>
    </div>
  );
}
