import type { Answer } from './answer.ts';

/** What OPTIONS answers, in the form of Django REST framework. */
export function describePath(name: string): Answer {
  const body = {
    name,
    description: '',
    renders: ['application/json'],
    parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
  };
  return { status: 200, headers: {}, body };
}
