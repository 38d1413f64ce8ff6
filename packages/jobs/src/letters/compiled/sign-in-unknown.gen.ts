// Written by `npm run generate` from packages/jobs/letters/sign-in-unknown. Edit that, not this file.
// @ts-nocheck
import type { CompiledLetter } from '../compiled-letter.ts';

export const signInUnknown: CompiledLetter = {
  'en': {
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "This address has no Jobwire account";
},"useData":true},
    text: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Hello,\n\nSomebody, probably you, asked to sign in to Jobwire with this address, but\nit has no account. Did you register with another address? Then sign in with\nthat one. If not, you can register here:\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "link", {"start":{"line":7,"column":2},"end":{"line":7,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\nYou get this mail because this address was entered to sign in. If it was not\nyou, ignore it: no account was created.\n";
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
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paragraph"),depth0,{"name":"paragraph","fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paragraph"),depth0,{"name":"paragraph","fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"button"),depth0,{"name":"button","hash":{"otherwise":"If the button does not work, open this link:","link":lookupProperty(depth0,"link"),"label":"Go to Jobwire"},"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "Hello,";
},"2":function(container,depth0,helpers,partials,data) {
    return "Somebody, probably you, asked to sign in to Jobwire with this address, but it has no account.";
},"3":function(container,depth0,helpers,partials,data) {
    return "Did you register with another address? Then sign in with that one. If not, you are welcome to register:";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"layout"),depth0,{"name":"layout","hash":{"why":"You get this mail because this address was entered to sign in. If it was not you, ignore it: no account was created.","preheader":"Perhaps you registered with another address?"},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
  },
  'zh-CN': {
    subject: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "此邮箱尚未注册 Jobwire";
},"useData":true},
    text: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "您好！\n\n有人（很可能是您本人）请求用此邮箱登录 Jobwire，\n但此邮箱还没有账户。\n如果您曾用其他邮箱注册，请使用那个邮箱登录；\n如果尚未注册，欢迎前往注册：\n\n"
    + ((stack1 = container.lambda(container.strict(depth0, "link", {"start":{"line":8,"column":2},"end":{"line":8,"column":6}} ), depth0)) != null ? stack1 : "")
    + "\n\n您收到此邮件，是因为有人在登录时填写了此邮箱。\n如果不是您本人操作，请忽略本邮件；\n我们没有为此邮箱创建账户。\n";
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
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paragraph"),depth0,{"name":"paragraph","fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"paragraph"),depth0,{"name":"paragraph","fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"button"),depth0,{"name":"button","hash":{"otherwise":"如果按钮无法点击，请打开此链接：","link":lookupProperty(depth0,"link"),"label":"前往 Jobwire"},"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "您好！";
},"2":function(container,depth0,helpers,partials,data) {
    return "有人（很可能是您本人）请求用此邮箱登录 Jobwire，但此邮箱还没有账户。";
},"3":function(container,depth0,helpers,partials,data) {
    return "如果您曾用其他邮箱注册，请使用那个邮箱登录；如果尚未注册，欢迎前往注册：";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.invokePartial(lookupProperty(partials,"layout"),depth0,{"name":"layout","hash":{"why":"您收到此邮件，是因为有人在登录时填写了此邮箱。如果不是您本人操作，请忽略本邮件；我们没有为此邮箱创建账户。","preheader":"您是否曾用其他邮箱注册？"},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "");
},"usePartial":true,"useData":true},
  },
};
