import type { OpenapiDocument } from '../openapi/document.ts';
import { type Html, html, line, prose } from './html.ts';
import { operationView } from './operation-view.ts';

/** Where the doors are that the page leads to. */
export interface Doors {
  /** What leads from the page to the root of the gateway: links are relative, so that they work behind any path prefix. */
  root: '' | '../';
  /** Null: the schema is not to be seen. */
  schema: string | null;
  hasGraphiql: boolean;
}

interface Section {
  name: string;
  title: string;
  description: string;
  operations: { id: string; summary: string; method: string; view: Html }[];
}

/** The documentation of all doors as one page, which needs no script and nothing from elsewhere. */
export function docsPage(document: OpenapiDocument, doors: Doors): string {
  const { info } = document;
  const sections = sectionsOf(document);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${info.title}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' rx='2' fill='%234f46e5'/%3E%3Cpath d='M2 4.2 3.4 5.6 6 2.6' fill='none' stroke='white'/%3E%3C/svg%3E">
<link rel="stylesheet" href="${doors.root}docs/style.css">
</head>
<body>
<nav aria-label="Contents">
<a class="title" href="#top">${info.title}</a>
<label class="menu"><input type="checkbox"> Contents</label>
<div class="contents">${menu(sections)}</div>
</nav>
<main>
<header id="top">
<h1>${info.title} <small>${info.version}</small></h1>
<p class="lead">${info.summary}</p>
${doorCards(doors)}
${prose(info.description)}
<h2 id="samples">The samples</h2>
<p>Each can be pasted into a shell that knows where the gateway is and with what to open it: a personal API key or an access token, a project’s public token, and the id of a tour.</p>
<pre><code>export URL=${urlOf(document)} KEY=phx_… TOKEN=phc_… ID=…</code></pre>
</header>
${sections.map(sectionView)}
</main>
</body>
</html>
`;
  return page.text;
}

/** The address of the gateway, or that of one on this machine where it is not known. */
function urlOf({ servers: [server] }: OpenapiDocument): string {
  return server && URL.canParse(server.url) ? server.url : 'http://127.0.0.1:4000';
}

function sectionsOf({ tags, paths, components }: OpenapiDocument): Section[] {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  return tags.map(({ name, description }) => ({
    name,
    title: titleOf(name),
    description,
    operations: operations
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ path, method, operation }) => ({
        id: operation.operationId,
        summary: operation.summary,
        method: method.toUpperCase(),
        view: operationView(method.toUpperCase(), path, operation, components.schemas),
      })),
  }));
}

/** `product_tours` is read as "Product tours". */
function titleOf(tag: string): string {
  const words = tag.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function menu(sections: readonly Section[]): Html {
  const entries = sections.map(
    ({ name, title, operations }) => html`<h2><a href="#${name}">${title}</a></h2>
<ul>${operations.map(({ id, summary, method }) => html`<li><a href="#${id}">${summary} <span class="method ${method.toLowerCase()}">${method}</span></a></li>`)}</ul>`,
  );
  return html`<ul><li><a href="#top">Three doors</a></li><li><a href="#samples">The samples</a></li></ul>${entries}`;
}

function sectionView({ name, title, description, operations }: Section): Html {
  return html`<section id="${name}"><h2>${title}</h2><p class="lead">${line(description)}</p>${operations.map(({ view }) => view)}</section>`;
}

function doorCards({ root, schema, hasGraphiql }: Doors): Html {
  return html`<div class="doors">
<section><h2>REST</h2><p>The ten endpoints of product tours, with drafts and publishing, and the activity log. For scripts and existing clients.</p>
<p><code>/api/projects/…</code></p><p><a href="#product_tours">Endpoints</a> <a href="${root}openapi.json">openapi.json</a></p></section>
<section><h2>GraphQL</h2><p>Everything: history, conflicts that help, administration, and live drafts over WebSocket and server-sent events.</p>
<p><code>/graphql</code></p><p>${hasGraphiql && html`<a href="${root}graphql">GraphiQL</a>`} ${schema !== null && html`<a href="${root}${schema}">schema.graphql</a>`}</p></section>
<section><h2>Browsers</h2><p>The unmodified posthog-js shows the tours and reports what people do with them. It needs the public token alone.</p>
<p><code>/static/array.js</code></p><p><a href="#browsers">Addresses</a></p></section>
</div>`;
}
