import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../../src/graphql/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { subscribe } from '../../support/socket.ts';

/** The types and fields whose values depend on who asks, and not only on what the caller may see. */
const OF_THE_VIEWER = { types: ['Viewer', 'Query', 'Mutation'], fields: ['Query.viewer', 'Query.node', 'Query.nodes'] };

const subscriptions = Object.values((schema.getSubscriptionType() as GraphQLObjectType).getFields());

/** The fields that lead from a subscription to each type that it can reach, shortest first. */
function pathsFrom(root: GraphQLField<unknown, unknown>): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  const waiting: { type: string; path: string[] }[] = [{ type: getNamedType(root.type).name, path: [] }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { type: name, path } = next;
    const type = schema.getType(name);
    if (paths.has(name)) continue;
    if (isAbstractType(type))
      for (const { name: possible } of schema.getPossibleTypes(type))
        waiting.push({ type: possible, path: [...path, `... on ${possible}`] });
    if (!isObjectType(type)) continue;
    paths.set(name, path);
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some(isRequiredArgument)) waiting.push({ type: getNamedType(field.type).name, path: [...path, field.name] });
      else if (!isLeafType(getNamedType(field.type)))
        waiting.push({ type: getNamedType(field.type).name, path: [...path, CALLS[`${name}.${field.name}`] ?? field.name] });
    }
  }
  return paths;
}

/** Fields that cannot be selected without arguments. */
const CALLS: Record<string, string> = { 'Tour.explainTargeting': 'explainTargeting(distinctId: "someone")' };

function selectionOf(typeName: string, path: readonly string[]): string {
  const type = schema.getType(typeName) as GraphQLObjectType;
  const leaves = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  const inner = `{ __typename ${leaves.map(({ name }) => name).join(' ')} }`;
  return path.reduceRight((selection, field) => `{ ${field} ${selection} }`, inner);
}

const it = gatewayTest();

describe('a result that subscribers share', () => {
  let gateway: TestApp;
  let tourId: string;
  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    const content = { steps: [{ id: 'a', type: 'survey', survey: { type: 'open', questionText: 'Why?' } }] };
    tourId = (await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Shared', content, autoLaunch: true })).tour.uuid;
    await mutate(gateway.graphql, 'saveTourDraft', { tourId, description: 'Draft' });
  });

  it('reaches no type or field of the viewer', () => {
    for (const root of subscriptions) {
      for (const name of pathsFrom(root).keys()) {
        expect(OF_THE_VIEWER.types, `${root.name} reaches ${name}`).not.toContain(name);
      }
    }
    for (const field of OF_THE_VIEWER.fields) {
      const [type = '', name = ''] = field.split('.');
      expect(Object.keys((schema.getType(type) as GraphQLObjectType).getFields())).toContain(name);
    }
  });

  it('is complete: every field that a subscription reaches is resolved without asking who the caller is', async () => {
    const roots = subscriptions.filter(({ name }) => name !== 'generateTourContent' && name !== 'projectDraftsChanged');
    expect(roots.map(({ name }) => name).sort()).toEqual(['tourDraftChanged', 'tourPresence', 'tourPreviewChanged']);
    const report = 'mutation ($tourId: UUID!) { reportTourPresence(input: { tourId: $tourId, clientId: "tab" }) { __typename } }';
    await gateway.graphql(report, { tourId });
    let count = 0;
    for (const root of roots) {
      for (const [type, path] of pathsFrom(root)) {
        const query = `subscription ($id: UUID!) { ${root.name}(tourId: $id) ${selectionOf(type, path)} }`;
        const events = subscribe(gateway.url, gateway.key, query, { id: tourId });
        expect(await events.next(), query).toBeDefined();
        await events.close();
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(40);
  });
});
