import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import {
  defaultSettings, leftOutKind, linkLimits, openMatching, weighKinds,
  type JudgedOccupant, type LeftOutKind, type OutsideWeight, type PlacesTaught, type Ranked, type WeightsFile,
} from '@imena/matching';
import { usageOf, type Call, type Command } from '../command.ts';
import { numberOf, refuseElsewhere } from '../number-option.ts';
import { matchInThreads } from '../match/match-in-threads.ts';
import type { ReadLists } from '../match/open-lists.ts';
import { readDna } from '../match/read-dna.ts';
import { readOccupied } from '../match/read-occupied.ts';
import { readWeights } from '../match/read-weights.ts';

/** A share as so many in a hundred. */
function inHundred(share: number, language: 'en' | 'uk'): string {
  return new Intl.NumberFormat(language).format(100 * share);
}

/** Ranked candidates for remains from two files of JSON lines, in the form that the scorer of the reference cases reads. */
export const match: Command = {
  name: 'match',
  isRoomy: true,
  usage: '--missing FILE --remains FILE [--dna FILE] [--occupied FILE] [--without KIND,...] [--no-prior] [--settings FILE] [--most N] [--reasons] [--workers N] | --missing FILE --duplicates [--settings FILE] [--workers N]',
  summary: { en: 'ranks who remains could be by all evidence, from two files of JSON lines', uk: 'упорядковує, ким можуть бути останки, за всіма ознаками, із двох файлів JSON' },
  help: {
    en: `Prints one JSON line a remains: {"pm", "candidates": [{"am", "p", "log10Lr"}], "links": [am]}, most probable first, then one for two reports that may be about one person: {"am_pair", "p", "log10Lr"}; with --duplicates only these. --dna adds the pairs that imena screen printed; --occupied takes older identifications and burials by others ({"am", "pm", "ground", "p", "by"} a line), which can be wrong, and prints a line for each: {"occupied", "prior", "p", "contradicted_by", "somebody_else"}. "links" are the candidates from the probability up at which, by the probabilities themselves, at most ${inHundred(linkLimits.ofNobody, 'en')} in 100 who are nobody of the list are linked and at most ${inHundred(linkLimits.wrong, 'en')} in 100 links are wrong, never below 0.5. The last line, {"run"}, tells this probability ("linkFrom"), prior, share on the list, name model and what was learned, of places too; a candidate whose probability is an approximation has "method". --without leaves kinds of evidence out (dna, name, sex, birth, age, height, hair, eyes, teeth, numbers, seen, place, military, marks, clothing, belongings); --no-prior gives each pair even odds. --settings takes weights that the application gave out (Matches, Weights): they are used as they stand and nothing is learned. With --reasons each candidate has "kinds": weight and reasons of each kind, contradictions first. --workers N uses so many threads (1, for long lists 2, if left out; each holds the reports in memory); the answer is the same. The software ranks; it never identifies.`,
    uk: `Виводить один рядок JSON на останки: {"pm", "candidates": [{"am", "p", "log10Lr"}], "links": [am]}, найімовірніші першими, потім по рядку на два повідомлення, що можуть бути про одну особу: {"am_pair", "p", "log10Lr"}; з --duplicates лише їх. --dna додає пари, які вивела imena screen; --occupied бере давніші ідентифікації та поховання, здійснені іншими (рядки {"am", "pm", "ground", "p", "by"}), які можуть бути хибними, і виводить рядок на кожну: {"occupied", "prior", "p", "contradicted_by", "somebody_else"}. "links" — кандидати від тієї ймовірності, за якої, судячи із самих імовірностей, зв’язок дістануть щонайбільше ${inHundred(linkLimits.ofNobody, 'uk')} зі 100 останків, яких немає в переліку, а хибними будуть щонайбільше ${inHundred(linkLimits.wrong, 'uk')} зв’язки зі 100; не нижче 0,5. Останній рядок, {"run"}, називає цю ймовірність ("linkFrom"), апріорну ймовірність, частку тих, хто є в переліку, модель імен і чого навчили переліки, про місця теж; кандидат, чия ймовірність наближена, має "method". --without вилучає види ознак (dna, name, sex, birth, age, height, hair, eyes, teeth, numbers, seen, place, military, marks, clothing, belongings); --no-prior дає кожній парі рівні шанси. --settings бере ваги, які видав застосунок (Збіги, Ваги): їх застосовано як є, нічого не навчають. З --reasons кожен кандидат має "kinds": вагу й пояснення кожного виду, суперечності першими. --workers N — кількість потоків (без неї 1, для довгих переліків 2; кожен тримає повідомлення в пам’яті); відповідь та сама. Програма впорядковує; вона ніколи не ідентифікує.`,
  },
  options: {
    missing: { type: 'string' }, remains: { type: 'string' }, most: { type: 'string' }, duplicates: { type: 'boolean' }, reasons: { type: 'boolean' },
    dna: { type: 'string' }, occupied: { type: 'string' }, without: { type: 'string' }, workers: { type: 'string' }, 'no-prior': { type: 'boolean' }, settings: { type: 'string' },
  },
  run: async (call) => {
    const missingFile = call.text('missing');
    const remainsFile = call.text('remains');
    const onlyDuplicates = call.flag('duplicates');
    if (missingFile === undefined || (remainsFile === undefined) !== onlyDuplicates || call.positionals.length > 0) throw usageOf(match);
    if (onlyDuplicates) refuseElsewhere(call, ['dna', 'occupied', 'without', 'most', 'reasons', 'no-prior']);
    const most = numberOf(call, 'most', { otherwise: 20, from: 1, to: 1e6, isWhole: true });
    const without = new Set(call.text('without')?.split(',').map((word) => leftOutKind(word.trim())) ?? []);
    const likely = call.text('workers') === undefined ? await likelyThreads([missingFile, ...(remainsFile === undefined ? [] : [remainsFile])]) : 1;
    const workers = numberOf(call, 'workers', { otherwise: likely, from: 1, to: 256, isWhole: true });
    const given = await readWeights(call.text('settings'));
    const files = { missing: missingFile, remains: remainsFile ?? null, without: [...without], weights: given === null ? null : { settings: given.settings, placesTaught: given.placesTaught } };
    const outside = await readOutside(call, without);
    const kept: ReadLists[] = [];
    const matched = await matchInThreads(call, {
      files, workers, options: { most, ...outside, ...(given === null ? {} : { learnFrom: 'documented' }), ...(call.flag('no-prior') ? { prior: 'even-odds' } : {}) },
      ...(call.flag('reasons') ? { onRead: (lists) => { kept.push(lists); } } : {}),
    });
    for (const id of matched.unknown) call.err(call.language === 'uk' ? `${id}: немає в жодному переліку.` : `${id}: in neither list.`);
    const [lists] = kept;
    const explain = lists === undefined ? null : explainer(lists, { ...matched, dna: outside.dna });
    for (let at = 0; at < matched.count; at++) {
      const { remains: pm, candidates } = matched.candidatesOf(at);
      call.out(JSON.stringify({
        pm,
        candidates: candidates.map(({ report, probability, log10Lr, method }) => ({ am: report, p: rounded(probability, 1e6), log10Lr: rounded(log10Lr, 1e3), method: method === 'exact' ? undefined : method, kinds: explain?.(at, report) })),
        links: candidates.filter(({ probability }) => probability >= matched.linkFrom).map(({ report }) => report),
      }));
    }
    for (const { a, b, probability, log10Lr } of matched.duplicates) call.out(JSON.stringify({ am_pair: [a, b], p: rounded(probability, 1e6), log10Lr: rounded(log10Lr, 1e3) }));
    for (const judged of matched.occupied) call.out(JSON.stringify(occupantLine(judged)));
    if (!onlyDuplicates) call.out(JSON.stringify({ run: runLine(matched, given) }));
    return 0;
  },
};

/** A second thread reads and opens the reports again: worth it only where they are long. */
const longBytes = 8_000_000;
/** Threads used unless told otherwise: each holds the reports in memory. */
const mostThreads = 2;

async function likelyThreads(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map((file) => stat(file).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0) < longBytes ? 1 : Math.min(mostThreads, availableParallelism());
}

/** What other files say of pairs; DNA that is left out is not read. */
async function readOutside(call: Call, without: ReadonlySet<LeftOutKind>) {
  const [dnaFile, occupiedFile] = [call.text('dna'), call.text('occupied')];
  return {
    dna: dnaFile === undefined || without.has('dna') ? [] : await readDna(dnaFile),
    occupied: occupiedFile === undefined ? [] : await readOccupied(occupiedFile),
  };
}

/** Under what the lists were compared: prior, share of individuals on the list, and every setting that is not the documented one, learned here or given. */
function runLine({ prior, onList, linkFrom, nameModel, settings, placesTaught }: Ranked, given: WeightsFile | null) {
  const documented = defaultSettings();
  const learned = Object.fromEntries(Object.entries(settings).filter(([name, value]) => value !== documented[name as keyof typeof documented]).map(([name, value]) => [name, rounded(value, 1e6)]));
  return { prior, onList: rounded(onList, 1e6), linkFrom: rounded(linkFrom, 1e6), nameModel, ...(placesTaught === null ? {} : { places: waysOf(placesTaught) }), ...(given === null ? { learned } : { weights: given.version, settings: learned }) };
}

/** Settlements whose people were found elsewhere than is documented, by their keys; people by where they are expected to lie. */
function waysOf({ settlements, imagined }: PlacesTaught) {
  const own = settlements.filter((one) => one.own >= 0.5).map(({ reported, own: probability, found }) => ({
    reported, p: rounded(probability, 1e3), found: Object.fromEntries(found.flatMap(([place, people]) => (people < 1 ? [] : [[place, rounded(people, 10)]]))),
  }));
  return { imagined, own };
}

function occupantLine({ occupied: { report, remains, ground, by }, prior, probability, contradictedBy, isSomebodyElse }: JudgedOccupant) {
  return {
    occupied: { am: report, pm: remains, ground, by }, prior: rounded(prior, 1e6), p: rounded(probability, 1e6),
    contradicted_by: contradictedBy.map((one) => ({ pm: one.remains, p: rounded(one.probability, 1e6) })),
    somebody_else: isSomebodyElse === null ? null : { am: isSomebodyElse.report, p: rounded(isSomebodyElse.probability, 1e6) },
  };
}

/** The weight of every kind of evidence of a pair, under the settings that the comparison learned; what contradicts first. */
function explainer({ missing, remains, counted: { population } }: ReadLists, { settings, placesTaught, dna }: Pick<Ranked, 'settings' | 'placesTaught'> & { readonly dna: readonly OutsideWeight[] }) {
  const matching = openMatching(missing, remains, { settings, placesTaught, population });
  const places = new Map(missing.map(({ id }, at) => [id, at]));
  return (at: number, report: string) => {
    const found = remains.at(at);
    const place = places.get(report);
    if (found === undefined || place === undefined) return [];
    const kinds = weighKinds(matching, found, place, dna).kinds;
    return kinds.map(({ kind, log10Lr, reason, words }) => ({ kind, log10Lr: rounded(log10Lr, 1e3), reason, ...(words.en.length === 0 ? {} : { words }) }));
  };
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
