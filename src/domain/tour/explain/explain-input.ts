import { isObject } from '../../../json/json-object.ts';
import { storableText } from '../../../json/storable.ts';
import { checkJsonText } from '../../../json/text-check.ts';
import { type FieldCode, ValidationError } from '../../errors.ts';
import { MAX_DISTINCT_ID, type Person } from '../../flag-evaluation.ts';
import type { Visit } from './condition.ts';

/** What a caller says of the person and the page. */
export interface ExplainInput {
  distinctId: string;
  personProperties?: unknown;
  url?: string | null | undefined;
  deviceType?: string | null | undefined;
}

/**
 * Who and where, checked.
 *
 * @throws ValidationError
 */
export function checkExplainInput({ distinctId, personProperties, url, deviceType }: ExplainInput): { person: Person; visit: Visit } {
  if (distinctId === '') throw refusal('distinctId', 'blank', 'This field may not be blank.');
  const properties = personProperties ?? {};
  if (!isObject(properties)) throw refusal('personProperties', 'invalid_input', 'Person properties must be an object.');
  const problem = checkJsonText(properties);
  if (problem) throw refusal('personProperties', problem.code, problem.message);
  return {
    person: { distinctId: storableText(distinctId, MAX_DISTINCT_ID), properties },
    visit: { url: url == null ? null : asHref(url), deviceType: deviceType ?? null },
  };
}

function asHref(url: string): string {
  if (!URL.canParse(url)) throw refusal('url', 'invalid_input', 'Give the whole address of the page, such as https://shop.example/cart.');
  return new URL(url).href;
}

function refusal(path: string, code: FieldCode, message: string): ValidationError {
  return new ValidationError([{ path, code, message }]);
}
