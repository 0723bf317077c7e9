import type { LintRule } from '../rule.js';
import { callbackValue } from './callback_value.js';
import { callbackWithoutValue } from './callback_without_value.js';
import { calledData } from './called_data.js';
import { copiedSentence } from './copied_sentence.js';
import { deadLink } from './dead_link.js';
import { duplicateId } from './duplicate_id.js';
import { listingInRequirement } from './listing_in_requirement.js';
import { missingColon } from './missing_colon.js';
import { missingVerb } from './missing_verb.js';
import { mixedUpCallback } from './mixed_up_callback.js';
import { noObligation } from './no_obligation.js';
import { nothingOfItsOwn } from './nothing_of_its_own.js';
import { otherFunction } from './other_function.js';
import { prefixBeforeMarker } from './prefix_before_marker.js';
import { prototypesDiffer } from './prototypes_differ.js';
import { repeatedWord } from './repeated_word.js';
import { returnType } from './return_type.js';
import { skippedId } from './skipped_id.js';
import { textBehindCloser } from './text_behind_closer.js';
import { twoSpellings } from './two_spellings.js';
import { unbalancedMarkers } from './unbalanced_markers.js';
import { undeclaredName } from './undeclared_name.js';
import { unknownFunction } from './unknown_function.js';
import { unknownMember } from './unknown_member.js';
import { unknownParameter } from './unknown_parameter.js';

/** Every rule: those about markers first, then those about sentences, then those about names. */
export const LINT_RULES: readonly LintRule[] = [
  duplicateId,
  missingColon,
  prefixBeforeMarker,
  unbalancedMarkers,
  textBehindCloser,
  skippedId,
  deadLink,
  listingInRequirement,
  noObligation,
  missingVerb,
  nothingOfItsOwn,
  repeatedWord,
  copiedSentence,
  otherFunction,
  unknownParameter,
  unknownMember,
  undeclaredName,
  unknownFunction,
  twoSpellings,
  mixedUpCallback,
  prototypesDiffer,
  returnType,
  calledData,
  callbackValue,
  callbackWithoutValue,
];
