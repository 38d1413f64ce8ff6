import type { Words } from '../language/language.ts';
import type { Outcome, Wait } from './timeline.ts';

/** The words of a job's page. */
export interface JobWords {
  opening: string;
  back: string;
  gone: { title: string; about: string; stranger: string };
  attempt: (attempt: number, most: number) => string;
  again: (left: string) => string;
  soon: string;
  act: { cancel: string; retry: string; replay: string };
  lost: string;
  facts: Readonly<
    Record<
      | 'id'
      | 'name'
      | 'created'
      | 'started'
      | 'finished'
      | 'runAt'
      | 'expires'
      | 'took'
      | 'priority'
      | 'tags'
      | 'replayOf'
      | 'ticketEnds'
      | 'skipped',
      string
    >
  >;
  copy: string;
  copied: string;
  parts: Readonly<Record<'facts' | 'timeline' | 'events' | 'logs' | 'payload' | 'result' | 'attempts', string>>;
  timeline: {
    about: (rows: number, took: string) => string;
    run: (attempt: number) => string;
    waiting: string;
    waits: Readonly<Record<Wait['kind'], string>>;
    outcomes: Readonly<Record<Outcome, string>>;
    cut: string;
    cutWait: (took: string) => string;
    cancelAsked: string;
    table: string;
    columns: Readonly<Record<'what' | 'from' | 'took' | 'stages', string>>;
  };
  events: {
    none: string;
    missing: string;
    skipped: (count: number) => string;
    raw: string;
    older: (count: number) => string;
  };
  attempts: { stack: string; worker: string; retryAt: string };
  noPayload: string;
  noResult: string;
  download: string;
  image: (preset: string) => string;
}

/** The words of a job's page. */
export const jobWords: Words<JobWords> = {
  en: {
    opening: 'Looking for the job …',
    back: 'All jobs',
    gone: {
      title: 'There is no such job for you',
      about: 'It may belong to somebody else, its ticket may have ended, or it was deleted when its time was over.',
      stranger: 'If it is yours, sign in to see it.',
    },
    attempt: (attempt, most) => `Attempt ${attempt} of ${most}`,
    again: (left) => `Next attempt in ${left}`,
    soon: 'The next attempt begins',
    act: { cancel: 'Cancel', retry: 'Retry', replay: 'Replay as a new job' },
    lost: 'This page does not follow the job any more.',
    facts: {
      id: 'Id',
      name: 'Kind',
      created: 'Created',
      started: 'Started',
      finished: 'Finished',
      runAt: 'Due',
      expires: 'Expires',
      took: 'Took',
      priority: 'Priority',
      tags: 'Tags',
      replayOf: 'Replay of',
      ticketEnds: 'Ticket ends',
      skipped: 'Skipped',
    },
    copy: 'Copy the id',
    copied: 'The id is copied.',
    parts: {
      facts: 'Facts',
      timeline: 'Timeline',
      events: 'Events',
      logs: 'Log',
      payload: 'Payload',
      result: 'Result',
      attempts: 'Attempts',
    },
    timeline: {
      about: (rows, took) =>
        `${rows} ${rows === 1 ? 'row' : 'rows'} over ${took}; the table below says the same in words.`,
      run: (attempt) => `Attempt ${attempt}`,
      waiting: 'Not begun',
      waits: { scheduled: 'scheduled', queued: 'queued', retry: 'waits to retry', rest: 'at rest until begun again' },
      outcomes: {
        running: 'running',
        succeeded: 'succeeded',
        failed: 'failed',
        stalled: 'worker lost',
        cancelled: 'cancelled',
        'handed-back': 'put off',
      },
      cut: 'Waits with a break are drawn shorter than they were.',
      cutWait: (took) => `${took}, drawn shorter`,
      cancelAsked: 'asked to end',
      table: 'As a table',
      columns: { what: 'What', from: 'From', took: 'Took', stages: 'Stages, as reported' },
    },
    events: {
      none: 'No events yet.',
      missing: 'Earlier events are not kept any more.',
      skipped: (count) => `${count} progress ${count === 1 ? 'report' : 'reports'} left out before this one`,
      raw: 'Raw',
      older: (count) => `Show ${count} older`,
    },
    attempts: { stack: 'Stack', worker: 'Worker', retryAt: 'Next attempt due' },
    noPayload: 'Shown to its owner and to administrators only.',
    noResult: 'It hands back nothing.',
    download: 'Download the file',
    image: (preset) => `Image, ${preset}`,
  },
  'zh-CN': {
    opening: '正在查找任务……',
    back: '全部任务',
    gone: {
      title: '没有您可查看的这个任务',
      about: '它可能属于其他人，凭证可能已过期，或者已在保留期结束后被删除。',
      stranger: '如果这是您的任务，请登录后查看。',
    },
    attempt: (attempt, most) => `第 ${attempt} 次尝试，共 ${most} 次`,
    again: (left) => `${left} 后进行下一次尝试`,
    soon: '即将进行下一次尝试',
    act: { cancel: '取消', retry: '重试', replay: '作为新任务重放' },
    lost: '此页面已不再跟踪该任务。',
    facts: {
      id: 'ID',
      name: '类型',
      created: '创建时间',
      started: '开始时间',
      finished: '结束时间',
      runAt: '计划时间',
      expires: '过期时间',
      took: '耗时',
      priority: '优先级',
      tags: '标签',
      replayOf: '重放自',
      ticketEnds: '凭证到期',
      skipped: '跳过原因',
    },
    copy: '复制 ID',
    copied: 'ID 已复制。',
    parts: {
      facts: '基本信息',
      timeline: '时间线',
      events: '事件',
      logs: '日志',
      payload: '参数',
      result: '结果',
      attempts: '尝试记录',
    },
    timeline: {
      about: (rows, took) => `共 ${rows} 行，历时 ${took}；下方表格以文字给出相同内容。`,
      run: (attempt) => `第 ${attempt} 次尝试`,
      waiting: '尚未开始',
      waits: { scheduled: '已计划', queued: '排队中', retry: '等待重试', rest: '已结束，等待重新开始' },
      outcomes: {
        running: '运行中',
        succeeded: '成功',
        failed: '失败',
        stalled: '工作进程丢失',
        cancelled: '已取消',
        'handed-back': '已推迟',
      },
      cut: '带断开标记的等待时间已缩短显示。',
      cutWait: (took) => `${took}，已缩短显示`,
      cancelAsked: '请求终止',
      table: '以表格显示',
      columns: { what: '内容', from: '开始', took: '耗时', stages: '阶段（按报告）' },
    },
    events: {
      none: '暂无事件。',
      missing: '更早的事件已不再保留。',
      skipped: (count) => `此前省略了 ${count} 条进度报告`,
      raw: '原始数据',
      older: (count) => `显示更早的 ${count} 条`,
    },
    attempts: { stack: '堆栈', worker: '工作进程', retryAt: '下次尝试时间' },
    noPayload: '仅对所有者和管理员显示。',
    noResult: '没有返回内容。',
    download: '下载文件',
    image: (preset) => `图片（${preset}）`,
  },
};
