import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';
import { launchBrowser } from './browser.ts';
import { createFlag } from './flags.ts';
import { newProject } from './new-project.ts';
import { type RestTours, restTours } from './rest-tours.ts';
import { publicTours } from './sdk.ts';
import { openWebsite, type Website } from './website.ts';

/** The SDK looks once a second whether a tour may show, and the machine may be busy. */
export const LOOKS = { timeout: 20_000 };

/** A gateway, a website on another origin and a browser: for all cases of a file, each of which has a shop to itself. */
export interface Mall {
  gateway: TestApp;
  browser: Browser;
  /** The page of the project with this token. */
  address: Website['address'];
  openShop(): Promise<Shop>;
  close(): Promise<void>;
}

interface Visit {
  /** A browser that was there before. */
  context?: BrowserContext;
  /** Who is signed in on the website; absent: nobody. */
  user?: string;
  /** Of another project than the shop's. */
  token?: string;
}

/** A project of its own, whose tours the website shows. */
export interface Shop {
  projectId: number;
  token: string;
  tours: RestTours;
  /** Opens the page as somebody who has never been there. */
  visit(visit?: Visit): Promise<Visitor>;
  /** Waits until the public door tells of a tour, or of none, what the test needs. */
  published(id: string, isReady: (tour: Record<string, unknown> | undefined) => boolean): Promise<void>;
  /** Closes all windows. @throws when anything failed on any page: a request, a script, a rule of the browser */
  close(): Promise<void>;
}

export async function openMall(): Promise<Mall> {
  const [browser, gateway] = await Promise.all([launchBrowser(), startTestApp()]);
  const website = await openWebsite(gateway.url);
  return {
    gateway,
    browser,
    address: website.address,
    openShop: () => openShop(browser, gateway, website.address),
    async close() {
      await browser.close();
      await website.close();
      await gateway.stop();
    },
  };
}

async function openShop(browser: Browser, gateway: TestApp, address: Website['address']): Promise<Shop> {
  const projectId = await newProject(gateway.graphql);
  const { project } = await gateway.graphql('query ($id: Int!) { project(id: $id) { token } }', { id: projectId });
  const tours = restTours(gateway, projectId);
  // It may always be shown and never shows by itself: whoever lists it has looked.
  const witness = await tours.create({ name: 'Witness', start_date: '2024-01-01T00:00:00Z', content: { steps: [{ id: 'witness' }] } });
  // Where a project has no flag at all, the SDK does not ask for any and calls nobody back.
  await createFlag(gateway.graphql, projectId, 'some-flag');
  const faults: string[] = [];
  const contexts = new Set<BrowserContext>();
  return {
    projectId,
    token: project.token,
    tours,
    async visit({ context, user, token = project.token } = {}) {
      const own = context ?? (await browser.newContext());
      contexts.add(own);
      const page = await own.newPage();
      watchFaults(page, faults);
      await page.goto(address(token, user));
      return new Visitor(page, witness.id);
    },
    async published(id, isReady) {
      const find = async () => (await publicTours(gateway.url, project.token)).find((tour) => tour.id === id);
      await expect.poll(async () => isReady(await find()), LOOKS).toBe(true);
    },
    async close() {
      for (const context of contexts) await context.close();
      expect(faults).toEqual([]);
    },
  };
}

/** What the SDK's own listener for clicks earns it, whoever serves it. */
const OF_THE_SDK = 'Unable to preventDefault inside passive event listener';

function watchFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(OF_THE_SDK)) faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  page.on('requestfailed', (request) => {
    // A page that is left lets go of what it was waiting for.
    const { errorText } = request.failure() ?? {};
    if (errorText !== 'net::ERR_ABORTED') faults.push(`${errorText} ${request.url()}`);
  });
}

/** A page with somebody before it. */
export class Visitor {
  readonly page: Page;
  readonly #witnessId: string;

  constructor(page: Page, witnessId: string) {
    this.page = page;
    this.#witnessId = witnessId;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Something inside a tour on the screen; without a selector the tour itself. */
  part(tourId: string, selector = ''): Locator {
    return this.page.locator(`.ph-product-tour-container-${tourId} ${selector}`);
  }

  /** Waits until a tour is on the screen. @returns its text */
  async sees(tourId: string, selector = '.ph-tour-tooltip'): Promise<string> {
    const shown = this.part(tourId, selector);
    await shown.waitFor({ state: 'visible', ...LOOKS });
    return shown.innerText();
  }

  async press(tourId: string, selector = '.ph-tour-button--primary'): Promise<void> {
    await this.part(tourId, selector).click();
  }

  /** Waits until a tour has left the screen. */
  async isRidOf(tourId: string): Promise<void> {
    await this.part(tourId).waitFor({ state: 'detached', ...LOOKS });
  }

  /** The tours that the SDK would show here and now, once it knows the flags; triggers and auto-launch are another matter. */
  async eligible(): Promise<string[]> {
    const ids = await this.page.evaluate<string[]>(`new Promise((resolve) => {
      const look = () => posthog.productTours.getActiveProductTours((tours, context) =>
        context?.isLoaded && tours.length > 0 ? resolve(tours.map(({ id }) => id)) : setTimeout(look, 50));
      posthog.onFeatureFlags(look);
    })`);
    expect(ids).toContain(this.#witnessId);
    return ids.filter((id) => id !== this.#witnessId);
  }

  /** What the page has captured under a name: the properties of each event. */
  async captured(name: string): Promise<Record<string, unknown>[]> {
    const events = await this.page.evaluate<{ event: string; properties: Record<string, unknown> }[]>('captured');
    return events.filter(({ event }) => event === name).map(({ properties }) => properties);
  }
}
