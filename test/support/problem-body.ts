/** The body of a 400 about a field, or about several together (attr null). */
export function invalid(detail: string, attr: string | null = null, code = 'invalid_input') {
  return { type: 'validation_error', code, detail, attr };
}

/** The bodies of the contract's other errors. */
export const NOT_FOUND = { type: 'invalid_request', code: 'not_found', detail: 'Not found.', attr: null };
export const NO_PROJECT = { ...NOT_FOUND, detail: 'Project not found.' };
export const NO_ACTION = forbidden('This action does not support personal API key access');

export function forbidden(detail: string) {
  return { type: 'authentication_error', code: 'permission_denied', detail, attr: null };
}

export function badKey(detail: string) {
  return { type: 'authentication_error', code: 'authentication_failed', detail, attr: null };
}
