import { highestCode } from '../weigh/coded-rows.ts';

/** Codes of birth that begin alike are one group: 2^3 of them. */
export const groupBits = 3;

/**
 * Who a report asks for, as one code: its birth and the roles that its name surely has (`WordIndex.sureRoles`), so that one
 * look says what both say of it. Codes of equal roles stand together, in the order of births.
 */
export class WhoCodes {
  /** By report. */
  readonly codes: Int32Array;
  /** Codes of birth lie below it. */
  readonly births: number;
  /** The sets of roles that reports have. */
  readonly roles: readonly number[];
  /** Bits of a code that are its birth. */
  readonly birthBits: number;

  constructor(birth: Int16Array, sureRoles: Uint8Array) {
    this.births = 1 + highestCode(birth);
    this.birthBits = Math.max(groupBits, Math.ceil(Math.log2(this.births)));
    this.roles = [...new Set(sureRoles)].sort((a, b) => a - b);
    this.codes = Int32Array.from(birth, (code, report) => this.of(code, sureRoles[report] ?? 0));
  }

  /** All codes lie below it. */
  get count(): number {
    return (1 + (this.roles.at(-1) ?? 0)) << this.birthBits;
  }

  of(birth: number, roles: number): number {
    return (roles << this.birthBits) | birth;
  }

  rolesOf(who: number): number {
    return who >> this.birthBits;
  }

  birthOf(who: number): number {
    return who & ((1 << this.birthBits) - 1);
  }
}
