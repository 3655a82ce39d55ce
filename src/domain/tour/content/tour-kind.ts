/** The kinds of tour that browsers tell apart, with their meanings. */
export const TOUR_KINDS = {
  tour: 'Tours of any number of steps.',
  announcement: 'Announcements that are no banners.',
  banner: 'Banners.',
} as const;
