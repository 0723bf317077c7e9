import { Given, When } from '../system/phrase_registry.js';
import type { IospecWorld } from '../stage/world.js';
import {
  callUnderTest,
  defineCircumstance,
  enterStateOrWithdraw,
  prepareUnlessChosen,
} from './circumstances.js';
import { argumentOf, valueOf } from './values.js';

When(/^(\w+) is called(?: and succeeds)?$/, async function (this: IospecWorld, functionName: string) {
  await prepareUnlessChosen(this, functionName);
  await this.stage.beforeCall(functionName);
  callUnderTest(this, functionName);
});

Given(/^the adapter is in (\w+)$/, function (this: IospecWorld, state: string) {
  return enterStateOrWithdraw(this, state);
});

/** "the on_io_error parameter is NULL", "the argument buffer is NULL", "store_handle is NULL", "the size is zero". */
defineCircumstance(
  '(?:the )?(?:argument )?(\\w+)(?: parameter| argument| value)? is (NULL|zero|-?\\d+)',
  async (world, functionName, parameter = '', word = '') => {
    await prepareUnlessChosen(world, functionName);
    return { [parameter]: valueOf(word) };
  },
);

/** "the hostname member of io_create_parameters value is NULL". */
defineCircumstance(
  'the (\\w+) member of (\\w+)(?: value)? is (NULL|-?\\d+)',
  async (world, functionName, member = '', parameter = '', word = '') => {
    await prepareUnlessChosen(world, functionName);
    return { [parameter]: { ...argumentOf(world, functionName, parameter), [member]: valueOf(word) } };
  },
);

/** A sibling sentence's wrong state as the reason of a failure. */
defineCircumstance('the adapter is in (\\w+)', async (world, _functionName, state = '') => {
  return (await enterStateOrWithdraw(world, state)) ?? {};
});
