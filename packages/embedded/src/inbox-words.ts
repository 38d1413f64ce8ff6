/** What the page says, in one language. */
export interface InboxWords {
  /** Of the page, as in `lang`. */
  language: string;
  inbox: string;
  mails(count: number): string;
  found(count: number, query: string): string;
  search: string;
  searchFor: string;
  none: string;
  noneFound: string;
  hint: string;
  choose: string;
  gone: string;
  all: string;
  noSubject: string;
  nobody: string;
  from: string;
  to: string;
  copy: string;
  sent: string;
  files: string;
  fileCount(count: number): string;
  views: string;
  tabs: Readonly<Record<'html' | 'text' | 'headers' | 'raw', string>>;
  noText: string;
  asSent: string;
  noRemote: string;
  cut: string;
  download: string;
  deleteAll: string;
  deleteReally(count: number): string;
}

const english: InboxWords = {
  language: 'en',
  inbox: 'Inbox',
  mails: (count) => (count === 1 ? '1 mail' : `${count} mails`),
  found: (count, query) => `${count === 1 ? '1 mail' : `${count} mails`} for “${query}”`,
  search: 'Search mails',
  searchFor: 'Sender, recipient, subject or text',
  none: 'No mails yet.',
  noneFound: 'No mail has all these words.',
  hint: 'Mails that the system sends arrive here. Nothing leaves this machine.',
  choose: 'Choose a mail.',
  gone: 'This mail is not here any more.',
  all: 'All mails',
  noSubject: '(no subject)',
  nobody: '(nobody)',
  from: 'From',
  to: 'To',
  copy: 'Copy',
  sent: 'Sent',
  files: 'Files',
  fileCount: (count) => (count === 1 ? '1 file' : `${count} files`),
  views: 'Views of this mail',
  tabs: { html: 'HTML', text: 'Text', headers: 'Headers', raw: 'Raw' },
  noText: '(no plain text)',
  asSent: 'The mail as it looks',
  noRemote: 'Pictures of other servers are not loaded here.',
  cut: 'This is its beginning.',
  download: 'Download all of it',
  deleteAll: 'Delete all',
  deleteReally: (count) => `Delete ${count === 1 ? '1 mail' : `all ${count} mails`} for good`,
};

const chinese: InboxWords = {
  language: 'zh-CN',
  inbox: '收件箱',
  mails: (count) => `${count} 封邮件`,
  found: (count, query) => `“${query}”:${count} 封邮件`,
  search: '搜索邮件',
  searchFor: '发件人、收件人、主题或正文',
  none: '还没有邮件。',
  noneFound: '没有包含这些词的邮件。',
  hint: '系统发出的邮件会到这里。没有任何邮件离开这台机器。',
  choose: '请选择一封邮件。',
  gone: '这封邮件已不在这里。',
  all: '所有邮件',
  noSubject: '(无主题)',
  nobody: '(无收件人)',
  from: '发件人',
  to: '收件人',
  copy: '抄送',
  sent: '时间',
  files: '附件',
  fileCount: (count) => `${count} 个附件`,
  views: '邮件视图',
  tabs: { html: 'HTML', text: '纯文本', headers: '邮件头', raw: '源码' },
  noText: '(无纯文本)',
  asSent: '邮件的样子',
  noRemote: '这里不加载其他服务器的图片。',
  cut: '这是开头部分。',
  download: '下载全文',
  deleteAll: '全部删除',
  deleteReally: (count) => `永久删除 ${count} 封邮件`,
};

/** The words that `Accept-Language` prefers (RFC 9110 §12.5.4); English when it knows neither language. */
export function wordsFor(acceptLanguage: string | undefined): InboxWords {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .map(([tag = '', weight = '1']) => ({ tag: tag.toLowerCase(), weight: Number(weight) }))
    .filter(({ tag, weight }) => weight > 0 && /^(en|zh)\b/.test(tag))
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('zh') ? chinese : english;
}
