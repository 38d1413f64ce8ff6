/** Tell the nodes of a parsed template apart (Handlebars, docs/compiler-api.md). */
const ofType =
  <Node extends hbs.AST.Node>(type: Node['type']) =>
  (node: hbs.AST.Node): node is Node =>
    node.type === type;

export const isBlock = ofType<hbs.AST.BlockStatement>('BlockStatement');
export const isComment = ofType<hbs.AST.CommentStatement>('CommentStatement');
export const isContent = ofType<hbs.AST.ContentStatement>('ContentStatement');
export const isMustache = ofType<hbs.AST.MustacheStatement>('MustacheStatement');
export const isPartial = ofType<hbs.AST.PartialStatement>('PartialStatement');
export const isPartialBlock = ofType<hbs.AST.PartialBlockStatement>('PartialBlockStatement');
export const isPath = ofType<hbs.AST.PathExpression>('PathExpression');
export const isSub = ofType<hbs.AST.SubExpression>('SubExpression');
export const isString = ofType<hbs.AST.StringLiteral>('StringLiteral');
