/** Text that is XML already. Only `element` and `document` make it, so nothing is escaped twice or not at all. */
export interface Xml {
  readonly xml: string;
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;
/** Words are escaped; null and false leave nothing behind. */
export type XmlChild = Xml | string | number | null | undefined | false | readonly XmlChild[];

// Characters that XML 1.0 cannot hold in any spelling (§2.2, Char). With the flag u, halves of a character are lone ones only.
const notInXml =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // a reader turns these into a space or a line feed unless they are written as references (§2.11, §3.3.3)
  '\r': '&#13;'
};
const inAttribute: Readonly<Record<string, string>> = { ...references, '\n': '&#10;', '\t': '&#9;' };

/** The only XML escaper. What XML cannot hold becomes U+FFFD, as a decoder would write it. */
export const escapeXml = (text: string): string =>
  text.replace(notInXml, '\ufffd').replace(/[&<>"'\r]/g, (char) => references[char] ?? char);

const escapeAttribute = (text: string): string =>
  text.replace(notInXml, '\ufffd').replace(/[&<>"'\r\n\t]/g, (char) => inAttribute[char] ?? char);

const isXml = (child: XmlChild): child is Xml => typeof child === 'object' && child !== null && 'xml' in child;
const isList = (child: XmlChild): child is readonly XmlChild[] => Array.isArray(child);

function write(child: XmlChild): string {
  if (child === null || child === undefined || child === false) return '';
  if (isXml(child)) return child.xml;
  return isList(child) ? child.map(write).join('') : escapeXml(String(child));
}

/** '<name a="1"' without its end. Attributes that are null are left out. */
function openTag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null || value === undefined ? '' : ` ${key}="${escapeAttribute(String(value))}"`
  );
  return `<${name}${written.join('')}`;
}

/** `element('link', { href }, title)`. Names are ours and are not checked. */
export function element(name: string, attributes: Attributes, ...children: XmlChild[]): Xml {
  const inside = write(children);
  return { xml: `${openTag(name, attributes)}${inside ? `>${inside}</${name}>` : '/>'}` };
}

/** The element with its words, or nothing where there are no words. */
export const optional = (name: string, words: string | number | null | undefined): Xml | null =>
  words === null || words === undefined || words === '' ? null : element(name, {}, words);

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Start and end of an element whose children are written one after another, for documents that stream. */
export const opening = (name: string, attributes: Attributes): string => `${openTag(name, attributes)}>\n`;
export const closing = (name: string): string => `</${name}>\n`;
