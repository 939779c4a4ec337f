import MarkdownIt from 'markdown-it';

/**
 * CommonMark without HTML: what an organizer types is text, never markup of the page. Pictures are left out, since they
 * could only come from elsewhere; the archive's own stand in the page's list of pictures.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

const isAway = (href: string) => /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//');

function hostOf(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : null;
  return url?.host.replace(/^www\./, '') ?? '';
}

// A link that leads away says so before it is followed: the promise of the page on privacy.
markdown.renderer.rules.link_open = (tokens, index, options, _environment, renderer) => {
  const token = tokens[index];
  const href = String(token?.attrGet('href') ?? '');
  if (token && isAway(href)) {
    token.attrSet('rel', 'external noopener noreferrer');
    token.attrSet('class', 'away');
    token.meta = { host: hostOf(href) };
  }
  return renderer.renderToken(tokens, index, options);
};
markdown.renderer.rules.link_close = (tokens, index) => {
  const opening = tokens.slice(0, index).findLast((token) => token.type === 'link_open');
  const host: unknown = opening?.meta && 'host' in opening.meta ? opening.meta.host : '';
  return typeof host === 'string' && host ? `</a> <span class="away-host">(${escapeText(host)})</span>` : '</a>';
};

const escapeText = (text: string) => markdown.utils.escapeHtml(text);

/** CommonMark → HTML that may stand in a page. Headings become h3 and deeper: h1 and h2 belong to the page itself. */
export function renderMarkdown(source: string): string {
  const tokens = markdown.parse(source, {});
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      token.tag = `h${String(Math.min(6, Number(token.tag.slice(1)) + 2))}`;
    }
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** The words alone, for descriptions and search: marks of CommonMark taken away, white space as single spaces. */
export function plainText(source: string): string {
  return markdown
    .parse(source, {})
    .map(({ children }) =>
      (children ?? []).map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
