# Composed from iospec_requirements.md, sha256 136a43fb2c78ce9063cdf19adae52d9da3ae34a0c9343690c5a45ac25a36d09e.
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
