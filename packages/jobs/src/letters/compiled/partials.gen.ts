// Written by `npm run generate` from packages/jobs/letters/partials. Edit that, not this file.
// @ts-nocheck
import type { CompiledPartials } from '../compiled-letter.ts';

export const partials: CompiledPartials = {
  'button': {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression;

  return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:24px 0 20px\"><tr>\n<td class=\"button\" align=\"center\" bgcolor=\"#1d4ed8\" style=\"border-radius:8px;background-color:#1d4ed8;mso-padding-alt:13px 26px\"><a href=\""
    + alias3(alias2(alias1(depth0, "link", {"start":{"line":3,"column":140},"end":{"line":3,"column":144}} ), depth0))
    + "\" style=\"display:inline-block;padding:13px 26px;font-size:16px;line-height:1.3;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":3,"column":297},"end":{"line":3,"column":302}} ), depth0))
    + "</a></td>\n</tr></table>\n<p class=\"quiet\" style=\"margin:0;font-size:13px;line-height:1.6;color:#475569\">"
    + alias3(alias2(alias1(depth0, "otherwise", {"start":{"line":5,"column":81},"end":{"line":5,"column":90}} ), depth0))
    + "<br><a class=\"quiet\" href=\""
    + alias3(alias2(alias1(depth0, "link", {"start":{"line":5,"column":121},"end":{"line":5,"column":125}} ), depth0))
    + "\" style=\"color:#475569;text-decoration:underline;word-break:break-all;overflow-wrap:anywhere\">"
    + alias3(alias2(alias1(depth0, "link", {"start":{"line":5,"column":223},"end":{"line":5,"column":227}} ), depth0))
    + "</a></p>\n";
},"useData":true},
  'heading': {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<h1 class=\"text\" style=\"margin:0 0 14px;font-size:22px;line-height:1.35;font-weight:700;color:#0f172a;word-break:break-word;overflow-wrap:anywhere\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"@partial-block"),depth0,{"name":"@partial-block","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</h1>\n";
},"usePartial":true,"useData":true},
  'layout': {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!doctype html>\n<html lang=\""
    + alias3(alias2(alias1(depth0, "locale", {"start":{"line":4,"column":14},"end":{"line":4,"column":20}} ), depth0))
    + "\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no, url=no\">\n<title>"
    + alias3(alias2(alias1(depth0, "subject", {"start":{"line":11,"column":9},"end":{"line":11,"column":16}} ), depth0))
    + "</title>\n\u003C!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->\n<style>\n  :root { color-scheme: light dark; supported-color-schemes: light dark }\n  @media (prefers-color-scheme: dark) {\n    .page { background-color: #0f172a !important }\n    .card { background-color: #1e293b !important; border-color: #334155 !important }\n    .text { color: #e2e8f0 !important }\n    .quiet { color: #a3b1c6 !important }\n    .button { background-color: #2563eb !important }\n  }\n  @media (max-width: 480px) {\n    .outer { padding: 16px 12px !important }\n    .inner { padding: 28px 22px !important }\n  }\n</style>\n</head>\n<body class=\"page\" style=\"margin:0;padding:0;background-color:#f1f5f9;-webkit-text-size-adjust:100%\">\n<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">"
    + alias3(alias2(alias1(depth0, "preheader", {"start":{"line":29,"column":70},"end":{"line":29,"column":79}} ), depth0))
    + "</div>\n<table role=\"presentation\" class=\"page\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#f1f5f9\" style=\"background-color:#f1f5f9\">\n<tr><td class=\"outer\" align=\"center\" style=\"padding:32px 16px\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"560\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"max-width:560px;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif\">\n<tr><td class=\"text\" style=\"padding:0 4px 14px;text-align:left;font-size:15px;line-height:1.4;font-weight:700;color:#0f172a\">Jobwire</td></tr>\n<tr><td class=\"card inner\" bgcolor=\"#ffffff\" style=\"padding:34px 32px 30px;text-align:left;font-size:16px;line-height:1.6;background-color:#ffffff;border:1px solid #e2e8f0;border-radius:12px\">\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"@partial-block"),depth0,{"name":"@partial-block","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td></tr>\n<tr><td class=\"quiet\" style=\"padding:18px 4px 0;text-align:left;font-size:13px;line-height:1.6;color:#475569\">"
    + alias3(alias2(alias1(depth0, "why", {"start":{"line":38,"column":112},"end":{"line":38,"column":115}} ), depth0))
    + "</td></tr>\n</table>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</td></tr>\n</table>\n</body>\n</html>\n";
},"usePartial":true,"useData":true},
  'paragraph': {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"text\" style=\"margin:0 0 14px;color:#334155;word-break:break-word;overflow-wrap:anywhere\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"@partial-block"),depth0,{"name":"@partial-block","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</p>\n";
},"usePartial":true,"useData":true},
  'small': {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"quiet\" style=\"margin:14px 0 0;font-size:14px;color:#475569\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"@partial-block"),depth0,{"name":"@partial-block","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</p>\n";
},"usePartial":true,"useData":true},
};
