/** A choice of what is read: one language, or two side by side. */
export interface ReadLink {
  /** BCP 47; null: two. */
  language: string | null;
  text: string;
  /** What is heard instead of the text. */
  name: string;
  href: string;
}
