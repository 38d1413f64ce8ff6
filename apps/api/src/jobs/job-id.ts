const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for the text of a job's id as this system writes it. Anything else names no job. */
export function isJobId(text: string): boolean {
  return uuid.test(text);
}
