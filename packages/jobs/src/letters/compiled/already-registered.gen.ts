// Written by `npm run generate` from packages/jobs/letters/already-registered. Edit that, not this file.
// @ts-nocheck
import type { CompiledLetter } from '../compiled-letter.ts';

export const alreadyRegistered: CompiledLetter = {
  'en': {
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "You already have a Jobwire account";
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
    + "\n\nGood to see you again. This address has a Jobwire account already, so there\nis no need to register. Sign in here:\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "link", {"start":{"line":6,"column":2},"end":{"line":6,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\nThe link works once, within 24 hours.\n\nYou get this mail because somebody, probably you, registered with this\naddress again. If it was not you, ignore it: your account is unchanged.\n";
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
    return "Good to see you again. This address has a Jobwire account already, so there is no need to register. Just sign in:";
},"5":function(container,depth0,helpers,partials,data) {
    return "The link works once, within 24 hours.";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"layout"),depth0,{"name":"layout","hash":{"why":"You get this mail because somebody, probably you, registered with this address again. If it was not you, ignore it: your account is unchanged.","preheader":"There is no need to register again: sign in with this link."},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
  },
  'zh-CN': {
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "您已拥有 Jobwire 账户";
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
    + "\n\n很高兴再次见到您。此邮箱已有 Jobwire 账户，无需重新注册。\n请打开以下链接登录：\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "link", {"start":{"line":6,"column":2},"end":{"line":6,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\n此链接仅可使用一次，24 小时内有效。\n\n您收到此邮件，是因为有人（很可能是您本人）\n用此邮箱再次注册了 Jobwire。\n如果不是您本人操作，请忽略本邮件；\n您的账户没有任何变化。\n";
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
    return "很高兴再次见到您。此邮箱已有 Jobwire 账户，无需重新注册，直接登录即可：";
},"5":function(container,depth0,helpers,partials,data) {
    return "此链接仅可使用一次，24 小时内有效。";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"layout"),depth0,{"name":"layout","hash":{"why":"您收到此邮件，是因为有人（很可能是您本人）用此邮箱再次注册了 Jobwire。如果不是您本人操作，请忽略本邮件；您的账户没有任何变化。","preheader":"无需重新注册，点击链接即可登录。"},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
  },
};
