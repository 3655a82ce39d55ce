import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { mutate } from '../../support/mutate.ts';
import { addPreviewToken, PREVIEW_CHANGED } from '../../support/preview-token.ts';
import { restTours } from '../../support/rest-tours.ts';
import { publicTours } from '../../support/sdk.ts';
import { LOOKS, Visitor } from '../../support/shop.ts';
import { openWebsite, type Website } from '../../support/website.ts';

/** What a page of somebody else's does with a preview token: it shows each preview as it comes. */
const LOOK = `async ({ url, secret, tourId, query }) => {
  window.kinds = [];
  const response = await fetch(url + '/graphql', {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: 'Bearer ' + secret },
    body: JSON.stringify({ query, variables: { tourId } }),
  });
  const show = ({ data, errors }) => {
    kinds.push(errors ? errors[0].extensions.code : data.tourPreviewChanged.kind);
    if (data) posthog.productTours.previewTour(data.tourPreviewChanged.preview.payload);
  };
  const read = async () => {
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const messages = (text + chunk).split('\\n\\n');
      text = messages.pop();
      for (const message of messages) {
        const data = message.split('\\n').find((line) => line.startsWith('data: '));
        if (data) show(JSON.parse(data.slice('data: '.length)));
      }
    }
    kinds.push('over');
  };
  void read();
}`;

let gateway: TestApp;
let browser: Browser;
let website: Website;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([launchBrowser(), startTestApp()]);
  website = await openWebsite(gateway.url);
});
afterAll(async () => {
  await browser?.close();
  await website?.close();
  await gateway?.stop();
});

/** A page of another origin, whose SDK belongs to no project of this gateway, with a preview token. */
async function openPage(secret: string, tourId: string): Promise<{ page: Page; sent: string[] }> {
  const page = await browser.newPage();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
  await page.goto(website.address('phc_of_another_server'));
  await page.evaluate(`(${LOOK})(${JSON.stringify({ url: gateway.url, secret, tourId, query: PREVIEW_CHANGED })})`);
  return { page, sent };
}

it('a page of another origin shows a draft with nothing but a preview token, as it is edited, until the token is revoked', async () => {
  const tours = restTours(gateway, gateway.projectId);
  const steps = (text: string) => ({ steps: [{ id: 'one', type: 'modal', progressionTrigger: 'button', contentHtml: `<p>${text}</p>` }] });
  const { id } = await tours.create({ content: steps('Live') });
  await tours.draft(id, { content: steps('Not published yet') });
  const token = await addPreviewToken(gateway, id);

  const { page, sent } = await openPage(token.secret, id);
  const stakeholder = new Visitor(page, id);
  expect(await stakeholder.sees(id)).toContain('Not published yet');
  await tours.draft(id, { content: steps('Better words') });
  await stakeholder.part(id).getByText('Better words').waitFor(LOOKS);
  expect(await stakeholder.part(id).getByText('Not published yet').count()).toBe(0);
  await stakeholder.press(id);
  await stakeholder.isRidOf(id);

  await mutate(gateway.graphql, 'revokePreviewToken', { id: token.id }, '__typename');
  await expect.poll(() => page.evaluate('kinds'), LOOKS).toEqual(['SNAPSHOT', 'SAVED', 'UNAUTHENTICATED', 'over']);
  await tours.draft(id, { content: steps('Nobody’s business any more') });
  expect(await page.evaluate('captured')).toEqual([]);
  expect(sent.filter((path) => /^\/(e|i|batch)\b/.test(path))).toEqual([]);
  expect(await publicTours(gateway.url, gateway.token)).toEqual([]);
  await page.close();
});
