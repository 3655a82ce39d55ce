import type { IncomingHttpHeaders } from 'node:http';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { FieldProblem } from '../domain/errors.ts';
import type { FailureFragment } from '../generated/operations.ts';
import type { Answer } from './answer.ts';
import type { Body } from './body.ts';
import { answerFailure, type Failure } from './failure.ts';

/** What an endpoint gets: what its path and query name, the body when it asks for it, and the way to run a document as the caller. */
export interface Call {
  /** 0 where no project is addressed. */
  projectId: number;
  /** The id in the path, in its canonical form; empty where there is none. */
  id: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The absolute URL of the request. */
  url(): string;
  /** @throws Refusal when it cannot be read */
  readBody(): Promise<Body>;
  /** @throws Refusal for a top-level error */
  run<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result>;
}

export type Endpoint = (call: Call) => Promise<Answer>;

/** An answer that ends the work on a request early. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('refused');
    this.name = 'Refusal';
    this.answer = answer;
  }
}

export function ok(body: object): Answer {
  return { status: 200, headers: {}, body };
}

export function refuse(result: object): Answer {
  return answerFailure(asFailure(result));
}

/** What is no success is a typed error: GraphQL's own types of the two overlap too much for TypeScript to tell. */
export function asFailure(result: object): Failure {
  const { code, message, ...rest } = result as FailureFragment;
  return { code, message, ...('fields' in rest && { fields: rest.fields as FieldProblem[] }) };
}
