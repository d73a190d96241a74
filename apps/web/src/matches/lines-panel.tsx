import { formatProbability } from '@imena/report';
import { useTranslation } from 'react-i18next';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail, ComparedLine, Lines } from './candidate-api.ts';
import { asPosterior } from './joint-words.ts';
import classes from './matches.module.css';

/** Y-STR and mtDNA of the remains and of relatives of the line, side by side; no part of the weight of DNA, and it says so. */
export function LinesPanel({ detail, lines }: { readonly detail: CandidateDetail; readonly lines: Lines }) {
  const { t } = useTranslation(['matches', 'lineage']);
  const labelOf = (member: string): string => detail.pedigree.members.find((one) => one.id === member)?.label ?? member;
  const of = (line: ComparedLine['line']) => ({ compared: lines.compared.filter((one) => one.line === line), notCompared: lines.notCompared.filter((one) => one.line === line) });
  const isNobodyIn = (line: ComparedLine['line']): boolean => of(line).compared.length + of(line).notCompared.length === 0;
  const sequence = lines.remainsSequence;
  return (
    <>
      <p><strong>{t('lines.notInLr')}</strong></p>
      {(['paternal', 'maternal'] as const).map((line) => {
        const isTyped = line === 'paternal' ? lines.remainsLoci > 0 : sequence !== null;
        if (isNobodyIn(line) && !isTyped) return null;
        return (
          <section key={line}>
            <h3 className={classes.sub}>{t(`lineage:${line}`)}</h3>
            <p>{line === 'paternal' ? t('lines.explained') : t('lineage:mtExplained')}</p>
            <Count count={lines.counts[line]} />
            {of(line).compared.map((one) => <Compared key={one.member} one={one} label={labelOf(one.member)} />)}
            {of(line).notCompared.length > 0 && <ul>{of(line).notCompared.map(({ member, reason }) => <li key={member}>{labelOf(member)}: {line === 'maternal' && reason === 'otherLine' ? t('lineage:otherMaternal') : t(`lines.reasons.${reason}`)}</li>)}</ul>}
            {isNobodyIn(line) && <p>{line === 'paternal' ? t('lines.onlyRemains', { count: lines.remainsLoci }) : t('lineage:onlySequence', { differences: sequence === null || sequence.differences.length === 0 ? t('lineage:asReference') : sequence.differences.join(' ') })}</p>}
          </section>
        );
      })}
    </>
  );
}

function Count({ count }: { readonly count: Lines['counts']['paternal'] }) {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  if (count === null) return null;
  return <p className={classes.dimmed}>{t('counted', { matches: formatNumber(count.matches, language), size: formatNumber(count.size, language), database: count.database, percent: formatProbability(asPosterior(count.upperBound), language) })}</p>;
}

function Compared({ one, label }: { readonly one: ComparedLine; readonly label: string }) {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  return (
    <div>
      <h4 className={classes.sub}>{label}</h4>
      {one.line === 'paternal' ? <Loci one={one} label={label} /> : <Sequence one={one} />}
      {one.log10Lr !== null && <p><strong>{t('ratio', { log10: formatFixed(one.log10Lr, language, 2) })}</strong> {t('assumption')}</p>}
      {one.noRatio !== null && <p className={classes.dimmed}>{t(`noRatio.${one.noRatio}`)}</p>}
    </div>
  );
}

function Sequence({ one: { interpretation, positions, differing, mixed, ignored } }: { readonly one: Extract<ComparedLine, { line: 'maternal' }> }) {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  const named = [['differing', differing], ['mixed', mixed], ['ignored', ignored]] as const;
  return <p>{t(`judged.${interpretation}`, { positions: formatNumber(positions, language), count: differing.length })} {named.map(([key, places]) => (places.length === 0 ? '' : t(key, { places: places.join(', ') }))).join(' ')}</p>;
}

function Loci({ one: { loci, differing, transmissions, expectedMutations }, label }: { readonly one: Extract<ComparedLine, { line: 'paternal' }>; readonly label: string }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  return (
    <>
      <p>{differing.length === 0 ? t('lines.same', { count: loci.length }) : t('lines.differ', { loci: differing.join(', '), of: formatNumber(loci.length, language) })} {t('lines.transmissions', { count: transmissions, expected: formatFixed(expectedMutations, language, 3) })}</p>
      <details className={classes.details}>
        <summary>{t('lines.table')}</summary>
        <div className={classes.wide} tabIndex={0} role="group" aria-label={`${t('lines.table')}: ${label}`}>
          <table className={classes.rows}>
            <thead><tr><th scope="col">{t('lines.locus')}</th><th scope="col">{t('markers.remains')}</th><th scope="col">{label}</th><th scope="col" className={classes.number}>{t('lines.steps')}</th></tr></thead>
            <tbody>{loci.map((row) => <tr key={row.locus}><th scope="row">{row.locus}</th><td>{row.remains.join(', ')}</td><td>{row.relative.join(', ')}</td><td className={classes.number}>{row.steps === null ? '?' : formatNumber(row.steps, language)}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </>
  );
}
