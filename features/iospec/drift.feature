# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Drift

  @SRS_IOSPEC_01_111
  Rule: SRS_IOSPEC_01_111
    When `iospec generate --check` runs after `iospec generate`, iospec shall exit with status `0` and leave the features as they were.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate --check runs after iospec generate
      Then iospec shall exit with status 0
      And iospec shall leave the features as they were

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_112
  Rule: SRS_IOSPEC_01_112
    When `iospec generate --check` runs after `NULL` became `-1` in the document, iospec shall exit with status `1`, report `features/tiny/tiny_open.feature` as `changed`, and leave the features as they were.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate --check runs after NULL became -1 in the document
      Then iospec shall exit with status 1
      And iospec shall report features/tiny/tiny_open.feature as changed
      And iospec shall leave the features as they were

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_113
  Rule: SRS_IOSPEC_01_113
    When `iospec generate --check` runs after a step was edited by hand, iospec shall exit with status `1`, report `features/tiny/tiny_open.feature` as `changed`, and leave the features as they were.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate --check runs after a step was edited by hand
      Then iospec shall exit with status 1
      And iospec shall report features/tiny/tiny_open.feature as changed
      And iospec shall leave the features as they were

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_114
  Rule: SRS_IOSPEC_01_114
    When `iospec generate --check` runs after a feature was deleted, iospec shall exit with status `1`, report `features/tiny/tiny_open.feature` as `missing`, and leave the features as they were.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate --check runs after a feature was deleted
      Then iospec shall exit with status 1
      And iospec shall report features/tiny/tiny_open.feature as missing
      And iospec shall leave the features as they were

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_115
  Rule: SRS_IOSPEC_01_115
    When `iospec generate --check` runs after the section `tiny_open` became `tiny_start`, iospec shall exit with status `1`, report `features/tiny/tiny_open.feature` as `stale`, and leave the features as they were.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate --check runs after the section tiny_open became tiny_start
      Then iospec shall exit with status 1
      And iospec shall report features/tiny/tiny_open.feature as stale
      And iospec shall leave the features as they were

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_116
  Rule: SRS_IOSPEC_01_116
    When `iospec generate` runs after a step was edited by hand, iospec shall write the features as they were before the edit.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec generate runs after a step was edited by hand
      Then iospec shall write the features as they were before the edit

      Examples:
        | underlying |
        | process    |
