import { parseArgs } from 'node:util';
import { describeProblem, makeProblem, ProblemError, type Language, type Problem } from '@imena/problem';
import { UsageError, usageOf, type Call, type Command, type ExitCode, type Surroundings } from './command.ts';
import { commands } from './commands/index.ts';
import { languageOf } from './language-of.ts';
import { describeAll, describeCommand } from './describe-commands.ts';

/** Runs one command of `imena`; never ends the process itself. */
export async function runCli(given: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { language, args, wrong } = languageOf(given, surroundings.environment);
  const [name, ...rest] = args;
  const isJson = rest.includes('--json');
  try {
    if (wrong !== null) throw new UsageError(makeProblem('cli.language_unknown', { value: wrong }));
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      (name === undefined ? surroundings.err : surroundings.out)(describeAll(language));
      return name === undefined ? 2 : 0;
    }
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw new UsageError(makeProblem('cli.command_unknown', { command: name }));
    if (rest.includes('--help') || rest.includes('-h')) {
      surroundings.out(describeCommand(command, language));
      return 0;
    }
    if (command.isRoomy === true && surroundings.inThread !== undefined) return await surroundings.inThread(given);
    return await command.run(readCall(command, rest, { ...surroundings, language, isJson }));
  } catch (error) {
    if (error instanceof UsageError) return tell(error.problem, 2);
    if (error instanceof ProblemError) return tell(error.problem, 1);
    throw error;
  }

  function tell(problem: Problem, code: ExitCode): ExitCode {
    const words = describeProblem(problem, language);
    if (isJson) surroundings.out(JSON.stringify({ problem, words }));
    surroundings.err(words);
    return code;
  }
}

function readCall(command: Command, args: readonly string[], around: Surroundings & Pick<Call, 'language' | 'isJson'>): Call {
  const { values, positionals } = parse(command, args, around.language);
  return {
    ...around, positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values[option] === true,
  };
}

function parse(command: Command, args: readonly string[], language: Language): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const options = { ...command.options, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals, tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: command.isLater !== true, tokens: true });
    refuseTwice(tokens);
    return { values, positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usageOf(command, describeProblem(problemOf(error), language));
  }
}

/** Of two values of one option the last would win in silence. */
function refuseTwice(tokens: readonly { readonly kind: string; readonly name?: string }[]): void {
  const names = tokens.flatMap((token) => (token.kind === 'option' && token.name !== undefined ? [token.name] : []));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new UsageError(makeProblem('cli.option_twice', { option: `--${twice}` }));
}

/** What Node says of an option, in our words; its own are English only and speak of a positional argument. */
function problemOf(error: TypeError): Problem {
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? '';
  return makeProblem('code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'cli.option_unknown' : 'cli.option_value', { option });
}
