import { z } from 'zod';
import { level, optional } from './define.ts';

const color = (title: string, description: string, value: string) =>
  optional(z.string(), title, `${description} A CSS color.`, { default: value });
const pixels = (title: string, description: string, value: number) =>
  optional(z.number().min(0), title, `${description} In pixels.`, { default: value });

/** The defaults are those of posthog-js. */
export const Appearance = level(
  'TourAppearance',
  'Appearance',
  'The looks of the steps. Keys that are absent have the defaults of the browser SDK.',
  {
    backgroundColor: color('Background', 'The color of the box.', '#ffffff'),
    textColor: color('Text color', 'The color of the text.', '#1d1f27'),
    buttonColor: color('Button color', 'The color of the primary button.', '#1d1f27'),
    borderRadius: pixels('Corner radius', 'The radius of the corners of the box.', 8),
    buttonBorderRadius: pixels('Button corner radius', 'The radius of the corners of the buttons.', 6),
    borderColor: color('Border color', 'The color of the border of the box.', '#e5e7eb'),
    fontFamily: optional(z.string(), 'Font', 'The font: a CSS `font-family`.', { default: 'system-ui' }),
    boxShadow: optional(z.string(), 'Shadow', 'The shadow of the box: a CSS `box-shadow`.', { default: '0 4px 12px rgba(0, 0, 0, 0.15)' }),
    showOverlay: optional(z.boolean(), 'Overlay', 'Whether the page behind the step is darkened.', { default: true }),
    whiteLabel: optional(z.boolean(), 'White label', 'Whether the link to PostHog is hidden.', { default: false }),
    dismissOnClickOutside: optional(z.boolean(), 'Dismiss on a click outside', 'Whether a click beside the step dismisses the tour.', {
      default: true,
    }),
    zIndex: optional(z.number(), 'z-index', 'The CSS `z-index` of the tour.', { default: 2_147_483_646 }),
  },
);
