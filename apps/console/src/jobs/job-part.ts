import type { App } from '../app.ts';
import type { JobPicture } from '../live-job/job-picture.ts';
import type { WayIn } from './way-in.ts';

/** What the parts of a job's page are given. */
export interface JobPart {
  app: App;
  id: string;
  way: WayIn;
  picture: JobPicture;
}

/** How the job is read by who looks: with the ticket, or as one's own. */
export function readBy({ ticket }: WayIn): { ticket?: string } {
  return ticket === undefined ? {} : { ticket };
}
