# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Supervision

  @SRS_IOSPEC_01_301
  Rule: SRS_IOSPEC_01_301
    When `iospec verify` judges an adapter that exits with status `0` in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `crashed`, give `SRS_TLSIO_01_001` the reason `exited early with status 0`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that exits with status 0 in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict crashed
      And iospec shall give SRS_TLSIO_01_001 the reason exited early with status 0
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_302
  Rule: SRS_IOSPEC_01_302
    When `iospec verify` judges an adapter that kills itself with `SIGKILL` in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `crashed`, give `SRS_TLSIO_01_001` the reason `was ended by SIGKILL`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that kills itself with SIGKILL in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict crashed
      And iospec shall give SRS_TLSIO_01_001 the reason was ended by SIGKILL
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_303
  Rule: SRS_IOSPEC_01_303
    When `iospec verify --timeout 5` judges an adapter that loops for ever in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `hung`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify --timeout 5 judges an adapter that loops for ever in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict hung
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_304
  Rule: SRS_IOSPEC_01_304
    When `iospec verify` judges an adapter that throws `too late` after its call in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `crashed`, give `SRS_TLSIO_01_001` the reason `too late`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that throws too late after its call in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict crashed
      And iospec shall give SRS_TLSIO_01_001 the reason too late
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_305
  Rule: SRS_IOSPEC_01_305
    When `iospec verify` judges an adapter that throws `no luck` in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `failed`, give `SRS_TLSIO_01_001` the reason `no luck`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that throws no luck in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall give SRS_TLSIO_01_001 the reason no luck
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_306
  Rule: SRS_IOSPEC_01_306
    When `iospec verify` judges an adapter that leaves a timer behind in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `failed`, give `SRS_TLSIO_01_001` the reason `left behind`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that leaves a timer behind in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall give SRS_TLSIO_01_001 the reason left behind
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_307
  Rule: SRS_IOSPEC_01_307
    When `iospec verify` judges an adapter that prints `noise` in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `passed`, not print `noise`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that prints noise in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall not print noise
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |
