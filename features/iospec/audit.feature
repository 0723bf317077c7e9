# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Audit

  @SRS_IOSPEC_01_731
  Rule: SRS_IOSPEC_01_731
    When `iospec audit` judges an adapter that conforms, iospec shall call `SRS_TLSIO_01_001` `proven`, call `SRS_TLSIO_01_002` `proven`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec audit judges an adapter that conforms
      Then iospec shall call SRS_TLSIO_01_001 proven
      And iospec shall call SRS_TLSIO_01_002 proven
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_732
  Rule: SRS_IOSPEC_01_732
    When `iospec audit` reads a requirement that no broken adapter breaks, iospec shall call `SRS_TLSIO_01_001` `unproven`, call `SRS_TLSIO_01_002` `proven`, print the survivor `tlsio_create does nothing, as if it had succeeded`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec audit reads a requirement that no broken adapter breaks
      Then iospec shall call SRS_TLSIO_01_001 unproven
      And iospec shall call SRS_TLSIO_01_002 proven
      And iospec shall print the survivor tlsio_create does nothing, as if it had succeeded
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_733
  Rule: SRS_IOSPEC_01_733
    When `iospec audit --format json` judges an adapter that conforms, iospec shall exit with status `0` and print a JSON array of `2` rows.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec audit --format json judges an adapter that conforms
      Then iospec shall exit with status 0
      And iospec shall print a JSON array of 2 rows

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_734
  Rule: SRS_IOSPEC_01_734
    When `iospec audit --requirement SRS_TLSIO_01_002` judges an adapter that conforms, iospec shall call `SRS_TLSIO_01_002` `proven` and not print `SRS_TLSIO_01_001`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec audit --requirement SRS_TLSIO_01_002 judges an adapter that conforms
      Then iospec shall call SRS_TLSIO_01_002 proven
      And iospec shall not print SRS_TLSIO_01_001

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_735
  Rule: SRS_IOSPEC_01_735
    When `iospec audit --requirement SRS_TLSIO_01_009` judges an adapter that conforms, iospec shall exit with status `2`, write one line with `SRS_TLSIO_01_009` and `no such requirement` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec audit --requirement SRS_TLSIO_01_009 judges an adapter that conforms
      Then iospec shall exit with status 2
      And iospec shall write one line with SRS_TLSIO_01_009 and no such requirement to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_736
  Rule: SRS_IOSPEC_01_736
    When `iospec audit` judges an adapter that conforms, iospec shall print the noticed change of `1` value in `SRS_TLSIO_01_001`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec audit judges an adapter that conforms
      Then iospec shall print the noticed change of 1 value in SRS_TLSIO_01_001

      Examples:
        | underlying |
        | process    |
