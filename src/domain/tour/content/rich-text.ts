import { z } from 'zod';
import { level, nullable, optional, required } from './define.ts';

const Mark = level('TourRichTextMark', 'Mark', 'A style of a piece of text.', {
  type: required(z.string(), 'Type', 'The style. Browsers draw `bold`, `italic`, `underline` and `strike`.', { examples: ['bold'] }),
  attrs: nullable(z.record(z.string(), z.unknown()), 'Attributes', 'Attributes of the style.'),
});

/** A node of a rich-text document, as the editor TipTap stores it. */
export const RichText = level(
  'TourRichText',
  'Rich text',
  'A node of a rich-text document, in the format of the editor TipTap. The root is a node of the type `doc`.',
  {
    type: optional(
      z.string(),
      'Type',
      'The kind of node. Browsers draw `doc`, `paragraph`, `heading`, `bulletList`, `orderedList`, `listItem`, `hardBreak` and `text`, and only the children of all others.',
      { examples: ['paragraph'] },
    ),
    attrs: nullable(
      z.record(z.string(), z.unknown()),
      'Attributes',
      'Attributes of the node, for example the `level` of a heading or the `src` of an image.',
    ),
    get content() {
      return nullable(z.array(RichText), 'Children', 'The nodes inside this node.');
    },
    marks: nullable(z.array(Mark), 'Marks', 'The styles of a node of the type `text`.'),
    text: nullable(z.string(), 'Text', 'The text of a node of the type `text`.'),
  },
);
