import { openCheckpoint } from '@imena/ledger';
import { contradictionsOf, type EvidenceRow } from '@imena/matching';
import type { Json } from '@imena/problem';
import type { CertificateAct, CertificateEvidence, CertificateInput, CertificateLimit, CertificatePerson, CertificateRemains, ReportLanguage } from '@imena/report';
import { agreedValue, decisionState, formatName, shownValue, type ListItem, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { caseKeyOf, gatherCase, type CaseRemains, type DecisionCase } from '../decision/gather-case.ts';
import type { ServerContext } from '../http/context.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { certificateDna, hasUnverifiedRates, isSymmetric } from './certificate-dna.ts';
import { evidenceWords } from './evidence-words.ts';
import { findAccountNames } from './report.queries.ts';
import { codeOf, plainText, recordOf, textOf, wordsOf } from '../register/read-fields.ts';

export interface CertificateRequest {
  readonly identification: Subject;
  readonly language: ReportLanguage;
  readonly printedAt: Date;
}

/**
 * Everything a certificate prints, read with the rights of the rules: who may print has been decided before.
 * @param names as the application role, which may read the names of accounts
 */
export async function gatherCertificate({ ledger }: ServerContext, inputs: RunInputs, names: Database, { identification, language, printedAt }: CertificateRequest): Promise<CertificateInput> {
  const tx = ledger.worker;
  const found = await gatherCase(tx, inputs, caseKeyOf(identification));
  const state = decisionState(identification);
  const account = await findAccountNames(names, [...new Set(identification.history.map((item) => item.by))]);
  const nameOf = (id: string): string => account.get(id) ?? id;
  const act = (item: ListItem): CertificateAct => {
    const explanation = item.value['explanation'];
    const signer = item.value['signerName'];
    return { name: typeof signer === 'string' ? signer : nameOf(item.by), at: item.at, ...(typeof explanation === 'string' ? { explanation } : {}) };
  };
  const proposal = identification.history.filter((item) => item.type === 'identification.proposed' && item.state === 'standing').at(-1);
  const site = await findSite(tx, found.remains[0]?.remains ?? null);
  const installation = await findFolded(tx, ledger.identity.installation);
  const run = found.key.run === null ? null : await findFolded(tx, found.key.run);
  const dna = await certificateDna(tx, identification, found, language);
  const missingParts = textOf(identification, 'missingParts');
  const checkpoint = openCheckpoint(ledger.state.checkpoint, ledger.identity);
  return {
    language, printedAt: printedAt.toISOString(),
    synthetic: identification.synthetic || found.person?.synthetic === true || found.remains.some((item) => item.remains.synthetic),
    installation: wordsOf(installation, 'name', language), code: codeOf(identification), stage: state.stage,
    ground: textOf(identification, 'ground') ?? '', argument: textOf(identification, 'argument') ?? '',
    person: certificatePerson(found),
    site: { code: textOf(site, 'code') ?? '', name: wordsOf(site, 'name', language) },
    remains: await Promise.all(found.remains.map((item) => certificateRemains(tx, item.remains))),
    ...(missingParts === undefined ? {} : { missingParts }), ...(dna === undefined ? {} : { dna }),
    otherGround: otherGround(identification),
    ...evidenceOf(identification, found, { language, nameOf }),
    proposed: { name: proposal === undefined ? '' : nameOf(proposal.by), at: proposal?.at ?? printedAt.toISOString() },
    reviews: state.reviews.map((item) => ({ ...act(item), verdict: plainText(item.value['verdict']) })),
    signatures: state.signatures.map((item) => ({ ...act(item), role: 'board', keyKind: plainText(item.value['keyKind']), key: plainText(item.value['key']) })),
    dissents: (identification.lists['dissents'] ?? []).map(act),
    certified: certifiedAct(identification),
    revoked: (identification.lists['revocations'] ?? []).map(act),
    limits: limitsOf(found, { missingParts, isDna: dna !== undefined }),
    decisionHash: state.hash,
    ...(run === null ? {} : { run: { id: run.id, code: codeOf(run), inputsHash: textOf(run, 'inputsHash') ?? '', software: textOf(run, 'software') ?? '' } }),
    entries: [...identification.history.map((item) => item.entry), ...(run?.history.map((item) => item.entry) ?? [])],
    checkpoint: { text: ledger.state.checkpoint, size: checkpoint.size.toString(), root: Buffer.from(checkpoint.root).toString('base64') },
  };
}

/** Found and reported values that agree, and those that contradict with the signed explanation where there is one. */
function evidenceOf(identification: Subject, { remains }: DecisionCase, { language, nameOf }: { readonly language: ReportLanguage; readonly nameOf: (id: string) => string }): { agrees: CertificateEvidence[]; contradicts: CertificateEvidence[] } {
  const resolutions = identification.lists['resolutions'] ?? [];
  const rowsOf = (verdict: EvidenceRow['verdict']): EvidenceRow[] => remains.flatMap(({ evidence }) => evidence.filter((row) => row.verdict === verdict));
  const inWords = ({ key, found, reported }: EvidenceRow): CertificateEvidence => ({ kind: key, found: evidenceWords(key, found, language), reported: evidenceWords(key, reported, language) });
  // In the order of the rows that contradict: the list gives each its key, by which it was explained.
  const listed = contradictionsOf(remains.map(({ code, evidence }) => ({ code, rows: evidence })));
  const contradicts = rowsOf('contradicts').map((row, i) => {
    const resolution = resolutions.find((item) => item.value['key'] === listed[i]?.key);
    const explained = resolution === undefined ? {} : { resolution: { explanation: plainText(resolution.value['explanation']), by: nameOf(resolution.by), at: resolution.at } };
    return { ...inWords(row), ...explained };
  });
  return { agrees: rowsOf('agrees').map(inWords), contradicts };
}

function certificatePerson({ person }: DecisionCase): CertificatePerson {
  const forms = (person?.fields['names'] ?? []).flatMap((standing) => (Array.isArray(standing.value) ? (standing.value as readonly Json[]) : []));
  const names = [...new Map(forms.map((form) => [formatName(form), plainText(recordOf(form)['kind'] ?? 'as_said')])).entries()].map(([text, kind]) => ({ kind, text }));
  const lastSeen = recordOf(person === null ? undefined : shownValue(person, 'lastSeen'));
  const place = recordOf(lastSeen['place'])['asSaid'];
  const sex = textOf(person, 'sex');
  const birthDate = textOf(person, 'birthDate');
  return {
    code: person === null ? '' : codeOf(person), names: names.length > 0 ? names : [{ kind: 'as_said', text: '—' }],
    ...(sex === undefined ? {} : { sex }), ...(birthDate === undefined ? {} : { birthDate }),
    ...(typeof lastSeen['when'] === 'string' ? { lastSeenOn: lastSeen['when'] } : {}), ...(typeof place === 'string' ? { lastSeenPlace: place } : {}),
  };
}

async function certificateRemains(tx: Database, remains: Subject): Promise<CertificateRemains> {
  const grave = textOf(remains, 'grave');
  const number = grave === undefined ? undefined : textOf(await findFolded(tx, grave), 'number');
  const bag = textOf(remains, 'bag');
  return {
    code: codeOf(remains), completeness: textOf(remains, 'completeness') ?? '', ...(bag === undefined ? {} : { bag }), ...(number === undefined ? {} : { grave: number }),
    aliases: (remains.lists['aliases'] ?? []).map((item) => ({ alias: plainText(item.value['alias']), origin: plainText(item.value['origin']) })),
  };
}

export async function findSite(tx: Database, remains: Subject | null): Promise<Subject | null> {
  const site = textOf(remains, 'site');
  return site === undefined ? null : findFolded(tx, site);
}

function otherGround(identification: Subject): NonNullable<CertificateInput['otherGround']> {
  const [examiner, verifier, authorityReason] = [textOf(identification, 'examiner'), textOf(identification, 'verifier'), textOf(identification, 'authorityReason')];
  return { ...(examiner === undefined ? {} : { examiner }), ...(verifier === undefined ? {} : { verifier }), ...(authorityReason === undefined ? {} : { authorityReason }) };
}

function certifiedAct(identification: Subject): CertificateInput['certified'] {
  const { authority, number, on } = recordOf(agreedValue(identification, 'certificate'));
  return typeof authority === 'string' && typeof number === 'string' && typeof on === 'string' ? { authority, number, on } : null;
}

function limitsOf(found: DecisionCase, { missingParts, isDna }: { readonly missingParts: string | undefined; readonly isDna: boolean }): CertificateLimit[] {
  const isWhole = (item: CaseRemains): boolean => shownValue(item.remains, 'completeness') === 'complete';
  const dna: CertificateLimit[] = isDna
    ? [
      ...confirmationLimit(found), ...(isSymmetric(found) ? [{ kind: 'siblings_not_told_apart' } as const] : []),
      ...(hasUnverifiedRates(found.input) ? [{ kind: 'rates_unverified' } as const] : []), { kind: 'population_of_table' }, { kind: 'scale_unverified' },
    ]
    : [];
  return missingParts !== undefined || !found.remains.every(isWhole) ? [...dna, { kind: 'parts_not_covered' }] : dna;
}

/** A number that the second solver confirmed has no such limit; one beyond its reach says so. */
function confirmationLimit({ best }: DecisionCase): CertificateLimit[] {
  return best?.confirmation.kind === 'agrees' ? [] : [{ kind: 'second_solver_not_run' }];
}
