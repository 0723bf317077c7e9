# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Runs

  @SRS_IOSPEC_01_711
  Rule: SRS_IOSPEC_01_711
    When `iospec verify --repeat 2` judges an adapter that returns a handle now and then in `SRS_TLSIO_01_002`, iospec shall give `SRS_TLSIO_01_001` the verdict `passed`, give `SRS_TLSIO_01_002` the verdict `flaky`, write the timelines of both runs to the trace of `SRS_TLSIO_01_002`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify --repeat 2 judges an adapter that returns a handle now and then in SRS_TLSIO_01_002
      Then iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall give SRS_TLSIO_01_002 the verdict flaky
      And iospec shall write the timelines of both runs to the trace of SRS_TLSIO_01_002
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_712
  Rule: SRS_IOSPEC_01_712
    When `iospec verify` is interrupted by `SIGKILL`, iospec shall write a trace that is not complete.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify is interrupted by SIGKILL
      Then iospec shall write a trace that is not complete

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_713
  Rule: SRS_IOSPEC_01_713
    When `iospec status` runs after a run, iospec shall exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec status runs after a run
      Then iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_714
  Rule: SRS_IOSPEC_01_714
    When `iospec status` runs after `return NULL` became `return 0` in `SRS_TLSIO_01_001`, iospec shall print `SRS_TLSIO_01_001`, not print `SRS_TLSIO_01_002`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec status runs after return NULL became return 0 in SRS_TLSIO_01_001
      Then iospec shall print SRS_TLSIO_01_001
      And iospec shall not print SRS_TLSIO_01_002
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_715
  Rule: SRS_IOSPEC_01_715
    When `iospec status` runs after the adapter was edited, iospec shall print `SRS_TLSIO_01_001`, print `SRS_TLSIO_01_002`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec status runs after the adapter was edited
      Then iospec shall print SRS_TLSIO_01_001
      And iospec shall print SRS_TLSIO_01_002
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_716
  Rule: SRS_IOSPEC_01_716
    When `iospec report` merges a run whose messages are broken, iospec shall exit with status `2` and write one line with `messages.ndjson` and `is not a Cucumber message` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec report merges a run whose messages are broken
      Then iospec shall exit with status 2
      And iospec shall write one line with messages.ndjson and is not a Cucumber message to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_717
  Rule: SRS_IOSPEC_01_717
    When `iospec verify` is to write its reports to a file, iospec shall exit with status `2` and write one line with `reports` and `is a file` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify is to write its reports to a file
      Then iospec shall exit with status 2
      And iospec shall write one line with reports and is a file to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_718
  Rule: SRS_IOSPEC_01_718
    When `iospec extract` reads a file that is not UTF-8, iospec shall exit with status `2`, write one line with `tiny.md` and `is not UTF-8` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that is not UTF-8
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and is not UTF-8 to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_719
  Rule: SRS_IOSPEC_01_719
    When `iospec extract` reads a file that is 100 MB of asterisks, iospec shall exit with status `2`, write one line with `tiny.md` and `holds no requirement` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that is 100 MB of asterisks
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and holds no requirement to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |
