import { agreedValue, type Subject } from '@imena/record';
import { formatProbability as formatPosterior } from '@imena/report';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { useLinesById } from '../api/index.ts';
import { LineLink } from '../components/index.ts';
import { codeLabel, fieldLabel, formatFixed, formatNumber, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { posteriorOf, weightOf } from '../matches/weight.ts';
import { contradictionSentence } from './contradiction-words.ts';
import { contradictionsOf, remainsIdsOf } from './proposal-parts.ts';
import classes from './decisions.module.css';

const texts = ['priorExplanation', 'argument', 'missingParts', 'authorityReason', 'examiner', 'verifier'] as const;

/** What the signatures cover, in words: the proposal whole, and every explanation given for it. */
export function DecisionContent({ identification }: { readonly identification: Subject }) {
  const { t } = useTranslation(['decisions', 'matches']);
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  const text = (field: string): string | undefined => textOf(agreedValue(identification, field));
  const run = text('run');
  const remainsIds = remainsIdsOf(identification);
  const lines = useLinesById([...remainsIds, text('person'), run]);
  const contradictions = contradictionsOf(identification);
  const spoken = (list: string, about: (value: Readonly<Record<string, unknown>>) => string) =>
    (identification.lists[list] ?? []).map((item) => <li key={item.entry}>{about(item.value)}: {textOf(item.value['explanation'])}</li>);
  const told = spoken('discriminations', (value) => String(value['member']));
  const exposure = spoken('exposureAnswers', (value) => lines.get(String(value['remains']))?.code ?? '');
  return (
    <dl className={classes.content}>
      <Row name={fieldLabel('remains')}>{remainsIds.map((id, place) => <span key={id}>{place > 0 && ', '}<LineLink line={lines.get(id)} /></span>)}</Row>
      <Row name={fieldLabel('person')}><LineLink line={lines.get(text('person') ?? '')} /></Row>
      <Row name={fieldLabel('ground')}>{codeLabel('identificationGrounds', text('ground') ?? '')}</Row>
      {run !== undefined && <Row name={fieldLabel('run')}><LineLink line={lines.get(run)} /></Row>}
      <Weight lnLr={text('lnLr')} prior={text('prior')} stated={text('dnaPosterior')} />
      <Row name={fieldLabel('contradictions')}>
        {contradictions.length === 0 ? t('content.noContradictions') : <ul>{contradictions.map((one) => <li key={one.key}>{contradictionSentence(one, { t: tMatches, language })}.{' '}{one.explanations.length === 0 ? <em>{t('content.unexplained')}</em> : t('content.explained', { text: one.explanations.join('; ') })}</li>)}</ul>}
      </Row>
      {told.length > 0 && <Row name={t('content.toldApart')}><ul>{told}</ul></Row>}
      {exposure.length > 0 && <Row name={t('content.exposure')}><ul>{exposure}</ul></Row>}
      {texts.map((field) => text(field) !== undefined && <Row key={field} name={fieldLabel(field)}>{text(field)}</Row>)}
    </dl>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function Weight({ lnLr, prior, stated }: { readonly lnLr: string | undefined; readonly prior: string | undefined; readonly stated: string | undefined }) {
  const { t } = useTranslation(['decisions', 'matches']);
  const language = useLanguage();
  if (lnLr === undefined || prior === undefined || stated === undefined) return null;
  const weight = weightOf(Number(lnLr), language);
  const shown = posteriorOf(Number(lnLr), Number(prior));
  return (
    <>
      <Row name={t('matches:weight.log10')}>{formatFixed(weight.log10Lr, language, 2)} ({weight.words})</Row>
      <Row name={t('content.prior')}>{t('content.oneIn', { n: formatNumber(1 / Number(prior), language, 0) })}</Row>
      <Row name={fieldLabel('dnaPosterior')}>{formatPosterior({ probability: Number(stated), complement: shown.complement }, language)}</Row>
    </>
  );
}
