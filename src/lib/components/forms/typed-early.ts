type Field = HTMLInputElement | HTMLTextAreaElement;

const isTyped = (field: Field): boolean =>
  field.type !== 'hidden' && field.type !== 'file' && field.value !== field.defaultValue;

const early = new Map<Field, string>();

/** Notes what was typed before the page's script came; taking the page over sets fields back to what the server wrote. */
export function keepTyped(): void {
  for (const field of document.querySelectorAll<Field>('input, textarea')) {
    if (isTyped(field)) early.set(field, field.value);
  }
}

/** Writes it into the fields again, once the page is taken over, as if it were typed now. */
export function putTypedBack(): void {
  for (const [field, value] of early) {
    if (field.isConnected && field.value !== value) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  early.clear();
}
