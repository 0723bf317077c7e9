import { create_mailbox } from '../mailbox.mjs';

/**
 * A bounded mailbox some of whose functions are replaced.
 * @param defect Gets the sound functions and the dependencies; gives those that take their place.
 */
export function broken(name, defect) {
  return {
    specification: 'mailbox',
    name,
    version: '1.0.0',
    capabilities: { bounded: true },
    create: (dependencies) => {
      const sound = create_mailbox(dependencies, 16);
      return { ...sound, ...defect(sound, dependencies) };
    },
  };
}

/** A bounded mailbox that stands on a disk some of whose functions are replaced. */
export function brokenBelow(name, defect) {
  return broken(name, (_sound, { disk, ...others }) =>
    create_mailbox({ ...others, disk: { ...disk, ...defect(disk) } }, 16),
  );
}
