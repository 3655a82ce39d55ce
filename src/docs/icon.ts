/** The icon of the gateway, an SVG. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22"><rect width="22" height="22" rx="6" fill="#0b6b5c"/>' +
  '<path d="M6 15.5h4a2.5 2.5 0 0 0 2.5-2.5V9A2.5 2.5 0 0 1 15 6.5" fill="none" stroke="#fff" stroke-width="1.75" stroke-linecap="round"/>' +
  '<circle cx="6" cy="15.5" r="2" fill="#fff"/><circle cx="16" cy="6.5" r="2" fill="#fff"/></svg>';
