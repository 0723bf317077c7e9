/** A Cucumber formatter that formats nothing: the supervisor reads the messages themselves. */
export default {
  type: 'formatter' as const,
  formatter(): void {
    // Nothing to set up.
  },
};
