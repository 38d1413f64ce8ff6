import type { Words } from '../language/language.ts';

/** The words of the list of jobs. */
export const listWords: Words<{
  title: string;
  about: string;
  aboutAll: string;
  stranger: string;
  signIn: string;
  filters: string;
  apply: string;
  clear: string;
  fields: Readonly<Record<'q' | 'state' | 'name' | 'tag' | 'owner' | 'createdAfter' | 'createdBefore', string>>;
  hint: string;
  all: string;
  open: string;
  columns: Readonly<Record<'state' | 'job' | 'created' | 'took' | 'attempt' | 'error', string>>;
  attempt: (attempt: number, most: number) => string;
  loading: string;
  none: string;
  noneFound: string;
  more: string;
  again: string;
  kept: string;
  keptAbout: string;
  keptNone: string;
  try: string;
  forget: (title: string) => string;
}> = {
  en: {
    title: 'Jobs',
    about: 'Your jobs, the newest first. New ones appear by themselves.',
    aboutAll: 'Everybody’s jobs, the newest first. New ones appear by themselves.',
    stranger: 'Sign in to see, find, cancel and retry your own jobs on any device.',
    signIn: 'Sign in',
    filters: 'More filters',
    apply: 'Search',
    clear: 'Clear filters',
    fields: {
      q: 'Search',
      state: 'State',
      name: 'Kind',
      tag: 'Tag',
      owner: 'Owner (id of a user or key)',
      createdAfter: 'Created from',
      createdBefore: 'Created before',
    },
    hint: 'Beginning of an id, or words',
    all: 'All states',
    open: 'Not finished',
    columns: { state: 'State', job: 'Job', created: 'Created', took: 'Took', attempt: 'Attempt', error: 'Error' },
    attempt: (attempt, most) => `${attempt} of ${most}`,
    loading: 'Loading jobs …',
    none: 'You have no jobs yet.',
    noneFound: 'No job fits these filters.',
    more: 'Show older jobs',
    again: 'Try again',
    kept: 'Jobs of this browser',
    keptAbout: 'Opened by tickets that are kept here, for a day.',
    keptNone: 'Register or upload a photo, and its job is kept here.',
    try: 'Try it',
    forget: (title) => `Forget ${title}`,
  },
  'zh-CN': {
    title: '任务',
    about: '您的任务，最新的在前。新任务会自动出现。',
    aboutAll: '所有人的任务，最新的在前。新任务会自动出现。',
    stranger: '登录后，可在任何设备上查看、搜索、取消和重试您自己的任务。',
    signIn: '登录',
    filters: '更多筛选',
    apply: '搜索',
    clear: '清除筛选',
    fields: {
      q: '搜索',
      state: '状态',
      name: '类型',
      tag: '标签',
      owner: '所有者（用户或密钥的 ID）',
      createdAfter: '创建时间起',
      createdBefore: '创建时间止',
    },
    hint: 'ID 的开头，或关键词',
    all: '全部状态',
    open: '未完成',
    columns: { state: '状态', job: '任务', created: '创建时间', took: '耗时', attempt: '尝试', error: '错误' },
    attempt: (attempt, most) => `${attempt}/${most}`,
    loading: '正在加载任务……',
    none: '您还没有任务。',
    noneFound: '没有符合筛选条件的任务。',
    more: '显示更早的任务',
    again: '重试',
    kept: '此浏览器的任务',
    keptAbout: '凭保存在此处的凭证打开，有效期一天。',
    keptNone: '注册或上传一张照片，任务就会保存在这里。',
    try: '试一试',
    forget: (title) => `移除 ${title}`,
  },
};
