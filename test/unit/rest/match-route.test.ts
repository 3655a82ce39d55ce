import { describe, expect, it } from 'vitest';
import { matchRoute } from '../../../src/rest/match-route.ts';
import { ACTIVITY_LOG, ROUTES } from '../../../src/rest/routes.ts';
import { parseTourId } from '../../../src/rest/tour-id.ts';

const ID = '0189d3a4-1b2c-4d5e-8f90-abcdefabcdef';
const P = '/api/projects/1/product_tours';

describe('routes', () => {
  it('are ten, each found with and without its slash and under both names', () => {
    expect(ROUTES).toHaveLength(10);
    for (const route of ROUTES) {
      const path = `${P}${route.path.replace(':id', ID)}`;
      for (const form of [path, `${path}/`, path.replace('projects', 'environments')]) {
        expect(matchRoute(route.method, form), form).toMatchObject({ route, projectRef: '1', tourRef: route.path === '' ? null : ID });
      }
    }
  });

  it('have the activity log beside them', () => {
    for (const path of ['/api/projects/1/activity_log', '/api/environments/1/activity_log/']) {
      expect(matchRoute('GET', path)).toMatchObject({ route: ACTIVITY_LOG, projectRef: '1', tourRef: null, allow: 'GET, HEAD, OPTIONS' });
      expect(matchRoute('POST', path)).toMatchObject({ route: null });
    }
    expect(matchRoute('GET', `/api/projects/1/activity_log/${ID}`)).toBeNull();
  });

  it.each([
    ['', 'GET, POST, HEAD, OPTIONS'],
    [`/${ID}`, 'GET, PATCH, DELETE, HEAD, OPTIONS'],
    [`/${ID}/draft`, 'PATCH, OPTIONS'],
    [`/${ID}/draft_status`, 'GET, HEAD, OPTIONS'],
    [`/${ID}/discard_draft`, 'DELETE, OPTIONS'],
  ])('allow at %j: %s', (path, allow) => {
    expect(matchRoute('GET', `${P}${path}`)?.allow).toBe(allow);
  });

  it.each([
    ['PUT', `/${ID}`],
    ['PUT', `/${ID}/draft`],
    ['POST', `/${ID}`],
    ['PATCH', ''],
    ['GET', `/${ID}/draft`],
    ['HEAD', `/${ID}/generate`],
    ['BREW', ''],
  ])('have no action for %s %s', (method, path) => {
    expect(matchRoute(method, `${P}${path}`)).toMatchObject({ route: null });
  });

  it('answer HEAD as GET, and OPTIONS with what there is', () => {
    expect(matchRoute('HEAD', P)?.route).toMatchObject({ action: 'list' });
    expect(matchRoute('OPTIONS', P)?.route).toBe('options');
  });

  it.each([
    ['/api/projects/%40current/product_tours/a%20b/', '@current', 'a b'],
    ['/api/projects/1/product%5ftours/%C3%A9', '1', 'é'],
    [`/api/projects/1/product_tours%2F${ID}`, '1', ID],
    ['/api/projects/%zz/product_tours/%ff', '%zz', '\ufffd'],
  ])('undo the escapes of %s', (path, projectRef, tourRef) => {
    expect(matchRoute('GET', path)).toMatchObject({ projectRef, tourRef });
  });

  it.each([
    '/api/',
    '/api/product_tours/',
    '/api/projects/1/',
    `${P}//`,
    `${P}/${ID}/nonsense`,
    `${P}/${ID}/draft/more`,
    '/api/projects/1%2F2/product_tours/',
    `/x${P}`,
  ])('do not lead to %s', (path) => {
    expect(matchRoute('GET', path)).toBeNull();
  });

  it('take the id of a tour in every form of a UUID', () => {
    for (const form of [ID, ID.toUpperCase(), ID.replaceAll('-', ''), `{${ID}}`, `urn:uuid:${ID}`])
      expect(parseTourId(form), form).toBe(ID);
    for (const form of ['', 'draft', ID.slice(1), `${ID}0`, `g${ID.slice(1)}`]) expect(parseTourId(form), form).toBeNull();
  });
});
