import type { Json } from '@imena/problem';

/** What every control of a form takes. `value` is exactly what the statement's body will hold; undefined leaves it out. */
export interface ControlProps {
  readonly label: string;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly description?: string | undefined;
}
