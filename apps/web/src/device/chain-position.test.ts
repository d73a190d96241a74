import { describe, expect, it } from 'vitest';
import { choosePosition } from './chain-position.ts';

const at = (seq: number, prev: string | null = seq === 0 ? null : `hash${seq - 1}`) => ({ seq, prev });
const codeOf = (choice: ReturnType<typeof choosePosition>) => (choice.kind === 'problem' ? choice.problem.code : choice.position);

describe('the place of the next entry in a device’s chain', () => {
  it('begins at zero where neither side knows an entry', () => {
    expect(codeOf(choosePosition({ local: null, acknowledged: 0, server: at(0) }))).toEqual(at(0));
    expect(codeOf(choosePosition({ local: null, acknowledged: 0, server: null }))).toEqual(at(0));
  });
  it('follows the device’s own unsent entries, which the server does not know yet', () => {
    expect(codeOf(choosePosition({ local: at(7), acknowledged: 5, server: at(5) }))).toEqual(at(7));
    expect(codeOf(choosePosition({ local: at(7), acknowledged: 5, server: null }))).toEqual(at(7));
  });
  it('is refused where the server is ahead of the device or follows another entry: the device was copied', () => {
    expect(codeOf(choosePosition({ local: at(3), acknowledged: 3, server: at(4) }))).toBe('web.chain_fork');
    expect(codeOf(choosePosition({ local: at(3), acknowledged: 3, server: at(3, 'other') }))).toBe('web.chain_fork');
    expect(codeOf(choosePosition({ local: null, acknowledged: 0, server: at(2) }))).toBe('web.chain_fork');
  });
  it('is refused where the server forgot what it had acknowledged', () => {
    expect(codeOf(choosePosition({ local: at(6), acknowledged: 6, server: at(4) }))).toBe('web.chain_lost');
  });
});
