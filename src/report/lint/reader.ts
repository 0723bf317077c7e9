/** Where a rendering of findings will be read. */
export interface LintReader {
  /** Folder that the files of findings are relative to. */
  readonly folder: string;
  readonly isColorful: boolean;
}
