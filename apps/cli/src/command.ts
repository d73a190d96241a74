import { makeProblem, type Language, type Problem } from '@imena/problem';
import type { ParseArgsConfig } from 'node:util';

/** A sentence for people in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** What a command works with; tests give their own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One line for whoever asked: results. */
  readonly out: (line: string) => void;
  /** One line for people who watch: progress and refusals. */
  readonly err: (line: string) => void;
  /** Runs a command that needs much room in a thread of its own; without it every command runs here. */
  readonly inThread?: (given: readonly string[]) => Promise<ExitCode>;
}

/** A command as it was called. */
export interface Call extends Surroundings {
  readonly language: Language;
  readonly isJson: boolean;
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

/** 0 done, 1 refused with reasons, 2 called wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** What stands after the name, as in `[--full]`. */
  readonly usage: string;
  readonly summary: Words;
  /** Further lines of `--help`. */
  readonly help?: Words;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Not built yet: whatever is written after its name is refused by the command itself. */
  readonly isLater?: true;
  /** Makes and forgets so much that it runs in a thread with more room. */
  readonly isRoomy?: true;
  readonly run: (call: Call) => Promise<ExitCode>;
}

/** Called in a way that the command does not know: exit code 2. */
export class UsageError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'UsageError';
    this.problem = problem;
  }
}

/** Refuses a call whose arguments are not those of the command. */
export function usageOf(command: Pick<Command, 'name' | 'usage'>, reason = ''): UsageError {
  const usage = `imena ${command.name} ${command.usage}`.trim();
  return new UsageError(makeProblem('cli.usage', { usage: reason === '' ? usage : `${usage}\n${reason}` }));
}
