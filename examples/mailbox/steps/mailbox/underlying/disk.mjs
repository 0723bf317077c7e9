import { Buffer } from 'node:buffer';
import { observerFor, Recorder, requireSeam } from 'iospec/system';

/** The functions that a mailbox calls below: what they do is seen, and a scenario can make the next write fail. */
export class Disk {
  /** The calls so far, the oldest first, with their places in the timeline. */
  calls = [];
  /** The next write, where it is to fail: why, and how. */
  fault = null;

  constructor(kind, files, { adapter, timeline }) {
    this.kind = kind;
    this.files = files;
    this.adapter = adapter;
    this.recorder = new Recorder(observerFor(timeline));
  }

  /** The functions as the adapter gets them. */
  get functions() {
    const { files } = this;
    return {
      disk_write: (file, bytes) => this.observe('disk_write', file, () => this.write(file, bytes), bytes),
      disk_read: (file) => this.observe('disk_read', file, () => files.read(file)),
      disk_remove: (file) => this.observe('disk_remove', file, () => files.remove(file)),
      disk_names: () => this.observe('disk_names', '', () => files.names()),
    };
  }

  /** Makes the next write fail. */
  failNextWrite(reason) {
    requireSeam(this.adapter.capabilities, 'disk');
    this.fault = { reason, write: this.files.failingWrite(reason) };
  }

  write(file, bytes) {
    const { fault } = this;
    if (fault === null) return this.files.write(file, bytes);
    this.fault = null;
    this.recorder.fault('disk_write', fault.reason);
    return fault.write(file, bytes);
  }

  observe(name, file, perform, bytes = []) {
    // The bytes are the caller's own again as soon as the call has returned.
    this.calls.push({ name, file, bytes: Buffer.from(bytes), sequence: this.recorder.observer.mark() });
    this.recorder.call(name, file);
    const result = perform();
    this.recorder.returned(name, result === false ? 'failed' : '');
    return result;
  }
}
