import type { Template } from '../template.ts';

/** The mail to somebody who registered. */
export const welcomeZhCn: Template = {
  subject: '欢迎使用 Jobwire:请确认您的邮箱',
  text: `{{#if name}}{{name}},您好!{{else}}您好!{{/if}}

感谢您注册 Jobwire。请打开以下链接确认您的邮箱地址:

{{link}}

此链接仅可使用一次,24 小时内有效。如果您没有注册,请忽略本邮件;不打开链接就不会有任何变化。
`,
  html: `{{#> layout}}
<h1 class="text" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#0f172a">{{#if name}}{{name}},您好!{{else}}您好!{{/if}}</h1>
<p class="text" style="margin:0;color:#334155">感谢您注册 Jobwire。请点击按钮确认您的邮箱地址:</p>
{{> button label="确认我的邮箱"}}
<p class="quiet" style="margin:0;color:#64748b;font-size:13px">此链接仅可使用一次,24 小时内有效。如果您没有注册,请忽略本邮件;不打开链接就不会有任何变化。</p>
{{/layout}}`,
};
