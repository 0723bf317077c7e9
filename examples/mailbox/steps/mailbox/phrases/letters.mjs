import { callbacksIn, scopeOf, Then } from 'iospec/system';
import { postedIn } from '../stage/letters.mjs';

Then(
  /^(\w+) shall call (\w+) once for each of them, in the order in which they were posted$/,
  function (functionName, parameter) {
    const wanted = postedIn(this.timeline).map(String).join(', ');
    const delivered = callbacksIn(scopeOf(this, functionName), parameter)
      .map(({ arguments: { letter, size } }) => String(letter.subarray(0, size)))
      .join(', ');
    this.expect.that(
      wanted !== '' && delivered === wanted,
      `${functionName} calls ${parameter} once for each letter`,
      wanted,
      delivered || 'no letter',
    );
  },
);
