import type { Template } from '../template.ts';

/** The mail to somebody who registered. */
export const welcomeEn: Template = {
  subject: 'Welcome to Jobwire: confirm your address',
  text: `{{#if name}}Hello {{name}},{{else}}Hello,{{/if}}

thank you for registering with Jobwire. Confirm your e-mail address here:

{{link}}

The link works once, within 24 hours. If you did not register, ignore this mail; nothing happens without the link.
`,
  html: `{{#> layout}}
<h1 class="text" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#0f172a">{{#if name}}Hello {{name}},{{else}}Hello,{{/if}}</h1>
<p class="text" style="margin:0;color:#334155">thank you for registering with Jobwire. Confirm your e-mail address here:</p>
{{> button label="Confirm my address"}}
<p class="quiet" style="margin:0;color:#64748b;font-size:13px">The link works once, within 24 hours. If you did not register, ignore this mail; nothing happens without the link.</p>
{{/layout}}`,
};
