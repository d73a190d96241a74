import { posterior, type TypingModel } from '@imena/kinship';
import type { RunInput, RunMutation } from '@imena/matching';
import type { CertificateDna, ReportLanguage } from '@imena/report';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { DecisionCase } from '../decision/gather-case.ts';
import { findFoldedMany } from '../matching/pair-subjects.queries.ts';
import { textOf } from '../register/read-fields.ts';

/** What a certificate says of the DNA: recomputed from the run's own input; undefined on another ground. */
export async function certificateDna(tx: Database, identification: Subject, found: DecisionCase, language: ReportLanguage): Promise<CertificateDna | undefined> {
  const { best, input, context } = found;
  if (best === null || input === null || agreedValue(identification, 'ground') !== 'dna') return undefined;
  const priorExplanation = textOf(identification, 'priorExplanation');
  const { score, prior } = best;
  const { probability, complement } = posterior(score.lnLr, prior);
  const even = posterior(score.lnLr, 0.5);
  return {
    references: await references(tx, input, found),
    markersUsed: score.perMarker.filter((item) => item.dropped === undefined).map(({ marker, lnLr }) => ({ marker, log10Lr: lnLr / Math.LN10 })),
    markersDropped: score.perMarker.flatMap(({ marker, dropped }) => (dropped === undefined ? [] : [{ marker, reason: dropped }])),
    frequencyTable: { name: input.population.name, source: input.population.source },
    theta: input.parameters.theta, mutation: mutationWords(input.parameters.mutation, language), minimumFrequency: input.parameters.minimumFrequency,
    ...lowTemplateOf(input, found), lnLr: score.lnLr, prior, ...(priorExplanation === undefined ? {} : { priorExplanation }),
    posterior: { probability, complement }, posteriorWithoutPrior: { probability: even.probability, complement: even.complement }, threshold: context.dnaThreshold,
  };
}

/** Profiles of the case that were calculated with drop-out and drop-in, by the codes that the certificate calls them. */
function lowTemplateOf(input: RunInput, { best, context, remains }: DecisionCase): Pick<CertificateDna, 'lowTemplate'> {
  const ofRelatives = (best?.members ?? []).flatMap((member) => input.references.filter((one) => one.profile === member.profile).map((profile) => ({ profile, of: context.pedigree.find((item) => item.id === member.id)?.label ?? member.id })));
  const ofRemains = remains.filter((one) => one.dna === best).flatMap(({ remains: { id }, code }) => input.remains.filter((one) => one.of === id).map((profile) => ({ profile, of: code })));
  const lowTemplate = [...ofRemains, ...ofRelatives].flatMap(({ profile: { typing }, of }) => {
    if (typing === undefined) return [];
    const line = ({ dropOut, homozygoteDropOut = dropOut ** 2, dropIn = 0 }: TypingModel) => ({ dropOut, homozygoteDropOut, dropIn });
    return [{ of, ...line(typing) }, ...Object.entries(typing.markers ?? {}).map(([marker, model]) => ({ of, marker, ...line(model) }))];
  });
  return lowTemplate.length === 0 ? {} : { lowTemplate };
}

async function references(tx: Database, input: RunInput, { best, context }: DecisionCase): Promise<CertificateDna['references']> {
  const typed = (best?.members ?? []).flatMap((member) => input.references.filter((item) => item.profile === member.profile).map((profile) => ({ member, profile })));
  const subjects = await findFoldedMany(tx, typed.flatMap(({ profile }) => [profile.of, profile.profile]));
  const find = (id: string): Subject | null => subjects.find((subject) => subject.id === id) ?? null;
  return typed.map(({ member, profile }) => {
    const relative = find(profile.of);
    const asTold = textOf(relative, 'relationAsTold');
    const kit = textOf(find(profile.profile), 'kit');
    return {
      code: textOf(relative, 'code') ?? context.pedigree.find((item) => item.id === member.id)?.label ?? member.id,
      relation: textOf(relative, 'relation') ?? 'other', ...(asTold === undefined ? {} : { relationAsTold: asTold }),
      markersTyped: Object.keys(profile.genotypes).length, ...(kit === undefined ? {} : { kit }),
    };
  });
}

const modelWords: Readonly<Record<ReportLanguage, Readonly<Record<RunMutation['model'], string>>>> = {
  en: { none: 'none', per_locus: 'stepwise, rates by locus and sex of the parent, range 0.1', stepwise: 'stepwise', equal: 'equal probabilities', proportional: 'proportional to frequencies' },
  uk: { none: 'без мутацій', per_locus: 'покрокова, частоти за локусом і статтю батьків, діапазон 0,1', stepwise: 'покрокова', equal: 'з рівними ймовірностями', proportional: 'пропорційна до частот' },
};

function mutationWords(mutation: RunMutation, language: ReportLanguage): string {
  const words = modelWords[language][mutation.model];
  return mutation.model === 'none' || mutation.model === 'per_locus' ? words : `${words}, ♀ ${mutation.rateFemale}, ♂ ${mutation.rateMale}`;
}

export function hasUnverifiedRates(input: RunInput | null): boolean {
  return input?.parameters.mutation.model === 'per_locus';
}

/** Labels of full siblings and others whom the DNA of this family does not tell apart from the person. */
export function isSymmetric({ best }: DecisionCase): boolean {
  return best?.alternatives.some((alternative) => alternative.symmetric) ?? false;
}
