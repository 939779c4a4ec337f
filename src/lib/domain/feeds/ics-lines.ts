/** RFC 5545, 3.1: a line is at most 75 octets without its end; the rest follows after CR LF and a space. */
const longestLine = 75;
const encoder = new TextEncoder();

/** Folds between characters, never inside one: a reader may unfold after decoding. */
export function fold(line: string): string {
  if (encoder.encode(line).length <= longestLine) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > longestLine) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return `${folded}\r\n`;
}

// Control characters but the tab and the line feed, which is written as \n, and halves of a character (with the flag u: lone ones)
const notInText =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/gu;

/** The only ICS escaper: a TEXT value (RFC 5545, 3.3.11). */
export const icsText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(notInText, '')
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll('\n', '\\n');

/** A parameter's value in quotes; what quotes cannot hold is spelled as in RFC 6868. */
const icsParameter = (text: string): string =>
  `"${text.replace(/\r\n?/g, '\n').replace(notInText, '').replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")}"`;

type Parameters = Readonly<Record<string, string>>;

/** One property whose value is already spelled as its type wants it. */
export function property(name: string, value: string, parameters: Parameters = {}): string {
  const written = Object.entries(parameters).map(
    ([key, word]) => `;${key}=${/^[A-Za-z0-9/_+-]+$/.test(word) ? word : icsParameter(word)}`
  );
  return fold(`${name}${written.join('')}:${value}`);
}

export const textProperty = (name: string, text: string | null | undefined, parameters: Parameters = {}): string =>
  text ? property(name, icsText(text), parameters) : '';

/** A URI has no escape of its own: what a URI cannot hold is percent-encoded. */
export const uriProperty = (name: string, uri: string): string =>
  property(
    name,
    // eslint-disable-next-line no-control-regex
    uri.replace(/[\u0000-\u0020\u007f-\uffff"<>\\^`{|}]/g, (char) =>
      encodeURIComponent(char.isWellFormed() ? char : '\ufffd')
    )
  );
