import { answerCase, explainCase, explainDvi } from '@imena/kinship';
import { answerNonGenetic } from '@imena/matching';
import { describeProblem, makeProblem, ProblemError } from '@imena/problem';
import { usageOf, type Call, type Command, type ExitCode } from '../command.ts';
import { readJson } from '../read-text.ts';
import type { CaseFile } from './case-file.ts';
import { adviseCase } from './kinship-advise.ts';
import { calibrateCases } from './kinship-calibrate.ts';
import { compareCases } from './kinship-families.ts';
import { compareLineages } from './kinship-lineage.ts';

const adviseOptions = ['threshold', 'relative', 'kit', 'frequencies', 'simulations', 'seed'] as const;
const calibrateOptions = ['theta', 'subpopulation', 'drop-out', 'population', 'simulations', 'seed'] as const;

/** Forms of the command beside plain cases, with the least and the greatest number of files each reads. */
const forms = { advise: [1, 1], calibrate: [1, Infinity], families: [2, Infinity], lineage: [1, 1] } as const;
type Form = keyof typeof forms;
const isForm = (word: string): word is Form => Object.hasOwn(forms, word);

const answerForm: Readonly<Record<Form, (cases: readonly CaseFile[], call: Call) => void>> = {
  advise: ([first], call) => { if (first !== undefined) adviseCase(first, call); },
  calibrate: calibrateCases,
  families: compareCases,
  lineage: ([first], call) => { if (first !== undefined) compareLineages(first, call); },
};

/** Likelihoods of `kinship-case/1` files, one JSON line a case; a refused case is a line too, and exit code 1 at the end. */
export const kinship: Command = {
  name: 'kinship',
  usage: '[--detail] CASE.json... | advise CASE.json | calibrate CASE.json... | families CASE.json CASE.json... | lineage FILE.json',
  summary: { en: 'likelihood ratios of relationship from kinship-case/1 files', uk: 'відношення правдоподібності споріднення з файлів kinship-case/1' },
  help: {
    en: 'Prints one JSON line a case: {"id", "expected"}, or {"id", "refused"} where a case cannot be answered exactly; then the exit code is 1 at the end. --detail adds to each what it rests on: genotypes, frequencies, algorithm, policies, marker by marker.\nadvise: what a further relative, more markers or another bone would bring to a case with a missing person [--threshold LR] [--relative ID,ID] [--kit NAME] [--frequencies TABLE] [--simulations N] [--seed N]\ncalibrate: whether LRs mean what they say, by simulated true and false pairs [--theta F] [--subpopulation F] [--drop-out P] [--population TABLE] [--simulations N] [--seed N]\nfamilies: whether the missing persons of two cases are one person, by the DNA of the families alone; every two of the cases\nlineage: Y-STR and mtDNA of remains against relatives of the line, from a kinship-lineage/1 file',
    uk: 'Виводить один рядок JSON на розрахунок: {"id", "expected"} або {"id", "refused"}, якщо точної відповіді немає; тоді код завершення наприкінці 1. --detail додає до кожного, на чому він стоїть: генотипи, частоти, алгоритм, правила, за маркерами.\nadvise: що дали б ще один родич, більше маркерів або інша кістка [--threshold LR] [--relative ID,ID] [--kit NAME] [--frequencies TABLE] [--simulations N] [--seed N]\ncalibrate: чи означають LR те, що кажуть, за змодельованими справжніми й хибними парами [--theta F] [--subpopulation F] [--drop-out P] [--population TABLE] [--simulations N] [--seed N]\nfamilies: чи зниклі з двох розрахунків є однією особою, лише за ДНК родин; кожні два розрахунки\nlineage: Y-STR і мтДНК останків проти родичів тієї самої лінії, з файлу kinship-lineage/1',
  },
  options: { ...Object.fromEntries([...adviseOptions, ...calibrateOptions].map((name) => [name, { type: 'string' }])), detail: { type: 'boolean' } },
  run: async (call) => {
    const [first, ...files] = call.positionals;
    if (first === undefined) throw usageOf(kinship);
    refuseForeignOptions(call, first);
    if (isForm(first)) {
      const [least, most] = forms[first];
      if (files.length < least || files.length > most) throw usageOf(kinship);
      const cases = await Promise.all(files.map(async (name) => ({ file: name, json: await readJson(name) })));
      answerForm[first](cases, call);
      return 0;
    }
    let code: ExitCode = 0;
    for (const file of call.positionals) if (!(await answerFile(file, call))) code = 1;
    return code;
  },
};

/** An option of another form of the command must not be passed over: `--theta` beside a plain case would seem to have been used. */
function refuseForeignOptions(call: Call, form: string): void {
  const known: readonly string[] = form === 'advise' ? adviseOptions : form === 'calibrate' ? calibrateOptions : [];
  const foreign = [...adviseOptions, ...calibrateOptions].find((name) => call.text(name) !== undefined && !known.includes(name));
  if (isForm(form) && call.flag('detail')) throw usageOf(kinship, describeProblem(makeProblem('cli.option_elsewhere', { option: '--detail' }), call.language));
  if (foreign !== undefined) throw usageOf(kinship, describeProblem(makeProblem('cli.option_elsewhere', { option: `--${foreign}` }), call.language));
}

async function answerFile(file: string, call: Call): Promise<boolean> {
  const { out, err, language } = call;
  try {
    const input = await readJson(file);
    const answer = isNonGenetic(input) ? answerNonGenetic(input) : answerCase(input);
    const named = answer.id === '' ? { ...answer, id: file } : answer;
    const isExplained = call.flag('detail') && 'expected' in answer && !isNonGenetic(input);
    out(JSON.stringify(isExplained ? { ...named, detail: explainCase(input) ?? explainDvi(input) } : named));
    if (!('refused' in answer)) return true;
    err(`${file}: ${describeProblem(makeProblem(answer.refused.code, answer.refused.details), language)}`);
  } catch (error) {
    if (error instanceof ProblemError) return refused(error.problem);
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
