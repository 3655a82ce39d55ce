import type { Operation, Response } from '../openapi/document.ts';
import { type Html, html, line, prose } from './html.ts';
import { curlSample } from './sample.ts';
import { fieldList, resolve, type Schemas, typeName } from './schema-view.ts';

/** An operation with all that is to be known of it. */
export function operationView(method: string, path: string, operation: Operation, schemas: Schemas): Html {
  const { operationId, summary, description, requestBody, responses } = operation;
  const body = requestBody?.content['application/json']?.schema;
  return html`<article id="${operationId}">
<h3><a href="#${operationId}">${summary}</a></h3>
<p class="address"><span class="method ${method.toLowerCase()}">${method}</span> <code>${pathView(path)}</code></p>
<div class="columns">
<div>
${prose(description)}
${parameterList(operation, schemas)}
${body && html`<h4>Body</h4><p class="note">${line(requestBody.description)}</p>${fieldList(body, schemas, true)}`}
<h4>Answers</h4>
<ul class="answers">${Object.entries(responses).map(([status, response]) => answerView(status, response, schemas))}</ul>
</div>
<div class="samples"><pre><code>${curlSample(method, path, operation, schemas)}</code></pre>${exampleAnswer(responses, schemas)}</div>
</div>
</article>`;
}

/** A path that may be broken after each slash. */
function pathView(path: string): Html[] {
  return path.split(/(?<=.\/)/).map((part) => html`${part}<wbr>`);
}

function parameterList({ parameters }: Operation, schemas: Schemas): Html | undefined {
  if (parameters.length === 0) return;
  const rows = parameters.map(
    ({ name, in: place, description, schema }) =>
      html`<dt><code>${name}</code> <span class="type">${place} · ${typeName(schema, schemas)}</span></dt><dd>${line(description)}</dd>`,
  );
  return html`<h4>Parameters</h4><dl class="fields">${rows}</dl>`;
}

function answerView(status: string, { description, content = {} }: Response, schemas: Schemas): Html {
  const [media] = Object.values(content);
  const fields = media && Number(status) < 300 ? fieldList(media.schema, schemas) : undefined;
  const examples = Object.values(media?.examples ?? {});
  const text = description.includes('\n') || description.startsWith('- ') ? prose(description) : line(description);
  return html`<li><span class="status s${status[0] ?? ''}">${status}</span> <div>${text}
${fields && html`<details><summary>Its fields</summary>${fields}</details>`}
${examples.length > 0 && html`<details><summary>The very answers</summary>${examples.map(({ summary, value }) => html`<p class="note">${summary}</p>${json(value)}`)}</details>`}</div></li>`;
}

function exampleAnswer(responses: Operation['responses'], schemas: Schemas): Html | undefined {
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const schema = response?.content?.['application/json']?.schema;
  const example = schema && resolve(schema, schemas).examples?.[0];
  return example === undefined ? undefined : html`<details open><summary>${status}</summary>${json(example)}</details>`;
}

function json(value: unknown): Html {
  return html`<pre><code>${JSON.stringify(value, null, 2)}</code></pre>`;
}
