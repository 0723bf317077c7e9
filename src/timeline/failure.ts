/** True for what a function returns that refuses or fails: a number that is not 0, an enumerator that is no `…_OK`. */
export function isFailure(value: unknown): boolean {
  return typeof value === 'string' ? !value.endsWith('_OK') : typeof value === 'number' && value !== 0;
}
