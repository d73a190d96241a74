import { z } from 'zod';

/** How often is asked while a newer answer is being made. */
const askAgainMs = 700;

/** What the server computes beside requests: what is there, and whether a newer one is being made. */
export function freshAnswer<T extends z.ZodType>(answer: T) {
  return z.object({ making: z.boolean(), answer: answer.nullable() });
}

interface WithData {
  readonly state: { readonly data?: { readonly making: boolean } | undefined };
}

/** Asks again as long as a newer answer is being made. */
export function askWhileMaking(query: WithData): number | false {
  return query.state.data?.making === true ? askAgainMs : false;
}
