import type { DatePhrase } from './said-dates.ts';
import type { Mention } from './mentions.ts';
import type { CueKind } from './languages/language.ts';
import type { Channel, Modality } from './types.ts';

/** A source, its reporting words and the tokens that it answers for. */
export interface Attribution {
  readonly sentence: number;
  /** Null: the same source as the attribution before. */
  readonly mention: Mention | null;
  readonly apposition: string | null;
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly contentFrom: number;
  readonly contentTo: number;
  readonly kind: CueKind;
  readonly modality: Modality | null;
  readonly saidOn: DatePhrase | null;
  readonly channel: Channel | null;
  readonly via: readonly string[];
  readonly rule: string;
  readonly confidence: number;
}

/** All of an attribution but its content: what a second content of the same source takes over. */
export type Source = Omit<Attribution, 'contentFrom' | 'contentTo'>;
