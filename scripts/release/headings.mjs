/**
 * The levels of a page's headings in their order, e.g. [1, 2, 2, 3]; what stands in code blocks is none.
 *
 * @param {string} page Markdown
 * @returns {number[]}
 */
export function headingLevels(page) {
  return [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^(#+) /gm)].map(([, marks]) => marks.length);
}
