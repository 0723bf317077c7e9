# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Command line

  @SRS_IOSPEC_01_601
  Rule: SRS_IOSPEC_01_601
    When iospec runs with the arguments `--help`, iospec shall exit with status `0`, print `extract`, print `generate`, print `verify`, and write nothing to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments --help
      Then iospec shall exit with status 0
      And iospec shall print extract
      And iospec shall print generate
      And iospec shall print verify
      And iospec shall write nothing to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_602
  Rule: SRS_IOSPEC_01_602
    When iospec runs with the arguments `--version`, iospec shall exit with status `0` and print the version of its package.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments --version
      Then iospec shall exit with status 0
      And iospec shall print the version of its package

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_603
  Rule: SRS_IOSPEC_01_603
    When iospec runs with the arguments `verify --colour`, iospec shall exit with status `2`, write one line with `--colour` and `unknown option` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments verify --colour
      Then iospec shall exit with status 2
      And iospec shall write one line with --colour and unknown option to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_604
  Rule: SRS_IOSPEC_01_604
    When iospec runs with the arguments `prove`, iospec shall exit with status `2`, write one line with `prove` and `unknown command` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments prove
      Then iospec shall exit with status 2
      And iospec shall write one line with prove and unknown command to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_605
  Rule: SRS_IOSPEC_01_605
    When iospec runs with the arguments `extract`, iospec shall exit with status `2`, write one line with `missing` and `file` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments extract
      Then iospec shall exit with status 2
      And iospec shall write one line with missing and file to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_606
  Rule: SRS_IOSPEC_01_606
    When iospec runs with the arguments `verify --shard 3/2`, iospec shall exit with status `2`, write one line with `--shard` and `3/2` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments verify --shard 3/2
      Then iospec shall exit with status 2
      And iospec shall write one line with --shard and 3/2 to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_607
  Rule: SRS_IOSPEC_01_607
    When iospec runs with the arguments `verify --spec nobody`, iospec shall exit with status `2`, write one line with `nobody` and `neither a known document` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments verify --spec nobody
      Then iospec shall exit with status 2
      And iospec shall write one line with nobody and neither a known document to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_608
  Rule: SRS_IOSPEC_01_608
    When iospec runs with the arguments `verify --adapter nobody`, iospec shall exit with status `2`, write one line with `nobody` and `neither a module nor the name of an adapter` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments verify --adapter nobody
      Then iospec shall exit with status 2
      And iospec shall write one line with nobody and neither a module nor the name of an adapter to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_609
  Rule: SRS_IOSPEC_01_609
    When `iospec verify` loads an adapter module that throws `no such luck`, iospec shall exit with status `2`, write one line with `adapter.mjs` and `no such luck` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify loads an adapter module that throws no such luck
      Then iospec shall exit with status 2
      And iospec shall write one line with adapter.mjs and no such luck to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_610
  Rule: SRS_IOSPEC_01_610
    When `iospec verify` loads an adapter module that exports nothing, iospec shall exit with status `2`, write one line with `adapter.mjs` and `exports no adapter` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify loads an adapter module that exports nothing
      Then iospec shall exit with status 2
      And iospec shall write one line with adapter.mjs and exports no adapter to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_611
  Rule: SRS_IOSPEC_01_611
    When `iospec verify --requirement SRS_TLSIO_01_009` judges an adapter that conforms, iospec shall exit with status `2`, write one line with `SRS_TLSIO_01_009` and `no such requirement` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify --requirement SRS_TLSIO_01_009 judges an adapter that conforms
      Then iospec shall exit with status 2
      And iospec shall write one line with SRS_TLSIO_01_009 and no such requirement to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |
