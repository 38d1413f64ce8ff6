/** One mail in one language, in Handlebars. Variables: `name` (may be empty) and `link`. */
export interface Template {
  subject: string;
  text: string;
  html: string;
}
