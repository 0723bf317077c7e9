# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Composing

  @SRS_IOSPEC_01_101
  Rule: SRS_IOSPEC_01_101
    When `iospec generate` reads a document that defines `SRS_TINY_01_001` twice, iospec shall write the rule `SRS_TINY_01_001` and write the rule `SRS_TINY_01_001#2`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a document that defines SRS_TINY_01_001 twice
      Then iospec shall write the rule SRS_TINY_01_001
      And iospec shall write the rule SRS_TINY_01_001#2

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_102
  Rule: SRS_IOSPEC_01_102
    When `iospec generate` reads a requirement whose duty is to `log an error` and to `return NULL`, iospec shall write a step that ends in `log an error` and write a step that ends in `return NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a requirement whose duty is to log an error and to return NULL
      Then iospec shall write a step that ends in log an error
      And iospec shall write a step that ends in return NULL

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_103
  Rule: SRS_IOSPEC_01_103
    When `iospec generate` reads a requirement for the states `TINY_OPEN` and `TINY_CLOSED`, iospec shall write an example with `TINY_OPEN` and write an example with `TINY_CLOSED`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a requirement for the states TINY_OPEN and TINY_CLOSED
      Then iospec shall write an example with TINY_OPEN
      And iospec shall write an example with TINY_CLOSED

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_104
  Rule: SRS_IOSPEC_01_104
    When `iospec generate` reads a requirement for values outside of `0` to `9`, iospec shall write an example with `-1` and write an example with `10`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a requirement for values outside of 0 to 9
      Then iospec shall write an example with -1
      And iospec shall write an example with 10

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_105
  Rule: SRS_IOSPEC_01_105
    When `iospec generate` reads a document in which `enter TINY_DONE` means to `call on_tiny_done`, iospec shall write the step `call on_tiny_done` under each rule that uses the phrase.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a document in which enter TINY_DONE means to call on_tiny_done
      Then iospec shall write the step call on_tiny_done under each rule that uses the phrase

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_106
  Rule: SRS_IOSPEC_01_106
    When `iospec generate` reads a document whose state table has a cell for `tiny_open` in `TINY_CLOSED`, iospec shall write the rule `TINY_CLOSED/tiny_open`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a document whose state table has a cell for tiny_open in TINY_CLOSED
      Then iospec shall write the rule TINY_CLOSED/tiny_open

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_107
  Rule: SRS_IOSPEC_01_107
    When `iospec generate` reads a requirement that says only `a | b <c> #d @e`, iospec shall write a feature that Gherkin can read and write a step that ends in `a | b <c> #d @e`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads a requirement that says only a | b <c> #d @e
      Then iospec shall write a feature that Gherkin can read
      And iospec shall write a step that ends in a | b <c> #d @e

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_108
  Rule: SRS_IOSPEC_01_108
    When `iospec generate` runs beside a feature in `features/tiny/depth`, iospec shall leave the feature in `features/tiny/depth` as it was.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate runs beside a feature in features/tiny/depth
      Then iospec shall leave the feature in features/tiny/depth as it was

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_109
  Rule: SRS_IOSPEC_01_109
    When `iospec generate` reads two documents of the name `tiny`, iospec shall exit with status `2` and write one line with `other.md` and `tiny.md` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate reads two documents of the name tiny
      Then iospec shall exit with status 2
      And iospec shall write one line with other.md and tiny.md to standard error

      Examples:
        | underlying |
        | process    |
