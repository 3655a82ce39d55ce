import { Html, html } from './html.ts';
import { ICON } from './icon.ts';

/** Somewhere that the page leads to. */
export interface HomeLink {
  /** Relative, so that it works behind a path prefix. */
  href: string;
  name: string;
  description: string;
}

export interface Home {
  version: string;
  isDatabaseAnswering: boolean;
  links: readonly HomeLink[];
}

/** The looks of the page, in light and dark, on desks and phones. */
export const HOME_STYLE = `
:root { --back: #fff; --card: #f6f8f7; --line: #dde4e2; --text: #1f2624; --soft: #56625f; --accent: #0b6b5c; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --back: #131716; --card: #1b2120; --line: #303a37; --text: #e5ecea; --soft: #9fada9; --accent: #5ccbb7; --bad: #ff8f85; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--back); color: var(--text); -webkit-text-size-adjust: 100%;
  font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif;
}
main { max-width: 44rem; margin: 0 auto; padding: clamp(2rem, 8vh, 6rem) 1.25rem 3rem; }
header { display: flex; align-items: center; gap: .9rem; }
header svg { width: 2.75rem; height: 2.75rem; flex: none; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.02em; }
h1 small { font-size: .9rem; font-weight: 500; color: var(--soft); letter-spacing: 0; }
.lead { color: var(--soft); font-size: 1.1rem; }
.status { display: flex; align-items: center; gap: .6rem; font-weight: 600; color: var(--accent); }
.status::before { content: ''; width: .7rem; height: .7rem; border-radius: 50%; background: currentColor; flex: none; }
.status.bad { color: var(--bad); }
ul { list-style: none; margin: 1.6rem 0 0; padding: 0; display: grid; gap: .75rem; }
a { display: block; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; color: inherit; text-decoration: none; }
a:hover, a:focus-visible { border-color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a strong { color: var(--accent); }
a span { display: block; color: var(--soft); font-size: .94rem; overflow-wrap: anywhere; }
`;

/** The page at the root: what this is, whether it works, and where to go on. It needs no script and nothing from elsewhere. */
export function homePage({ version, isDatabaseAnswering, links }: Home): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Tour gateway</title>
<link rel="icon" href="favicon.ico" type="image/svg+xml">
<style>${new Html(HOME_STYLE)}</style>
</head>
<body>
<main>
<header>${new Html(ICON.replace('<svg ', '<svg aria-hidden="true" '))}<h1>Tour gateway <small>${version}</small></h1></header>
<p class="lead">Guided tours for web applications: teams draft, publish and measure them over GraphQL and REST, and the unmodified posthog-js shows them.</p>
${isDatabaseAnswering ? html`<p class="status">The database responds.</p>` : html`<p class="status bad">The database does not respond.</p>`}
<ul>${links.map(({ href, name, description }) => html`<li><a href="${href}"><strong>${name}</strong><span>${description}</span></a></li>`)}</ul>
</main>
</body>
</html>
`;
  return page.text;
}
