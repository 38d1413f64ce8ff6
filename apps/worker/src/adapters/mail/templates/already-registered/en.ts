import type { Template } from '../template.ts';

/** The mail to somebody who registers again, or whose address a stranger typed. */
export const alreadyRegisteredEn: Template = {
  subject: 'You already have a Jobwire account',
  text: `{{#if name}}Hello {{name}},{{else}}Hello,{{/if}}

somebody, probably you, registered this address with Jobwire. It has an account already. Sign in here:

{{link}}

The link works once, within 24 hours. If it was not you, ignore this mail; your account is unchanged.
`,
  html: `{{#> layout}}
<h1 class="text" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#0f172a">{{#if name}}Hello {{name}},{{else}}Hello,{{/if}}</h1>
<p class="text" style="margin:0;color:#334155">somebody, probably you, registered this address with Jobwire. It has an account already. Sign in here:</p>
{{> button label="Sign in"}}
<p class="quiet" style="margin:0;color:#64748b;font-size:13px">The link works once, within 24 hours. If it was not you, ignore this mail; your account is unchanged.</p>
{{/layout}}`,
};
