/**
 * Base forms that open a duty of their own behind "and", "then" or a comma. A word is listed when it is a verb of
 * requirement documents; whether it is one in its place, `startsDuty` decides.
 */
const VERBS = new Set(
  `abort accept add allocate append assign begin break build call cancel cause change check clear close complete compute
  connect construct continue convert copy create decode decrease decrement delete dequeue destroy detach determine discard
  dispatch do drop encode end enqueue ensure enter execute exit export fail fill finish flush force forward free generate get give
  handle ignore implement increase increment indicate initialize insert install invoke iterate keep leave load lock log loop
  make mark move notify obtain open parse pass perform populate post prepare print proceed process produce provide push
  put queue raise read receive record reduce register reject release remain remove replace report reset resize restore resume
  retain retrieve retry return run save schedule send serialize set shut signal skip start stop store submit succeed
  suspend switch terminate throw transition trigger try unload unlock unregister update use validate verify wait wake
  write`.split(/\s+/),
);

/** Verbs that are a duty without an object. */
const COMPLETE = new Set([
  'fail',
  'return',
  'continue',
  'succeed',
  'stop',
  'exit',
  'wait',
  'proceed',
  'terminate',
  'abort',
]);

const ADVERBS =
  '(?:(?:then|first|also|immediately|repeatedly|forcibly|subsequently|finally|again|not|only|always) )*';
const JOINT = new RegExp(`(,? and then |,? and |,? then |; |, )(?=${ADVERBS}[a-z]+\\b)`, 'g');
const INTRODUCES = /^(?:then )?(?:do |perform |execute )?the following$/i;

/**
 * Splits a predicate into one duty for each verb: "log an error and return _FAILURE_" are two. Nouns that "and" joins stay
 * together. What only introduces a list ("do the following") is no duty.
 */
export function splitDuties(subject: string, modal: string, predicate: string): readonly string[] {
  const duties: string[] = [];
  let current = { subject, modal, words: '' };
  for (const piece of clauses(predicate)) {
    const own = ownSubject(piece.words);
    if (own === null) {
      for (const words of verbPhrases(piece.joint + piece.words)) duties.push(duty({ ...current, words }));
    } else {
      current = { subject: own.subject === '' ? subject : own.subject, modal: own.modal, words: '' };
      const then = piece.joint === 'then ' ? 'then ' : '';
      for (const words of verbPhrases(then + own.words)) {
        duties.push(
          own.adverbial === ''
            ? duty({ ...current, words })
            : `${own.adverbial} ${duty({ ...current, words })}`,
        );
      }
    }
  }
  return duties.filter((text) => text !== '');
}

function duty({ subject, modal, words }: { subject: string; modal: string; words: string }): string {
  const predicate = words.trim().replace(/,$/, '');
  if (predicate === '' || INTRODUCES.test(predicate)) return '';
  return `${subject} ${modal} ${predicate}`;
}

interface Clause {
  readonly joint: '' | 'then ';
  readonly words: string;
}

/** Parts of a predicate that have a modal verb of their own: "… and this shall …", "… and shall …", "…, thus x shall …". */
function clauses(predicate: string): readonly Clause[] {
  const parts: Clause[] = [];
  let rest = predicate;
  let joint: Clause['joint'] = '';
  const pattern =
    /(?:,? and (then )?|,? (then )|, (?:thus|so|hence|therefore) |; )(?=((?:on (?:success|failure) )|(?:from now on ))?(?:(?:the |an? |no |this |each |its )?[\w'-]+(?: (?!and\b|or\b)[\w'-]+){0,4} )?(?:shall|must|should)\b)/;
  for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
    if (RELATIVE.test(rest.slice(0, match.index))) break;
    parts.push({ joint, words: rest.slice(0, match.index) });
    joint = match[1] === undefined && match[2] === undefined ? '' : 'then ';
    rest = rest.slice(match.index + match[0].length);
  }
  parts.push({ joint, words: rest });
  return parts;
}

/** An open relative clause ("where the a and b shall be stored") has a modal verb that is nobody's duty by itself. */
const RELATIVE = /\b(?:where|whose|in which|so that)\b(?!.*\b(?:shall|must|should|is|are|was|were)\b)/;

function ownSubject(
  words: string,
): { adverbial: string; subject: string; modal: string; words: string } | null {
  const match =
    /^(on success|on failure|from now on)?\s*((?:(?:the |an? |no |this |each |its )?[\w'-]+(?: [\w'-]+){0,4})??)\s*\b(shall|must|should)\s+(.*)$/.exec(
      words,
    );
  if (match === null) return null;
  const subject = (match[2] ?? '').replace(/^the (?=\w+_\w+$)/, '');
  return { adverbial: match[1] ?? '', subject, modal: match[3] ?? '', words: match[4] ?? '' };
}

/** "log an error, call f with a and b, and enter S" as its three verb phrases. */
function verbPhrases(text: string): readonly string[] {
  const phrases: string[] = [];
  let start = 0;
  let opening = '';
  JOINT.lastIndex = 0;
  for (let match = JOINT.exec(text); match !== null; match = JOINT.exec(text)) {
    const left = text.slice(start, match.index);
    const right = text.slice(match.index + match[0].length);
    if (!startsDuty(right) || !endsDuty(left) || within(text, match.index)) continue;
    phrases.push(opening + left);
    opening = (match[1] ?? '').includes('then') ? 'then ' : '';
    start = match.index + match[0].length;
  }
  phrases.push(opening + text.slice(start));
  return phrases;
}

function startsDuty(text: string): boolean {
  const match = new RegExp(`^${ADVERBS}([a-z]+)(?:\\s+(\\S+))?`).exec(text);
  const verb = match?.[1] ?? '';
  if (!VERBS.has(verb)) return false;
  const next = match?.[2];
  if (next === undefined) return COMPLETE.has(verb);
  return !/^(?:and|or|as|is|are|be|of|to|complete|callbacks?|functions?|calls?)\b/.test(next);
}

/** False for "allocate" in "allocate and initialize all resources", where both verbs share the object. */
function endsDuty(text: string): boolean {
  const words = text
    .trim()
    .replace(new RegExp(`^${ADVERBS}`), '')
    .split(/\s+/);
  return words.length > 1 || COMPLETE.has(words[0] ?? '');
}

function within(text: string, index: number): boolean {
  const head = text.slice(0, index);
  return head.split('(').length !== head.split(')').length || (head.split('"').length - 1) % 2 === 1;
}
