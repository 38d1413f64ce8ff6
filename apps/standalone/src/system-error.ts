/** Whether what was thrown is an error of the system with this code, whichever realm it comes from. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
