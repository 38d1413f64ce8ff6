export type { Bus, BusSubscription, Doorbell } from './bus.ts';
export { enqueue, type EnqueueOptions, newJob } from './enqueue.ts';
