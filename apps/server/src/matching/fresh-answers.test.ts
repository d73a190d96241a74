import { expect, it } from 'vitest';
import { FreshAnswers } from './fresh-answers.ts';

/** Work that ends when it is told to. */
function work<T>() {
  let settle: { done: (value: T) => void; fail: (error: Error) => void } = { done: () => undefined, fail: () => undefined };
  let count = 0;
  const compute = (): Promise<T> => new Promise<T>((resolve, reject) => {
    count += 1;
    settle = { done: resolve, fail: reject };
  });
  return { compute, finish: (value: T) => settle.done(value), fail: (error: Error) => settle.fail(error), times: () => count };
}

it('says that the first answer is being made, makes it once for all who ask, and keeps it', async () => {
  const answers = new FreshAnswers<string>(0);
  const slow = work<string>();
  expect(await answers.read('a', '1', slow.compute)).toEqual({ answer: null, making: true });
  expect(await answers.read('a', '1', slow.compute)).toEqual({ answer: null, making: true });
  slow.finish('first');
  await new Promise(setImmediate);
  expect(await answers.read('a', '1', slow.compute)).toEqual({ answer: 'first', making: false });
  expect(slow.times()).toBe(1);
});

it('gives what is there when the register has changed, says that a newer one is being made, and gives that next', async () => {
  const answers = new FreshAnswers<string>(0);
  await answers.read('a', '1', () => Promise.resolve('first'));
  await new Promise(setImmediate);
  const slow = work<string>();
  expect(await answers.read('a', '2', slow.compute)).toEqual({ answer: 'first', making: true });
  slow.finish('second');
  await new Promise(setImmediate);
  expect(await answers.read('a', '2', slow.compute)).toEqual({ answer: 'second', making: false });
});

it('answers at once what takes no time; accounts do not share answers', async () => {
  const answers = new FreshAnswers<string>(5000);
  expect(await answers.read('a', '1', () => Promise.resolve('of a'))).toEqual({ answer: 'of a', making: false });
  expect(await answers.read('b', '1', () => Promise.resolve('of b'))).toEqual({ answer: 'of b', making: false });
});

it('tells who waits that it was refused, keeps nothing of it, and begins anew', async () => {
  const answers = new FreshAnswers<string>(5000);
  await expect(answers.read('a', '1', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await answers.read('a', '1', () => Promise.resolve('now'))).toEqual({ answer: 'now', making: false });
});
