import type { Words } from '../language/language.ts';
import { bytesText } from '../language/time.ts';
import type { CardState } from './cards.ts';
import type { Refusal } from './upload-rules.ts';

/** The words of the page where things are tried. */
export interface TryWords {
  title: string;
  about: string;
  register: {
    title: string;
    about: string;
    email: string;
    name: string;
    send: string;
    next: (address: string) => string;
    inbox: string;
  };
  upload: {
    title: string;
    choose: string;
    drop: string;
    rule: (types: string, size: string) => string;
    signIn: string;
    signInLink: string;
  };
  refused: (refusal: Refusal, types: string, size: string) => string;
  cards: { title: string; clear: string; more: (count: number) => string; empty: string };
  flow: { about: string; request: string; job: string; events: string };
  flowAbout: { request: string; job: string; events: string };
  /** Of files; those of jobs are in live-job/states.ts. */
  states: Readonly<Record<'waiting' | 'sending' | 'unsent' | 'stopped' | 'refused', string>>;
  stages: Readonly<Record<string, string>>;
  sent: (share: number, bytes: number) => string;
  attempt: (attempt: number, most: number | undefined) => string;
  nextIn: (duration: string) => string;
  soon: string;
  gone: string;
  took: (duration: string) => string;
  skipped: (reason: string) => string;
  photo: (name: string) => string;
  preview: (name: string) => string;
  size: (preset: string, name: string) => string;
  saved: (preset: string, percent: number) => string;
  original: (width: number, height: number, size: string) => string;
  actions: {
    stop: string;
    again: string;
    cancel: string;
    retry: string;
    mail: string;
    forget: (name: string) => string;
  };
  said: (name: string, state: string) => string;
}

/** Where a file has no state of its own, its job has. */
export function isFileState(state: CardState): state is keyof TryWords['states'] {
  return Object.hasOwn(tryWords.en.states, state);
}

/** The words of the page where things are tried. */
export const tryWords: Words<TryWords> = {
  en: {
    title: 'See it work',
    about: 'Register or drop a few photos: every step of each job arrives here as it happens.',
    register: {
      title: 'Register',
      about: 'A welcome mail is sent in the background.',
      email: 'E-mail address',
      name: 'Name (optional)',
      send: 'Register',
      next: (address) => `A mail with a link goes to ${address}. Its link signs this browser in.`,
      inbox: 'Open the inbox',
    },
    upload: {
      title: 'Upload photos',
      choose: 'Choose photos',
      drop: 'Drop them anywhere on this page, paste them, or choose files.',
      rule: (types, size) => `${types}, up to ${size} each`,
      signIn: 'On this server, photos are for people who are signed in.',
      signInLink: 'Sign in to upload',
    },
    refused: (refusal, types, size) =>
      ({
        empty: 'The file is empty.',
        large: `The file is too large: a photo may have ${size}.`,
        heic: 'HEIC photos cannot be read. Share the photo as JPEG.',
        type: `This is not a photo of a kind that is taken: ${types}.`,
      })[refusal],
    cards: {
      title: 'Your jobs',
      clear: 'Clear finished',
      more: (count) => `Show ${count} more`,
      empty: 'Nothing here yet. Start a job, and watch each of its steps.',
    },
    flow: {
      about: 'A request becomes a job, the job tells events',
      request: 'Request',
      job: 'Job',
      events: 'Events',
    },
    flowAbout: {
      request: 'accepted at once',
      job: 'runs in a worker, again if it must',
      events: 'arrive here, in order',
    },
    states: {
      waiting: 'Waiting',
      sending: 'Uploading',
      unsent: 'Not uploaded',
      stopped: 'Upload stopped',
      refused: 'Not taken',
    },
    stages: {},
    sent: (share, bytes) => `${bytesText(share * bytes)} of ${bytesText(bytes)}`,
    attempt: (attempt, most) => (most === undefined ? `attempt ${attempt}` : `attempt ${attempt} of ${most}`),
    nextIn: (duration) => `next attempt in ${duration}`,
    soon: 'next attempt in a moment',
    gone: 'This job is not there any more.',
    took: (duration) => `took ${duration}`,
    skipped: (reason) => `Nothing was to be done: ${reason}`,
    photo: (name) => `Photo ${name}`,
    preview: (name) => `Preview of ${name}`,
    size: (preset, name) => `${preset} size of ${name}`,
    saved: (preset, percent) => `${preset} saves ${percent} %`,
    original: (width, height, size) => `Original: ${width} × ${height}, ${size}`,
    actions: {
      stop: 'Stop upload',
      again: 'Try again',
      cancel: 'Cancel job',
      retry: 'Run again',
      mail: 'Open the mail',
      forget: (name) => `Forget ${name}`,
    },
    said: (name, state) => `${name}: ${state}`,
  },
  'zh-CN': {
    title: '亲眼看它运行',
    about: '注册账户，或拖入几张照片：每个任务的每一步都会实时显示在这里。',
    register: {
      title: '注册',
      about: '欢迎邮件会在后台发送。',
      email: '邮箱地址',
      name: '姓名（选填）',
      send: '注册',
      next: (address) => `含有链接的邮件将发送到 ${address}，打开链接即可在此浏览器中登录。`,
      inbox: '打开收件箱',
    },
    upload: {
      title: '上传照片',
      choose: '选择照片',
      drop: '拖到本页任意位置、粘贴，或选择文件。',
      rule: (types, size) => `支持 ${types}，每张不超过 ${size}`,
      signIn: '在此服务器上，登录后才能上传照片。',
      signInLink: '登录后上传',
    },
    refused: (refusal, types, size) =>
      ({
        empty: '文件是空的。',
        large: `文件太大：每张照片不能超过 ${size}。`,
        heic: '无法读取 HEIC 照片，请将照片导出为 JPEG。',
        type: `不支持这种文件，请使用 ${types}。`,
      })[refusal],
    cards: {
      title: '您的任务',
      clear: '清除已结束',
      more: (count) => `再显示 ${count} 个`,
      empty: '这里还没有任务。启动一个，看看它的每一步。',
    },
    flow: { about: '请求变成任务，任务发出事件', request: '请求', job: '任务', events: '事件' },
    flowAbout: { request: '立即受理', job: '由工作进程执行，必要时重试', events: '按顺序到达这里' },
    states: {
      waiting: '等待上传',
      sending: '正在上传',
      unsent: '未能上传',
      stopped: '已停止上传',
      refused: '未接受',
    },
    stages: {
      upload: '上传',
      probe: '读取',
      resize: '缩放',
      store: '保存',
      render: '撰写',
      connect: '连接',
      send: '发送',
    },
    sent: (share, bytes) => `${bytesText(share * bytes)} / ${bytesText(bytes)}`,
    attempt: (attempt, most) => (most === undefined ? `第 ${attempt} 次尝试` : `第 ${attempt} 次尝试，共 ${most} 次`),
    nextIn: (duration) => `${duration} 后重试`,
    soon: '即将重试',
    gone: '该任务已不存在。',
    took: (duration) => `用时 ${duration}`,
    skipped: (reason) => `无需处理：${reason}`,
    photo: (name) => `照片 ${name}`,
    preview: (name) => `${name} 的预览`,
    size: (preset, name) => `${name} 的 ${preset} 尺寸`,
    saved: (preset, percent) => `${preset} 节省 ${percent}%`,
    original: (width, height, size) => `原图：${width} × ${height}，${size}`,
    actions: {
      stop: '停止上传',
      again: '重试',
      cancel: '取消任务',
      retry: '重新运行',
      mail: '打开邮件',
      forget: (name) => `移除 ${name}`,
    },
    said: (name, state) => `${name}：${state}`,
  },
};
