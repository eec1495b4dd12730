/** Something that a menu at the caret offers. */
export interface CaretChoice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly detail?: string;
}
