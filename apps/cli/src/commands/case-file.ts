/** A case as its file holds it, not read yet, with the name that refusals tell. */
export interface CaseFile {
  readonly file: string;
  readonly json: unknown;
}
