// Written by `npm run generate` from packages/jobs/letters/sign-in. Edit that, not this file.
// @ts-nocheck
import type { CompiledLetter } from '../compiled-letter.ts';

export const signIn: CompiledLetter = {
  'en': {
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "Your link to sign in to Jobwire";
},"useData":true},
    text: {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Hello "
    + ((stack1 = container.lambda(container.strict(depth0, "name", {"start":{"line":1,"column":20},"end":{"line":1,"column":24}} ), depth0)) != null ? stack1 : "")
    + ",";
},"1":function(container,depth0,helpers,partials,data) {
    return "Hello,";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"name"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":1,"column":48}}})) != null ? stack1 : "")
    + "\n\nHere is your link to sign in to Jobwire:\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "link", {"start":{"line":5,"column":2},"end":{"line":5,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\nThe link works once, within one hour. It is for you alone: please do not\npass it on.\n\nYou get this mail because somebody, probably you, asked to sign in with this\naddress. If it was not you, ignore it: nobody gets in without the link.\n";
},"useData":true},
    html: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"heading"),depth0,{"name":"heading","fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paragraph"),depth0,{"name":"paragraph","fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"button"),depth0,{"name":"button","hash":{"otherwise":"If the button does not work, open this link:","link":lookupProperty(depth0,"link"),"label":"Sign in"},"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"small"),depth0,{"name":"small","fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"name"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":5,"column":14},"end":{"line":5,"column":62}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return "Hello "
    + container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":5,"column":34},"end":{"line":5,"column":38}} ), depth0))
    + ",";
},"3":function(container,depth0,helpers,partials,data) {
    return "Hello,";
},"4":function(container,depth0,helpers,partials,data) {
    return "Press the button to sign in to Jobwire.";
},"5":function(container,depth0,helpers,partials,data) {
    return "The link works once, within one hour. It is for you alone: please do not pass it on.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"layout"),depth0,{"name":"layout","hash":{"why":"You get this mail because somebody, probably you, asked to sign in with this address. If it was not you, ignore it: nobody gets in without the link.","preheader":"The link works once, within one hour."},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
  },
  'zh-CN': {
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "您的 Jobwire 登录链接";
},"useData":true},
    text: {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(container.strict(depth0, "name", {"start":{"line":1,"column":14},"end":{"line":1,"column":18}} ), depth0)) != null ? stack1 : "")
    + "，您好！";
},"1":function(container,depth0,helpers,partials,data) {
    return "您好！";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"name"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":1,"column":0},"end":{"line":1,"column":42}}})) != null ? stack1 : "")
    + "\n\n请打开以下链接登录 Jobwire：\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "link", {"start":{"line":5,"column":2},"end":{"line":5,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\n此链接仅可使用一次，1 小时内有效。\n链接仅供您本人使用，请勿转发。\n\n您收到此邮件，是因为有人（很可能是您本人）\n请求用此邮箱登录 Jobwire。\n如果不是您本人操作，请忽略本邮件；\n没有此链接，任何人都无法登录。\n";
},"useData":true},
    html: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"heading"),depth0,{"name":"heading","fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paragraph"),depth0,{"name":"paragraph","fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"button"),depth0,{"name":"button","hash":{"otherwise":"如果按钮无法点击，请打开此链接：","link":lookupProperty(depth0,"link"),"label":"登录"},"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = container.invokePartial(lookupProperty(partials,"small"),depth0,{"name":"small","fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"name"),{"name":"if","hash":{},"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":5,"column":14},"end":{"line":5,"column":56}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    return container.escapeExpression(container.lambda(container.strict(depth0, "name", {"start":{"line":5,"column":28},"end":{"line":5,"column":32}} ), depth0))
    + "，您好！";
},"3":function(container,depth0,helpers,partials,data) {
    return "您好！";
},"4":function(container,depth0,helpers,partials,data) {
    return "请点击按钮登录 Jobwire。";
},"5":function(container,depth0,helpers,partials,data) {
    return "此链接仅可使用一次，1 小时内有效。链接仅供您本人使用，请勿转发。";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"layout"),depth0,{"name":"layout","hash":{"why":"您收到此邮件，是因为有人（很可能是您本人）请求用此邮箱登录 Jobwire。如果不是您本人操作，请忽略本邮件；没有此链接，任何人都无法登录。","preheader":"此链接仅可使用一次，1 小时内有效。"},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
  },
};
