import type { ContentProvider } from '../config.ts';
import type { ContentWriter } from '../domain/tour/content-writer.ts';
import { writeFromTemplate } from './template-writer.ts';

/** The writer that the settings name; null: none. The client of language models is loaded only by those who use one. */
export async function createContentWriter(provider: ContentProvider): Promise<ContentWriter | null> {
  switch (provider.kind) {
    case 'none':
      return null;
    case 'template':
      return writeFromTemplate;
    case 'openai-compatible': {
      const { createModelWriter } = await import('./model-writer.ts');
      return createModelWriter(provider);
    }
  }
}
