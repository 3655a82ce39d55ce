import { createHash } from 'node:crypto';
import type { Sql, Statement } from '../db/sql.ts';
import { checkText } from '../json/text-check.ts';
import type { Actor } from './actor.ts';
import { type FieldCode, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';

const MAX_LENGTH = INPUT_LIMITS.idempotencyKey;
const REUSED = 'This idempotency key was used for another request.';

const CLAIM: Statement = {
  name: 'claim_idempotency_key',
  text: `INSERT INTO idempotency_keys (user_id, project_id, operation, key, request_hash, tour_id) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (user_id, project_id, operation, key) DO NOTHING RETURNING tour_id`,
};

const FIND: Statement = {
  name: 'find_idempotency_key',
  text: `SELECT request_hash AS "requestHash", tour_id AS "tourId" FROM idempotency_keys
    WHERE user_id = $1 AND project_id = $2 AND operation = $3 AND key = $4`,
};

/**
 * Does the work once for each idempotency key of a user in a project. The key is claimed in the transaction of the work, so that a second request with the same key waits
 * for the first, does nothing when it committed, and takes its place when it failed.
 *
 * @returns the id of the tour that the work, now or then, was about
 * @throws ValidationError for a key that cannot be one; with code IDEMPOTENCY_KEY_REUSED when it was used for another request
 */
export async function once(
  tx: Sql,
  request: { actor: Actor; projectId: number; operation: string; key: string | null | undefined; input: unknown },
  tourId: string,
  work: (tourId: string) => Promise<void>,
): Promise<string> {
  const { actor, projectId, operation, key } = request;
  if (key == null) {
    await work(tourId);
    return tourId;
  }
  if (key === '' || key.length > MAX_LENGTH) throw refusal(`An idempotency key has 1 to ${MAX_LENGTH} characters.`);
  const problem = checkText(key);
  if (problem) throw refusal(problem.message, problem.code);
  const hash = createHash('sha256').update(JSON.stringify(request.input)).digest('hex');
  const [claimed] = await tx.query(CLAIM, [actor.userId, projectId, operation, key, hash, tourId]);
  if (claimed) {
    await work(tourId);
    return tourId;
  }
  const [earlier] = await tx.query<{ requestHash: string; tourId: string }>(FIND, [actor.userId, projectId, operation, key]);
  if (earlier?.requestHash !== hash)
    throw new ValidationError([{ path: 'idempotencyKey', code: 'invalid_input', message: REUSED }], 'IDEMPOTENCY_KEY_REUSED');
  return earlier.tourId;
}

function refusal(message: string, code: FieldCode = 'invalid_input'): ValidationError {
  return new ValidationError([{ path: 'idempotencyKey', code, message }]);
}
