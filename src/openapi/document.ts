import type { JsonSchema } from './json-schema.ts';

/** The parts of an OpenAPI 3.1 document that this gateway fills. */
export interface OpenapiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; summary: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: Tag[];
  paths: Paths;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, SecurityScheme> };
}

/** What one face of the gateway has to say in the document. Names of schemas, tags and schemes are its own, and no other's. */
export interface DocumentPart {
  tags: Tag[];
  paths: Paths;
  schemas: Record<string, JsonSchema>;
  securitySchemes: Record<string, SecurityScheme>;
}

interface Tag {
  name: string;
  description: string;
}

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** By path, then by method in small letters. */
type Paths = Record<string, Partial<Record<Method, Operation>>>;

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: RequestBody;
  /** By status. */
  responses: Record<string, Response>;
  /** Alternatives; none of them: everybody may. */
  security: Record<string, string[]>[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: true;
  description: string;
  schema: JsonSchema;
  example?: unknown;
}

export interface RequestBody {
  required: boolean;
  description: string;
  content: Record<string, MediaType & { encoding?: Record<string, { contentType: string }> }>;
}

export interface Response {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema: JsonSchema;
  examples?: Record<string, { summary: string; value: unknown }>;
}

type SecurityScheme =
  | { type: 'http'; scheme: 'bearer'; description: string }
  | { type: 'apiKey'; in: 'query'; name: string; description: string };
