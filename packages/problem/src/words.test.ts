import { describe, expect, it } from 'vitest';
import { describeProblem, makeProblem } from './index.ts';

describe('the words of a Problem', () => {
  it('say an operating system’s reason in the reader’s language, with its code', () => {
    const problem = makeProblem('cli.file_unreadable', { file: 'звіт.txt', reason: "ENOENT: no such file or directory, open 'звіт.txt'" });
    expect(describeProblem(problem, 'uk')).toBe('Не вдається прочитати файл звіт.txt: такого файлу чи теки немає (ENOENT)');
    expect(describeProblem(problem, 'en')).toBe('The file звіт.txt cannot be read: there is no such file or folder (ENOENT)');
  });
  it('leave every other detail as it was given', () => {
    const of = (reason: string): string => describeProblem(makeProblem('cli.file_unreadable', { file: 'x', reason }), 'uk');
    for (const reason of ['EVERYBODY said so', 'ENTIRELY: other words', 'E', '']) expect(of(reason)).toBe(`Не вдається прочитати файл x: ${reason}`);
  });
});
