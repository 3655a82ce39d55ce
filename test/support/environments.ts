import type { TestApp } from './app.ts';
import { graphqlClient } from './graphql.ts';
import { mutate } from './mutate.ts';
import { newProject } from './new-project.ts';

/** Another project of the organization of the first, which one publishes to. */
export interface Staging {
  projectId: number;
  /** Its public token. */
  token: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into results as they came over the wire
  publish(tourId: string, input?: object, selection?: string, key?: string): Promise<any>;
  /** What a tour is published as there, read anew. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into results as they came over the wire
  published(tourId: string, selection: string): Promise<any>;
}

export async function openStaging(gateway: TestApp): Promise<Staging> {
  const projectId = await newProject(gateway.graphql, 'Staging');
  const { project } = await gateway.graphql('query ($id: Int!) { project(id: $id) { token } }', { id: projectId });
  return {
    projectId,
    token: project.token,
    publish(tourId, input = {}, selection, key) {
      const client = key === undefined ? gateway.graphql : graphqlClient(gateway.url, key);
      return mutate(client, 'publishTourDraft', { tourId, environment: projectId, ...input }, selection);
    },
    async published(tourId, selection) {
      const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { environments { project { databaseId } tour { ${selection} } } } }`);
      return tour.environments.find(({ project }: { project: { databaseId: number } }) => project.databaseId === projectId)?.tour;
    },
  };
}
