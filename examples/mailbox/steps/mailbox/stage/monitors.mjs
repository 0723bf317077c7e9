import { insideCalls } from 'iospec/system';
import { deliveriesIn, isDelivery, postedIn } from './letters.mjs';

/** The n-th letter that is delivered is the n-th that was posted, whatever a scenario is about. */
const inOrder = {
  name: 'letters come in the order in which they were posted',
  breaches: (timeline) => {
    const posted = postedIn(timeline);
    return deliveriesIn(timeline)
      .map((callback, position) => ({
        callback,
        what: `letter ${position + 1} of ${posted.length} is another one`,
        isInOrder: isDelivery(callback, posted[position]),
      }))
      .filter(({ isInOrder }) => !isInOrder);
  },
};

/** What is watched in every scenario, and the requirement that stands for it. */
export const monitors = [
  { rule: inOrder, requirements: ['SRS_MAILBOX_01_021'] },
  // No sentence says it; a mailbox without threads has no other way.
  { rule: insideCalls, requirements: [] },
];
