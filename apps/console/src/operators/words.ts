import type { Words } from '../language/language.ts';
import type { OpenState } from './queue-states.ts';

/** The words of the operators' page. */
export interface OperatorsWords {
  title: string;
  closed: { stranger: string; user: string; signIn: string };
  looking: string;
  lost: string;
  queue: string;
  all: string;
  window: string;
  health: {
    title: string;
    healthy: string;
    unhealthy: string;
    version: (version: string) => string;
    engine: (engine: string) => string;
    ready: string;
    away: string;
    sockets: (count: string) => string;
  };
  charts: {
    depth: { title: string; about: string };
    age: { title: string; about: string };
    rate: { title: string; about: string };
    latency: { title: string; about: string; backwards: string };
    codes: { title: string; about: string; none: string };
    oldest: string;
    ended: string;
    half: string;
    most: string;
    range: (least: string, most: string) => string;
    moment: string;
    now: string;
    nothing: string;
    unknown: string;
    table: string;
    time: string;
  };
  states: Readonly<Record<OpenState, string>>;
  queues: {
    title: string;
    states: Readonly<Record<'paused' | 'working' | 'waiting' | 'idle', string>>;
    because: (reason: string) => string;
    until: (time: string) => string;
    untilResumed: string;
    waits: (time: string) => string;
    workers: (count: number) => string;
    failed: (count: string) => string;
    pause: string;
    resume: string;
    howLong: string;
    spans: readonly { label: string; forMs?: number }[];
    pauseOf: (queue: string) => string;
    resumeOf: (queue: string) => string;
    paused: (queue: string) => string;
    resumed: (queue: string) => string;
  };
  failures: {
    title: string;
    none: string;
    all: string;
    retry: string;
    retryOf: (job: string) => string;
    retried: string;
  };
  links: { title: string; board: string; docs: string; socket: string; metrics: string };
}

const minuteMs = 60_000;

/** The words of the operators' page. */
export const operatorsWords: Words<OperatorsWords> = {
  en: {
    title: 'Operators',
    closed: {
      stranger: 'This page is for administrators. Sign in with an address that the server knows as one.',
      user: 'This page is for administrators, and your account is not one of them.',
      signIn: 'Sign in',
    },
    looking: 'Looking at the queues …',
    lost: 'What is shown may be old:',
    queue: 'Queue',
    all: 'All queues',
    window: 'The last 15 minutes',
    health: {
      title: 'Health',
      healthy: 'Healthy',
      unhealthy: 'Not healthy',
      version: (version) => `Version ${version}`,
      engine: (engine) => `Engine: ${engine}`,
      ready: 'Engine ready',
      away: 'Engine away: work is still accepted',
      sockets: (count) => `Sockets of this process: ${count}`,
    },
    charts: {
      depth: { title: 'Jobs that have not ended', about: 'As the record has them, every two seconds.' },
      age: { title: 'Longest wait', about: 'How long the oldest queued job has waited.' },
      rate: { title: 'Ended per minute', about: 'Each point counts the minute before it.' },
      latency: {
        title: 'Event latency',
        about:
          'From an event’s time to its arrival here, on the channels of the queues. The difference between the two clocks is part of it.',
        backwards: 'Some events came before they were sent: the clocks differ.',
      },
      codes: { title: 'Failures by code', about: 'Jobs that failed for good.', none: 'None in these 15 minutes.' },
      oldest: 'Oldest',
      ended: 'Cancelled or expired',
      half: 'Half within',
      most: '95 % within',
      range: (least, most) => `${least} to ${most}`,
      moment: 'Moment',
      now: 'Now',
      nothing: 'Nothing to draw yet.',
      unknown: 'unknown',
      table: 'As a table',
      time: 'Time',
    },
    states: { scheduled: 'Scheduled', queued: 'Queued', running: 'Running', retrying: 'Retrying' },
    queues: {
      title: 'Queues',
      states: { paused: 'Paused', working: 'Working', waiting: 'Waiting', idle: 'Idle' },
      because: (reason) => `Reason: ${reason}`,
      until: (time) => `Resumes at ${time}`,
      untilResumed: 'Until somebody resumes it',
      waits: (time) => `Oldest waits ${time}`,
      workers: (count) => (count === 1 ? '1 worker at work' : `${count} workers at work`),
      failed: (count) => `${count} failed in 24 h`,
      pause: 'Pause',
      resume: 'Resume',
      howLong: 'For how long',
      spans: [
        { label: 'until resumed' },
        { label: '10 minutes', forMs: 10 * minuteMs },
        { label: '1 hour', forMs: 60 * minuteMs },
      ],
      pauseOf: (queue) => `Pause ${queue}`,
      resumeOf: (queue) => `Resume ${queue}`,
      paused: (queue) => `${queue} is paused.`,
      resumed: (queue) => `${queue} is resumed.`,
    },
    failures: {
      title: 'Newest failures',
      none: 'No job has failed.',
      all: 'All failed jobs',
      retry: 'Retry',
      retryOf: (job) => `Retry ${job}`,
      retried: 'The job runs again.',
    },
    links: {
      title: 'Elsewhere',
      board: 'Bull Board',
      docs: 'API',
      socket: 'Socket protocol',
      metrics: 'Metrics',
    },
  },
  'zh-CN': {
    title: '运维',
    closed: {
      stranger: '此页面仅供管理员使用。请使用管理员邮箱登录。',
      user: '此页面仅供管理员使用，您的账户没有权限。',
      signIn: '登录',
    },
    looking: '正在查看队列……',
    lost: '显示的内容可能已过时：',
    queue: '队列',
    all: '全部队列',
    window: '最近 15 分钟',
    health: {
      title: '健康状况',
      healthy: '健康',
      unhealthy: '不健康',
      version: (version) => `版本 ${version}`,
      engine: (engine) => `引擎：${engine}`,
      ready: '引擎就绪',
      away: '引擎不可用：仍可接受任务',
      sockets: (count) => `此进程的套接字：${count}`,
    },
    charts: {
      depth: { title: '未结束的任务', about: '来自数据库记录，每两秒更新一次。' },
      age: { title: '最长等待', about: '最早入队的任务已等待的时间。' },
      rate: { title: '每分钟结束', about: '每个点统计其前一分钟。' },
      latency: {
        title: '事件延迟',
        about: '从事件发生到抵达本页面的时间，仅测量队列频道；其中包含服务器与本设备的时钟差。',
        backwards: '有些事件在发送之前就已到达：时钟不一致。',
      },
      codes: { title: '失败原因', about: '最终失败的任务。', none: '这 15 分钟内没有失败。' },
      oldest: '最早',
      ended: '取消或过期',
      half: '半数不超过',
      most: '95% 不超过',
      range: (least, most) => `${least} 至 ${most}`,
      moment: '时刻',
      now: '现在',
      nothing: '暂无数据。',
      unknown: '未知',
      table: '以表格显示',
      time: '时间',
    },
    states: { scheduled: '已计划', queued: '排队中', running: '运行中', retrying: '重试中' },
    queues: {
      title: '队列',
      states: { paused: '已暂停', working: '工作中', waiting: '等待中', idle: '空闲' },
      because: (reason) => `原因：${reason}`,
      until: (time) => `${time} 自动恢复`,
      untilResumed: '直到有人恢复',
      waits: (time) => `最早的已等待 ${time}`,
      workers: (count) => `${count} 个工作进程正在运行`,
      failed: (count) => `24 小时内失败 ${count} 个`,
      pause: '暂停',
      resume: '恢复',
      howLong: '暂停多久',
      spans: [
        { label: '直到手动恢复' },
        { label: '10 分钟', forMs: 10 * minuteMs },
        { label: '1 小时', forMs: 60 * minuteMs },
      ],
      pauseOf: (queue) => `暂停 ${queue}`,
      resumeOf: (queue) => `恢复 ${queue}`,
      paused: (queue) => `${queue} 已暂停。`,
      resumed: (queue) => `${queue} 已恢复。`,
    },
    failures: {
      title: '最近的失败',
      none: '没有失败的任务。',
      all: '全部失败的任务',
      retry: '重试',
      retryOf: (job) => `重试 ${job}`,
      retried: '任务已重新运行。',
    },
    links: {
      title: '其他入口',
      board: 'Bull Board',
      docs: 'API',
      socket: '套接字协议',
      metrics: '指标',
    },
  },
};
