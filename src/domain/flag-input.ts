import type { Prisma } from '../generated/prisma/client.ts';
import { checkJsonText } from '../json/text-check.ts';
import { type FieldCode, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requiredText } from './required-text.ts';

export interface FlagInput {
  name?: string | null | undefined;
  filters?: unknown;
  active?: boolean | null | undefined;
}

const KEY = /^[A-Za-z0-9_-]+$/;

/** @throws ValidationError */
export function checkedKey(key: string): string {
  const text = requiredText('key', key, INPUT_LIMITS.flagKey);
  if (!KEY.test(text)) throw flagRefusal('key', 'invalid_key', 'Only letters, numbers, hyphens (-) & underscores (_) are allowed.');
  return text;
}

/** @throws ValidationError */
export function checkedFields({ name, filters, active }: FlagInput): {
  name?: string;
  filters?: Prisma.InputJsonObject;
  active?: boolean;
} {
  if (filters !== undefined && (typeof filters !== 'object' || filters === null || Array.isArray(filters))) {
    throw flagRefusal('filters', 'invalid_input', 'Filters must be an object.');
  }
  const problem = checkJsonText(filters);
  if (problem) throw flagRefusal('filters', problem.code, problem.message);
  return {
    ...(name != null && { name: name.trim() === '' ? '' : requiredText('name', name, INPUT_LIMITS.flagName) }),
    ...(filters !== undefined && { filters: filters as Prisma.InputJsonObject }),
    ...(active != null && { active }),
  };
}

export function flagRefusal(path: string, code: FieldCode, message: string): ValidationError {
  return new ValidationError([{ path, code, message }]);
}
