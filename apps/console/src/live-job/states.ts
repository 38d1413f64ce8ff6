import type { Job } from '@jobwire/client';

import type { Words } from '../language/language.ts';

/** The colour of a state's badge, as a class of look/controls.css. */
export const stateTone: Readonly<Record<Job['state'], string>> = {
  scheduled: '',
  queued: '',
  running: 'accent',
  retrying: 'warn',
  succeeded: 'good',
  failed: 'bad',
  cancelled: '',
  expired: 'warn',
};

/** The states of a job, for people. */
export const stateWords: Words<Readonly<Record<Job['state'], string>>> = {
  en: {
    scheduled: 'Scheduled',
    queued: 'Queued',
    running: 'Running',
    retrying: 'Waiting to retry',
    succeeded: 'Succeeded',
    failed: 'Failed',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  'zh-CN': {
    scheduled: '已计划',
    queued: '排队中',
    running: '运行中',
    retrying: '等待重试',
    succeeded: '成功',
    failed: '失败',
    cancelled: '已取消',
    expired: '已过期',
  },
};
