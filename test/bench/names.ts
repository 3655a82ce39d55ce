export const FLOOR_PARSE = 'floor: node:http + pg, parse and stringify';
export const FLOOR_TEXT = 'floor: node:http + pg, JSON passed through as text';
export const FLOOR = 'floor: node:http + pg';
export const FLOOR_CONSTANT = 'floor: node:http, constant bytes';
export const GATEWAY = 'gateway, GraphQL';
export const GATEWAY_REST = 'gateway, REST';
export const MERCURIUS = 'Mercurius, JIT, hand-written pg';
