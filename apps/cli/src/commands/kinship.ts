import { answerCase, explainCase, explainDvi, KinshipError, readPolicies } from '@imena/kinship';
import { answerNonGenetic } from '@imena/matching';
import { describeProblem, makeProblem, ProblemError, refuse } from '@imena/problem';
import { usageOf, type Call, type Command, type ExitCode } from '../command.ts';
import { refuseElsewhere } from '../number-option.ts';
import { policiesOf, policyOptions } from '../policy-options.ts';
import { readJson } from '../read-text.ts';
import type { CaseFile } from './case-file.ts';
import { adviseCase } from './kinship-advise.ts';
import { calibrateCases } from './kinship-calibrate.ts';
import { compareCases } from './kinship-families.ts';
import { compareLineages } from './kinship-lineage.ts';

/** Forms of the command beside plain cases: the least and the greatest number of files each reads, and its options. */
const forms = {
  advise: { files: [1, 1], options: ['threshold', 'relative', 'kit', 'frequencies', 'simulations', 'seed', ...policyOptions], answer: ([first], call) => { if (first !== undefined) adviseCase(first, call); } },
  calibrate: { files: [1, Infinity], options: ['theta', 'subpopulation', 'drop-out', 'population', 'simulations', 'seed', 'min-frequency', 'rescale'], answer: calibrateCases },
  families: { files: [2, Infinity], options: policyOptions, answer: compareCases },
  lineage: { files: [1, 1], options: [], answer: ([first], call) => { if (first !== undefined) compareLineages(first, call); } },
} as const satisfies Readonly<Record<string, { files: readonly [number, number]; options: readonly string[]; answer: (cases: readonly CaseFile[], call: Call) => void }>>;
const isForm = (word: string): word is keyof typeof forms => Object.hasOwn(forms, word);

const flags = ['detail', 'rescale'] as const;
const plainOptions: readonly string[] = ['detail', ...policyOptions];
const allOptions: readonly string[] = [...new Set([...plainOptions, ...Object.values(forms).flatMap((form): readonly string[] => form.options)])];

/** Likelihoods of `kinship-case/1` files, one JSON line a case; a refused case is a line too, and exit code 1 at the end. */
export const kinship: Command = {
  name: 'kinship',
  usage: '[--detail] [--outside-allele P] [--min-frequency P] [--rescale] CASE.json... | advise CASE.json | calibrate CASE.json... | families CASE.json CASE.json... | lineage FILE.json',
  summary: { en: 'likelihood ratios of relationship from kinship-case/1 files', uk: 'відношення правдоподібності споріднення з файлів kinship-case/1' },
  help: {
    en: 'Prints one JSON line a case: {"id", "expected"}, or {"id", "refused"} where a case cannot be answered exactly; then the exit code is 1 at the end. --detail adds to each what it rests on: genotypes, frequencies, algorithm, policies, marker by marker, and the case itself: a line of --detail kept as a file is answered again, to the same bytes.\nWhere data and frequencies do not fit, a case is refused, unless the case ("policies") or the command chooses otherwise; what was changed is named in the answer: --outside-allele P gives an allele that the table lacks this frequency; --min-frequency P raises rarer ones to it, and gives it to such alleles too; --rescale divides frequencies by their sum.\nadvise: what a further relative, more markers or another bone would bring to a case with a missing person [--threshold LR] [--relative ID,ID] [--kit NAME] [--frequencies TABLE] [--simulations N] [--seed N]\ncalibrate: whether LRs mean what they say, by simulated true and false pairs, with the theta and the drop-out and drop-in of the case; under stress too: a subpopulation, alleles of the remains lost with probability P (beyond what the case says), once unnoticed and once stated to the calculation, another population [--theta F] [--subpopulation F] [--drop-out P] [--population TABLE] [--simulations N] [--seed N]\nfamilies: whether the missing persons of two cases are one person, by the DNA of the families alone; every two of the cases\nlineage: Y-STR and mtDNA of remains against relatives of the line, from a kinship-lineage/1 file',
    uk: 'Виводить один рядок JSON на розрахунок: {"id", "expected"} або {"id", "refused"}, якщо точної відповіді немає; тоді код завершення наприкінці 1. --detail додає до кожного, на чому він стоїть: генотипи, частоти, алгоритм, правила, за маркерами, і сам розрахунок: рядок із --detail, збережений як файл, дає ті самі байти знову.\nДе дані й частоти не узгоджуються, розрахунок відхиляється, якщо він сам ("policies") або команда не обирає іншого; змінене названо у відповіді: --outside-allele P дає алелю, якого немає в таблиці, цю частоту; --min-frequency P піднімає до неї рідкісніші й дає її й таким алелям; --rescale ділить частоти на їх суму.\nadvise: що дали б ще один родич, більше маркерів або інша кістка [--threshold LR] [--relative ID,ID] [--kit NAME] [--frequencies TABLE] [--simulations N] [--seed N]\ncalibrate: чи означають LR те, що кажуть, за змодельованими справжніми й хибними парами, з тета, випадінням і появою алелів розрахунку; також у гірших умовах: підпопуляція, алелі останків втрачено з імовірністю P (понад сказане в розрахунку), раз непомічено, раз із відома обчислення, інша популяція [--theta F] [--subpopulation F] [--drop-out P] [--population TABLE] [--simulations N] [--seed N]\nfamilies: чи зниклі з двох розрахунків є однією особою, лише за ДНК родин; кожні два розрахунки\nlineage: Y-STR і мтДНК останків проти родичів тієї самої лінії, з файлу kinship-lineage/1',
  },
  options: Object.fromEntries(allOptions.map((name) => [name, { type: (flags as readonly string[]).includes(name) ? 'boolean' : 'string' }])),
  run: async (call) => {
    const [first, ...files] = call.positionals;
    if (first === undefined) throw usageOf(kinship);
    refuseForeignOptions(call, first);
    if (isForm(first)) {
      const { files: [least, most], answer } = forms[first];
      if (files.length < least || files.length > most) throw usageOf(kinship);
      answer(await Promise.all(files.map(async (name) => ({ file: name, json: withPolicies(caseOf(await readJson(name)), call) }))), call);
      return 0;
    }
    let code: ExitCode = 0;
    for (const file of call.positionals) if (!(await answerFile(file, call))) code = 1;
    return code;
  },
};

/** An option of another form of the command must not be passed over: `--theta` beside a plain case would seem to have been used. */
function refuseForeignOptions(call: Call, form: string): void {
  const known: readonly string[] = isForm(form) ? forms[form].options : plainOptions;
  refuseElsewhere(call, allOptions.filter((name) => !known.includes(name)));
}

/** A case, or the case that an answer with --detail carries. */
function caseOf(json: unknown): unknown {
  return isRow(json) && json.schema === undefined && isRow(json.case) ? json.case : json;
}

/** The case with the policies of the command line over its own, so that every part of the answer takes them from one place. */
function withPolicies(json: unknown, call: Call): unknown {
  if (policiesOf(call) === null || !isRow(json)) return json;
  // A mutation matrix and sex, age or hair have no frequencies to choose policies for.
  if (/^[fm]/.test(String(json.category))) return refuse('cli.option_elsewhere', { option: policyOptions.filter((name) => call.text(name) !== undefined || call.flag(name)).map((name) => `--${name}`).join(', ') });
  return { ...json, policies: policiesOf(call, readPolicies(json.policies ?? {}, 'policies')) };
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a case is asked with; the rest of its file bears on nothing. */
const asked = ['schema', 'id', 'category', 'theta', 'markers', 'pedigrees', 'dvi', 'profiles', 'reference', 'missing', 'typing', 'linkage', 'policies', 'alleles', 'freqs', 'parameters', 'nonGenetic'] as const;

function onlyAsked(json: unknown): object {
  return isRow(json) ? Object.fromEntries(asked.flatMap((name) => (json[name] === undefined ? [] : [[name, json[name]]]))) : {};
}

async function answerFile(file: string, call: Call): Promise<boolean> {
  const { out, err, language } = call;
  try {
    const input = withPolicies(caseOf(await readJson(file)), call);
    const answer = isNonGenetic(input) ? answerNonGenetic(input) : answerCase(input);
    const named = answer.id === '' ? { ...answer, id: file } : answer;
    const isExplained = call.flag('detail') && 'expected' in answer;
    out(JSON.stringify(isExplained ? { ...named, detail: isNonGenetic(input) ? null : (explainCase(input) ?? explainDvi(input)), case: onlyAsked(input) } : named));
    if (!('refused' in answer)) {
      if ('takenAsIndependent' in answer) for (const pair of answer.takenAsIndependent ?? []) err(`${file}: ${describeProblem(makeProblem('kinship.linkage.taken_as_independent', pair), language)}`);
      return true;
    }
    err(`${file}: ${describeProblem(makeProblem(answer.refused.code, answer.refused.details), language)}`);
  } catch (error) {
    if (error instanceof ProblemError) return refused(error.problem);
    if (error instanceof KinshipError) return refused(makeProblem(error.code, error.details, { file }));
    throw error;
  }
  return false;

  function refused(problem: ProblemError['problem']): false {
    out(JSON.stringify({ id: file, refused: { code: problem.code, details: problem.details } }));
    err(describeProblem(problem, language));
    return false;
  }
}

/** Sex, age, hair and the like are answered by the matching part, in the same shape. */
function isNonGenetic(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'category' in input && input.category === 'f.non_genetic';
}
