/**
 * What a client asks to run. The document is in `query`, or is named by `documentId` or in `extensions`. Empty strings
 * count as absent.
 */
export interface OperationRequest {
  query?: string | null | undefined;
  documentId?: string | null | undefined;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}
