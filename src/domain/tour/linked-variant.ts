import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject } from '../../json/json-object.ts';
import type { FieldCode } from '../errors.ts';
import { readConditions } from './content.ts';

/**
 * Whether the variant that content asks for is one of the linked flag's: contract 7.4, item 2. `any` fits every flag, but there has to be one.
 *
 * @param linkedFlag null: the tour has none
 */
export function checkLinkedVariant({
  content,
  linkedFlag,
}: {
  content: unknown;
  linkedFlag: { filters: unknown } | null;
}): { code: FieldCode; message: string } | null {
  const { linkedFlagVariant: variant } = readConditions(content);
  if (isEmptyJson(variant)) return null;
  if (!linkedFlag) return refusal('linkedFlagVariant can only be used when a linked_flag_id is specified');
  const known = flagVariants(linkedFlag.filters);
  if (variant === 'any' || known.some((key) => key === variant)) return null;
  const shown = typeof variant === 'string' ? variant : JSON.stringify(variant);
  if (known.length === 0) return refusal(`Feature flag variant '${shown}' specified but the linked feature flag has no variants`);
  return refusal(`Feature flag variant '${shown}' does not exist. Available variants: ${known.join(', ')}`);
}

/** The keys of a flag's variants; none for a flag that is only on or off. */
export function flagVariants(filters: unknown): string[] {
  const multivariate = isObject(filters) ? filters.multivariate : null;
  const variants = isObject(multivariate) && Array.isArray(multivariate.variants) ? multivariate.variants : [];
  return variants.flatMap((variant) => (isObject(variant) && typeof variant.key === 'string' ? [variant.key] : []));
}

function refusal(message: string): { code: FieldCode; message: string } {
  return { code: 'invalid_input', message };
}
