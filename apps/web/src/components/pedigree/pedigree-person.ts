/** A member of a family as the picture needs them; members of the register and of a run both fit. */
export interface PedigreePerson {
  /** Label inside the family. */
  readonly id: string;
  /** Both parents are given, or neither. */
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly label?: string | undefined;
  readonly state?: 'alive' | 'dead' | 'missing' | 'unknown' | undefined;
  /** Whether a DNA profile of this member takes part. */
  readonly typed?: boolean | undefined;
}
