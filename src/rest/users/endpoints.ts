import { RestCurrentUserDocument, RestUpdateUserDocument } from '../../generated/operations.ts';
import type { Answer } from '../answer.ts';
import { type Call, type Endpoint, ok, Refusal, refuse } from '../call.ts';
import { isKnown, taggedBody } from '../etag.ts';
import { stale } from '../failure.ts';
import type { Action } from '../route.ts';
import { userBody } from './user-shape.ts';
import { readUserChange } from './user-write.ts';

export const USER_ENDPOINTS = {
  async retrieve_user({ headers, run }: Call): Promise<Answer> {
    const { viewer } = await run(RestCurrentUserDocument, {});
    return taggedBody(headers, ok(userBody(viewer)));
  },

  async update_user({ headers, readBody, run }: Call): Promise<Answer> {
    const body = await readBody();
    const { viewer } = await run(RestCurrentUserDocument, {});
    requireState(headers, taggedBody({}, ok(userBody(viewer))).headers.etag ?? '');
    const { result } = await run(RestUpdateUserDocument, { input: readUserChange(body, viewer) });
    return 'viewer' in result ? taggedBody({}, ok(userBody(result.viewer))) : refuse(result);
  },
} satisfies Partial<Record<Action, Endpoint>>;

/** No number counts the states of a user, so what others write between this check and the write is not noticed. @throws Refusal with 412 */
function requireState(headers: Call['headers'], etag: string): void {
  const { 'if-match': wanted, 'if-none-match': excluded } = headers;
  if (wanted !== undefined && !isKnown(wanted, etag)) throw new Refusal(stale('The user is not in the state that If-Match names.'));
  if (excluded !== undefined && isKnown(excluded, etag)) throw new Refusal(stale('The user is in a state that If-None-Match excludes.'));
}
