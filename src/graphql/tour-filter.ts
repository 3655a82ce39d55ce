import { builder } from './builder.ts';

export const TourStatus = builder.enumType('TourStatus', {
  description: 'Where a tour is in its life, told from its dates and `archived`.',
  values: {
    DRAFT: { description: 'Never launched.' },
    SCHEDULED: { description: 'Its start date lies ahead.' },
    RUNNING: { description: 'Started and not ended.' },
    STOPPED: { description: 'Its end date has passed.' },
    ARCHIVED: { description: 'Archived, whatever its dates.' },
  } as const,
});

export const TourType = builder.enumType('TourType', {
  description: 'Told from the content: an announcement has one step, and is a banner when that step is one.',
  values: ['TOUR', 'ANNOUNCEMENT', 'BANNER'] as const,
});

export const TourFilter = builder.inputType('TourFilter', {
  description: 'What to keep; all that is given must hold.',
  fields: (t) => ({
    status: t.field({ type: [TourStatus], description: 'Any of these.' }),
    type: t.field({ type: [TourType], description: 'Any of these.' }),
    hasDraft: t.boolean({ description: 'Absent: with a draft or without.' }),
    hasScheduledPublish: t.boolean({ description: 'Whether a draft will go live by itself; one that failed to does not count.' }),
    archived: t.boolean({ description: 'Absent: archived or not.' }),
    createdById: t.int({ description: '`databaseId` of a user.' }),
    updatedAfter: t.field({ type: 'DateTime', description: 'Later than this moment.' }),
    updatedBefore: t.field({ type: 'DateTime', description: 'Earlier than this moment.' }),
  }),
});

const TourOrderField = builder.enumType('TourOrderField', {
  description: 'What tours can be ordered by.',
  values: {
    CREATED_AT: {},
    UPDATED_AT: {},
    NAME: {},
    START_DATE: { description: 'Tours that were never launched count as earliest.' },
  } as const,
});

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Upwards or downwards.',
  values: { ASC: { description: 'Earliest, or first by the alphabet, first.' }, DESC: { description: 'The other way round.' } } as const,
});

export const TourOrder = builder.inputType('TourOrder', {
  description: 'What to order tours by; those that are equal are ordered by their ids.',
  fields: (t) => ({
    field: t.field({ type: TourOrderField, required: true, defaultValue: 'CREATED_AT', description: 'What to compare.' }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'DESC', description: 'Newest first, unless told otherwise.' }),
  }),
});
