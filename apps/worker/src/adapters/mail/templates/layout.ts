/**
 * The frame of every HTML mail, a Handlebars partial block. Tables and inline styles, because mail programs know little
 * else; it shrinks to narrow screens and names its dark colours where programs ask for them.
 */
export const layout = `<!doctype html>
<html lang="{{locale}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>
  :root { color-scheme: light dark }
  @media (prefers-color-scheme: dark) {
    .page { background: #0f172a !important }
    .card { background: #1e293b !important }
    .text { color: #e2e8f0 !important }
    .quiet { color: #94a3b8 !important }
    .button { background: #3b82f6 !important }
  }
  @media (max-width: 480px) { .card { padding: 24px 20px !important } }
</style>
</head>
<body class="page" style="margin:0;background:#f1f5f9">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f1f5f9"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px"><tr><td class="card" style="background:#ffffff;border-radius:12px;padding:32px;font:16px/1.6 -apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',sans-serif">
{{> @partial-block}}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;

/** The link as a button, and once more as text for those who cannot press it. */
export const button = `<p style="margin:28px 0"><a class="button" href="{{link}}" style="display:inline-block;background:#1d4ed8;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 24px;border-radius:8px">{{label}}</a></p>
<p class="quiet" style="margin:0 0 16px;color:#64748b;font-size:13px;word-break:break-all">{{link}}</p>`;
