import type { AnalyticsEvent } from '../../src/domain/analytics.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { mutate } from './mutate.ts';
import type { RestAnswer } from './rest.ts';
import { type RestTours, restTours } from './rest-tours.ts';

export interface Generation {
  gateway: TestApp;
  model: ModelServer;
  tours: RestTours;
  /** A tour of the first project, which has approved AI data processing. */
  tourId: string;
  /** Analytics events so far. */
  events: AnalyticsEvent[];
  rest(fields: object): Promise<RestAnswer>;
  /** The result, success or typed error. */
  graphql(fields: object): ReturnType<typeof mutate>;
  stop(): Promise<void>;
}

export const MODEL = 'test-model';
export const SELECTION = 'steps { stepId title description }';

/** A gateway whose language model is a server of this test's own. */
export async function startGeneration(env: Record<string, string> = {}): Promise<Generation> {
  const model = await startModelServer();
  const events: AnalyticsEvent[] = [];
  const settings = { CONTENT_PROVIDER: 'openai-compatible', AI_BASE_URL: `${model.url}/`, AI_MODEL: MODEL, ...env };
  const gateway = await startTestApp(settings, { capture: (event) => void events.push(event) });
  await approve(gateway);
  const tours = restTours(gateway, gateway.projectId);
  const { id: tourId } = await tours.create({ name: 'Invoices' });
  return {
    gateway,
    model,
    tours,
    tourId,
    events,
    rest: (fields) => tours.send('POST', `/${tourId}/generate/`, fields),
    graphql: (fields) => mutate(gateway.graphql, 'generateTourContent', { tourId, ...fields }, SELECTION),
    async stop() {
      await gateway.stop();
      await model.close();
    },
  };
}

/** The project's consent, given as its administrators give it. */
export async function approve({ graphql, projectId }: Pick<TestApp, 'graphql' | 'projectId'>): Promise<void> {
  const { project } = await mutate(
    graphql,
    'updateProject',
    { id: projectId, aiDataProcessingApproved: true },
    'project { aiDataProcessingApproved }',
  );
  if (!project?.aiDataProcessingApproved) throw new Error('The project could not be approved.');
}
