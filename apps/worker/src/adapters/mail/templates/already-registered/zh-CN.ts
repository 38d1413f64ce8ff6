import type { Template } from '../template.ts';

/** The mail to somebody who registers again, or whose address a stranger typed. */
export const alreadyRegisteredZhCn: Template = {
  subject: '您已拥有 Jobwire 账户',
  text: `{{#if name}}{{name}},您好!{{else}}您好!{{/if}}

有人(很可能是您本人)用此邮箱再次注册了 Jobwire。该邮箱已有账户,请通过以下链接登录:

{{link}}

此链接仅可使用一次,24 小时内有效。如果不是您本人操作,请忽略本邮件;您的账户没有任何变化。
`,
  html: `{{#> layout}}
<h1 class="text" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#0f172a">{{#if name}}{{name}},您好!{{else}}您好!{{/if}}</h1>
<p class="text" style="margin:0;color:#334155">有人(很可能是您本人)用此邮箱再次注册了 Jobwire。该邮箱已有账户,请点击按钮登录:</p>
{{> button label="登录"}}
<p class="quiet" style="margin:0;color:#64748b;font-size:13px">此链接仅可使用一次,24 小时内有效。如果不是您本人操作,请忽略本邮件;您的账户没有任何变化。</p>
{{/layout}}`,
};
