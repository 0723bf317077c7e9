# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Third-party adapters

  @SRS_IOSPEC_01_701
  Rule: SRS_IOSPEC_01_701
    When `iospec verify` judges an adapter that gives its VTable, iospec shall give `SRS_TLSIO_01_001` the verdict `passed`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that gives its VTable
      Then iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_702
  Rule: SRS_IOSPEC_01_702
    When `iospec verify` judges an adapter that gives its VTable without `concrete_io_create`, iospec shall exit with status `2` and write one line with `lacks tlsio_create` and `tiny.md` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that gives its VTable without concrete_io_create
      Then iospec shall exit with status 2
      And iospec shall write one line with lacks tlsio_create and tiny.md to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_703
  Rule: SRS_IOSPEC_01_703
    When `iospec verify` judges an adapter that declares `log` as `false`, iospec shall give the obligation that ends in `log an error` the verdict `unobservable`, give `SRS_TLSIO_01_002` the verdict `unobservable`, give `SRS_TLSIO_01_002` the reason `log is false`, give `SRS_TLSIO_01_001` the verdict `passed`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that declares log as false
      Then iospec shall give the obligation that ends in log an error the verdict unobservable
      And iospec shall give SRS_TLSIO_01_002 the verdict unobservable
      And iospec shall give SRS_TLSIO_01_002 the reason log is false
      And iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_704
  Rule: SRS_IOSPEC_01_704
    When `iospec verify` judges an adapter that claims `abacus`, iospec shall exit with status `2` and write one line with `abacus` and `not among the documents` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that claims abacus
      Then iospec shall exit with status 2
      And iospec shall write one line with abacus and not among the documents to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_705
  Rule: SRS_IOSPEC_01_705
    When `iospec verify` judges a conforming adapter beside one that returns a handle in `SRS_TLSIO_01_002`, iospec shall print a row of `SRS_TLSIO_01_002` with `passed` beside `failed`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges a conforming adapter beside one that returns a handle in SRS_TLSIO_01_002
      Then iospec shall print a row of SRS_TLSIO_01_002 with passed beside failed

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_706
  Rule: SRS_IOSPEC_01_706
    When `iospec verify` judges an adapter that rejects `no one cares` after its scenario in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `crashed`, give `SRS_TLSIO_01_001` the reason `no one cares`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that rejects no one cares after its scenario in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict crashed
      And iospec shall give SRS_TLSIO_01_001 the reason no one cares
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |
