export { catalog, type Catalog, type JobName } from './catalog.ts';
export { emailWelcome } from './email-welcome/job.ts';
export { imageThumbnail } from './image-thumbnail/job.ts';
