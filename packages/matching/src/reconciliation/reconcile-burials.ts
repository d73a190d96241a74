import { refuse } from '@imena/problem';
import { checkCounts } from './check-counts.ts';
import { checkLine } from './check-line.ts';
import { checkMarkerPlaces } from './check-marker-places.ts';
import { checkSeries } from './check-series.ts';
import { makeMismatch } from './make-mismatch.ts';
import { proposeLinks } from './propose-links.ts';
import type { JournalLink, Mismatch, ReconciledLine, Reconciliation, ReconciliationDecision, ReconciliationInput } from './types.ts';
import { prepareLists, type PreparedGrave, type PreparedLists, type PreparedRow } from './weigh-link.ts';

/**
 * Burial journal = markers = graves = individuals found: which belong together, and every mismatch with its reason. Links
 * are proposals with their weights and alternatives; a person's decisions (`decisions`) stand over them, and an explained
 * mismatch stays in the list with its explanation. Nothing is decided by itself. The same lists give the same result.
 * @throws Problem `matching.listed_twice`, `matching.people_listed`, `matching.decision_bare`, `matching.decisions_contradict`
 */
export function reconcileBurials(input: ReconciliationInput, decisions: readonly ReconciliationDecision[] = []): Reconciliation {
  checkInput(input, decisions);
  const lists = prepareLists(input);
  const { links, alternatives } = proposeLinks(lists, decisions);
  const rowsOf = linkedRows(links, lists);
  const found = [...checkSeries(input), ...lists.graves.flatMap((grave) => checkLine(grave, rowsOf(grave), lists.rows)), ...checkMarkerPlaces(lists, rowsOf), ...checkCounts(lists, links), ...checkAlone(input, lists, links)];
  const explanations = new Map(decisions.flatMap((decision) => (decision.kind === 'explained' ? [[decision.mismatch, { by: decision.by, reason: decision.reason }]] : [])));
  const mismatches = found.map((mismatch) => ({ ...mismatch, explained: explanations.get(mismatch.key) ?? null }));
  return { lines: linesOf(input, lists, { links, alternatives, mismatches }), mismatches, stale: staleOf(input, decisions, mismatches) };
}

/** The journal lines linked to a grave, in the order of the journal. */
function linkedRows(links: readonly JournalLink[], { rows }: PreparedLists): (grave: PreparedGrave) => PreparedRow[] {
  const places = new Map(rows.map(({ row }, place) => [row.id, place]));
  const byGrave = new Map<string, Set<number>>();
  for (const { grave, journal } of links) {
    const place = places.get(journal);
    if (place === undefined) continue;
    const known = byGrave.get(grave);
    if (known === undefined) byGrave.set(grave, new Set([place]));
    else known.add(place);
  }
  return ({ grave }) => [...(byGrave.get(grave.id) ?? [])].sort((a, b) => a - b).flatMap((place) => rows[place] ?? []);
}

/** What belongs to nothing else. */
function checkAlone({ journal, markers, graves, individuals }: ReconciliationInput, lists: PreparedLists, links: readonly JournalLink[]): Mismatch[] {
  const known = new Set(graves.map(({ id }) => id));
  const linked = { journal: new Set(links.map(({ journal: line }) => line)), graves: new Set(links.map(({ grave }) => grave)) };
  return [
    ...lists.graves.filter(({ grave }) => !linked.graves.has(grave.id))
      .map(({ grave, individuals: inside, numbers }) => makeMismatch('grave_without_journal', { graves: [grave.id], individuals: inside.map(({ individual }) => individual.id) }, { grave: numbers[0]?.key ?? null, found: inside.length })),
    ...journal.filter(({ id }) => !linked.journal.has(id)).map(({ id, number, name }) => makeMismatch('journal_without_grave', { journal: [id] }, { number, name })),
    ...markers.filter(({ grave }) => grave === null || !known.has(grave)).map(({ id, number, name, grave }) => makeMismatch('marker_without_grave', { markers: [id] }, { number, name, grave })),
    ...individuals.filter(({ grave }) => grave === null || !known.has(grave)).map(({ id, grave }) => makeMismatch('individual_without_grave', { individuals: [id] }, { grave })),
  ];
}

interface Outcome {
  readonly links: readonly JournalLink[];
  readonly alternatives: readonly JournalLink[];
  readonly mismatches: readonly Mismatch[];
}

/** Alternatives shown with a line; all others are reached by lowering the list. */
const mostAlternatives = 5;

/** One line a grave in the order given, then journal lines, markers and individuals that have none. */
function linesOf({ journal, markers, individuals }: ReconciliationInput, lists: PreparedLists, { links, alternatives, mismatches }: Outcome): ReconciledLine[] {
  const about = (list: 'journal' | 'markers' | 'graves' | 'individuals', ids: readonly string[]): string[] =>
    mismatches.filter(({ subjects }) => subjects[list].some((id) => ids.includes(id))).map(({ key }) => key);
  const graveLines = lists.graves.map((grave): ReconciledLine => {
    const own = links.filter((link) => link.grave === grave.grave.id);
    const ids = own.map((link) => link.journal);
    const rows = journal.filter(({ id }) => ids.includes(id));
    return {
      grave: grave.grave.id, journal: rows.map(({ id }) => id), markers: grave.markers.map(({ marker }) => marker.id), individuals: grave.individuals.map(({ individual }) => individual.id),
      listed: rows.length === 0 ? null : rows.reduce((sum, { people }) => sum + people, 0), found: grave.grave.emptied ? grave.individuals.length : null,
      links: own, alternatives: alternatives.filter((link) => link.grave === grave.grave.id || ids.includes(link.journal)).slice(0, mostAlternatives),
      mismatches: [...new Set([...about('graves', [grave.grave.id]), ...about('journal', ids), ...about('markers', grave.markers.map(({ marker }) => marker.id))])],
    };
  });
  const known = new Set(lists.graves.map(({ grave }) => grave.id));
  const alone: ReconciledLine = { grave: null, journal: [], markers: [], individuals: [], listed: null, found: null, links: [], alternatives: [], mismatches: [] };
  return [
    ...graveLines,
    ...journal.filter(({ id }) => !links.some((link) => link.journal === id))
      .map(({ id, people }) => ({ ...alone, journal: [id], listed: people, alternatives: alternatives.filter((link) => link.journal === id).slice(0, mostAlternatives), mismatches: about('journal', [id]) })),
    ...markers.filter(({ grave }) => grave === null || !known.has(grave)).map(({ id }) => ({ ...alone, markers: [id], mismatches: about('markers', [id]) })),
    ...individuals.filter(({ grave }) => grave === null || !known.has(grave)).map(({ id }) => ({ ...alone, individuals: [id], found: 1, mismatches: about('individuals', [id]) })),
  ];
}

function staleOf({ journal, graves }: ReconciliationInput, decisions: readonly ReconciliationDecision[], mismatches: readonly Mismatch[]): ReconciliationDecision[] {
  const keys = new Set(mismatches.map(({ key }) => key));
  return decisions.filter((decision) => decision.kind === 'explained'
    ? !keys.has(decision.mismatch)
    : !journal.some(({ id }) => id === decision.journal) || !graves.some(({ id }) => id === decision.grave));
}

function checkInput(input: ReconciliationInput, decisions: readonly ReconciliationDecision[]): void {
  for (const list of ['journal', 'markers', 'graves', 'individuals'] as const) {
    const seen = new Set<string>();
    for (const { id } of input[list]) {
      if (seen.has(id)) refuse('matching.listed_twice', { list, id });
      seen.add(id);
    }
  }
  for (const { id, people } of input.journal) if (!Number.isInteger(people) || people < 1) refuse('matching.people_listed', { id, people });
  const kinds = new Map<string, string>();
  for (const decision of decisions) {
    if (decision.by.trim() === '' || decision.reason.trim() === '') refuse('matching.decision_bare', {});
    if (decision.kind === 'explained') continue;
    const key = JSON.stringify([decision.journal, decision.grave]);
    if ((kinds.get(key) ?? decision.kind) !== decision.kind) refuse('matching.decisions_contradict', { journal: decision.journal, grave: decision.grave });
    kinds.set(key, decision.kind);
  }
}
