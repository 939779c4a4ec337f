/** What a form is given back when what was sent could not be taken: `fail(422, state)` on the server, `form` on the page. */
export interface FormState {
  /** What is wrong with the whole, in the person's language. */
  message: string;
  /** What is wrong with a field, by its name. */
  issues: Readonly<Record<string, string>>;
  /** What was typed, by field; passwords never come back. */
  typed: Readonly<Record<string, string>>;
  /** The session ended while the form was open: sign in elsewhere, then send it again. */
  signedOut?: boolean;
}
