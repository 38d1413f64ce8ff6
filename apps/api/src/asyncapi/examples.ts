/** Ids and bodies that several examples of the document show. */
export const jobId = '0198a1c2-5b7e-7d3f-8c41-0242ac120002';

/** When things happen in examples. */
export const at = '2026-11-24T16:00:00.000Z';

/** Somebody in a room. */
export const memberExample = { id: '0198a1c2-5b7e-7d3f-8c41-0242ac120003', name: 'Ada', kind: 'user' };

/** What a subscription begins with. */
export const snapshotExample = {
  epoch: 'k3x9',
  seq: 3,
  recovered: false,
  snapshot: { id: jobId, name: 'image.thumbnail', state: 'running', progress: { percent: 0, stage: 'probe' } },
};

/** A message in a room's log. */
export const messageExample = { from: memberExample, data: { text: 'Hello' }, key: 'm-1' };

/** A page of a room's past. */
export const historyPageExample = {
  epoch: 'k3x9',
  events: [{ seq: 12, type: 'room.message', at, data: messageExample }],
  more: true,
};

/** A notification in an inbox. */
export const notificationExample = {
  id: '0198a1c2-5b7e-7d3f-8c41-0242ac120005',
  title: 'Your report is ready',
  body: null,
  link: 'https://app.example/reports/7',
  data: null,
  createdAt: at,
  readAt: null,
};
