/** Options of tests in which descriptors are passed between processes: elsewhere they are skipped, and say why. */
export const whereDescriptorsPass = {
  skip: process.platform === 'linux' ? false : 'descriptors are passed on Linux only',
} as const;
