import { describe, expect, it } from 'vitest';
import { ALL_ROUTES, matchRoute } from '../../../src/rest/match-route.ts';
import { ROUTES } from '../../../src/rest/routes.ts';
import { parseTourId } from '../../../src/rest/tour-id.ts';

const ID = '0189d3a4-1b2c-4d5e-8f90-abcdefabcdef';
const P = '/api/projects/1/product_tours';

describe('routes', () => {
  it('are ten, each found with and without its slash and under both names', () => {
    expect(ROUTES).toHaveLength(10);
    for (const route of ROUTES) {
      const path = `${P}${route.path.replace(':id', ID)}`;
      for (const form of [path, `${path}/`, path.replace('projects', 'environments')]) {
        expect(matchRoute(route.method, form), form).toMatchObject({ route, projectRef: '1', itemRef: route.path === '' ? null : ID });
      }
    }
  });

  it('have the activity log beside them', () => {
    for (const path of ['/api/projects/1/activity_log', '/api/environments/1/activity_log/']) {
      expect(matchRoute('GET', path)).toMatchObject({
        route: { action: 'activity_log' },
        projectRef: '1',
        itemRef: null,
        allow: 'GET, HEAD, OPTIONS',
      });
      expect(matchRoute('POST', path)).toMatchObject({ route: null });
    }
    expect(matchRoute('GET', `/api/projects/1/activity_log/${ID}`)).toBeNull();
  });

  it('are found for every neighboring resource, with and without the slash', () => {
    for (const route of ALL_ROUTES) {
      const path = `${route.resource.base}${route.path}`.replace(':project_id', '7').replace(':id', '12');
      for (const form of [path, `${path}/`]) expect(matchRoute(route.method, form)?.route, form).toBe(route);
    }
  });

  it.each([
    ['/api/users/%40me/', null, '@me', 'GET, PATCH, HEAD, OPTIONS', 'User Instance'],
    ['/api/projects/@current', null, '@current', 'GET, HEAD, OPTIONS', 'Project Instance'],
    ['/api/environments/1/', null, '1', 'GET, HEAD, OPTIONS', 'Project Instance'],
    ['/api/projects/1/feature_flags/', '1', null, 'GET, POST, HEAD, OPTIONS', 'Feature Flag List'],
    ['/api/projects/@current/feature_flags/5', '@current', '5', 'GET, PATCH, DELETE, HEAD, OPTIONS', 'Feature Flag Instance'],
  ])('address %s', (path, projectRef, itemRef, allow, title) => {
    expect(matchRoute('GET', path)).toMatchObject({ projectRef, itemRef, allow, title });
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
  ])('undo the escapes of %s', (path, projectRef, itemRef) => {
    expect(matchRoute('GET', path)).toMatchObject({ projectRef, itemRef });
  });

  it.each([
    '/api/',
    '/api/product_tours/',
    '/api/projects/',
    '/api/users/',
    '/api/users/@me/more',
    '/api/projects/1/feature_flags/5/status',
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
