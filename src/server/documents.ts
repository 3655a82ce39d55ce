import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Config } from '../config.ts';
import { type FieldProblem, UnauthenticatedError } from '../domain/errors.ts';
import type { Caller } from '../graphql/context.ts';
import { checkDocumentShape } from '../graphql/document/document-shape.ts';
import { checkDocumentText } from '../graphql/document/document-text.ts';
import { isPublicDocument } from '../graphql/document/public-document.ts';
import { valueProblems } from '../graphql/document/value-problems.ts';
import { DocumentIds, misplacedIds, variableProblems } from '../graphql/ids/document-ids.ts';
import { LIMITS } from '../graphql/limits.ts';
import { schema } from '../graphql/schema.ts';
import { DocumentCache, detached, type KnownDocument, type RejectedDocument, rejectionKey } from './document-cache.ts';
import type { OperationRequest } from './operation-request.ts';
import { PersistedDocuments } from './persisted/persisted-documents.ts';
import { NOT_TRUSTED } from './persisted/rejections.ts';
import type { TrustedDocuments } from './persisted/trusted-documents.ts';

/** A document that is parsed and valid, with the one operation that the request means. */
export interface PreparedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | null;
  variables: Record<string, unknown> | null;
}

export interface Documents {
  /** Finds or makes what a request asks to run, or says why it is refused. Nothing is validated for a caller who may not run it. */
  prepare(request: OperationRequest, caller: Pick<Caller, 'actor' | 'refusal'>): PreparedOperation | RejectedDocument;
  /** What is wrong with a text for authenticated callers. */
  errorsOf(text: string): readonly GraphQLError[];
  /** What the cache holds. */
  stats(): ReturnType<DocumentCache['stats']>;
}

/** The longest document of a caller without a credential, in UTF-16 code units: the usual introspection query has 2,000. */
const MAX_ANONYMOUS_LENGTH = 16 * 1024;

type DocumentSettings = Pick<Config, 'introspection' | 'maxQueryBytes' | 'maxQueryTokens'>;

/**
 * Parses and validates the documents of all transports, once for each text. In this order, so that little is done for a caller without a credential and nothing
 * takes long for anyone: the size of the text, its tokens and brackets, the parser, the caller, the trusted documents, the shape of the document, the validation
 * rules.
 *
 * @param trusted the only documents that run; null: any document runs
 */
export function createDocuments(
  { introspection, maxQueryBytes, maxQueryTokens }: DocumentSettings,
  trusted: TrustedDocuments | null = null,
): Documents {
  const cache = new DocumentCache();
  const persisted = new PersistedDocuments(trusted);
  const limits = { bytes: maxQueryBytes, tokens: maxQueryTokens };
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];

  function examine(text: string, isAnonymous: boolean): KnownDocument | RejectedDocument {
    try {
      if (isAnonymous && text.length > MAX_ANONYMOUS_LENGTH) return NOT_PUBLIC;
      const tokens = checkDocumentText(text, limits);
      const document = parse(text);
      const isPublic = isPublicDocument(document);
      if (isAnonymous && !isPublic) return NOT_PUBLIC;
      if (trusted && !trusted.includes(document)) return NOT_TRUSTED;
      checkDocumentShape(document);
      const ids = new DocumentIds();
      const options = { maxErrors: LIMITS.errors, hideSuggestions: !introspection };
      const errors = ids.withoutRepetitions(validate(schema, document, [ids.rule, ...rules], options));
      if (errors.length > 0) return rejected(introspection ? errors : errors.map(withoutSuggestion), 'GRAPHQL_VALIDATION_FAILED');
      const known = { document, isPublic, idVariables: ids.uses };
      cache.add(text, known, tokens);
      return known;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return rejected([error], 'GRAPHQL_PARSE_FAILED');
    }
  }

  function findRejection(text: string, isAnonymous: boolean): KnownDocument | RejectedDocument {
    // A text beyond the limit is not worth its hash.
    if (text.length > maxQueryBytes) return examine(text, isAnonymous);
    const key = rejectionKey(text, isAnonymous ? 'anonymous' : 'authenticated');
    const earlier = cache.findRejection(key);
    if (earlier) return earlier;
    const examined = examine(text, isAnonymous);
    if ('errors' in examined) cache.addRejection(key, examined);
    return examined;
  }

  function find(text: string, { actor, refusal }: Pick<Caller, 'actor' | 'refusal'>): KnownDocument | RejectedDocument {
    const found = cache.find(text) ?? findRejection(text, actor === null);
    if (actor) return found;
    // Without introspection, no response to an anonymous caller depends on the schema.
    const isClosed = 'errors' in found ? found === NOT_PUBLIC || !introspection : !found.isPublic;
    return isClosed ? unauthenticated(refusal) : found;
  }

  return {
    prepare(request, caller) {
      const named = persisted.find(request, caller);
      if ('errors' in named) return named;
      const found = find(named.text, caller);
      if ('errors' in found) return found;
      if (caller.actor) persisted.register(named);
      const operationName = request.operationName || null;
      const operation = getOperationAST(found.document, operationName);
      if (!operation) return NO_OPERATION;
      const variables = request.variables ?? null;
      const misplaced = variableProblems(found.idVariables.get(operation) ?? [], variables ?? {});
      if (misplaced.length > 0) return rejected([misplacedIds(misplaced)], 'VALIDATION_FAILED');
      const problems = valueProblems(schema, operation, variables ?? {}, !introspection);
      if (problems.length > 0) return rejectedVariables(problems);
      return { document: found.document, operation, operationName, variables };
    },
    errorsOf(text) {
      const found = findRejection(text, false);
      return 'errors' in found ? found.errors : [];
    },
    stats: () => cache.stats(),
  };
}

/** Errors of the document itself are answered with 200 in `application/json`; requests beyond a limit with 400 in any case. */
function rejected(errors: readonly GraphQLError[], code: string): RejectedDocument {
  const isLimit = errors.some(({ extensions }) => extensions.code === 'TOO_COMPLEX');
  return { errors: errors.map((error) => detached(error, code)), status: 400, jsonStatus: isLimit ? 400 : 200 };
}

/** One rule of graphql-js makes a suggestion whatever the options say. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean [^?]*\?$/, '');
  return message === error.message ? error : new GraphQLError(message, { nodes: error.nodes ?? null });
}

/** The values do not fit the types that the document declares for its variables. */
function rejectedVariables(problems: readonly FieldProblem[]): RejectedDocument {
  const errors = problems.map((problem) => {
    const message = `Variable "$${problem.path}": ${problem.message}`;
    return new GraphQLError(message, { extensions: { code: 'VALIDATION_FAILED', fields: [problem] } });
  });
  return { errors, status: 400, jsonStatus: 200 };
}

const NOT_PUBLIC: RejectedDocument = { errors: [], status: 401, jsonStatus: 200 };

const NO_OPERATION: RejectedDocument = {
  errors: [
    new GraphQLError('Name one of the operations of the document in `operationName`.', {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    }),
  ],
  status: 400,
  jsonStatus: 400,
};

function unauthenticated(refusal: string | undefined): RejectedDocument {
  const { message, code } = new UnauthenticatedError(refusal);
  return { ...NOT_PUBLIC, errors: [new GraphQLError(message, { extensions: { code } })] };
}
