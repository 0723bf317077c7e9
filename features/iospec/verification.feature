# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Verification

  @SRS_IOSPEC_01_201
  Rule: SRS_IOSPEC_01_201
    When `iospec verify` judges an adapter that conforms, iospec shall give `SRS_TLSIO_01_001` the verdict `passed`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that conforms
      Then iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_202
  Rule: SRS_IOSPEC_01_202
    When `iospec verify` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `failed`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_203
  Rule: SRS_IOSPEC_01_203
    When `iospec verify` judges a conforming adapter after `return NULL` became `return 0` in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `failed`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges a conforming adapter after return NULL became return 0 in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_204
  Rule: SRS_IOSPEC_01_204
    When `iospec verify` reads a requirement whose duty is to `juggle three balls`, iospec shall give `SRS_TLSIO_01_001` the verdict `unbound`, print a step definition with `juggle three balls`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a requirement whose duty is to juggle three balls
      Then iospec shall give SRS_TLSIO_01_001 the verdict unbound
      And iospec shall print a step definition with juggle three balls
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_205
  Rule: SRS_IOSPEC_01_205
    When `iospec verify` reads a document that no adapter claims, iospec shall give `SRS_TINY_01_001` the verdict `notRun`, give `SRS_TINY_01_001` the reason `no adapter claims the document`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a document that no adapter claims
      Then iospec shall give SRS_TINY_01_001 the verdict notRun
      And iospec shall give SRS_TINY_01_001 the reason no adapter claims the document
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_206
  Rule: SRS_IOSPEC_01_206
    When `iospec verify` judges a `direct` adapter by a requirement for `chained` designs, iospec shall give `SRS_TLSIO_01_001` the verdict `notApplicable`, give `SRS_TLSIO_01_001` the reason `design is direct, not chained`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges a direct adapter by a requirement for chained designs
      Then iospec shall give SRS_TLSIO_01_001 the verdict notApplicable
      And iospec shall give SRS_TLSIO_01_001 the reason design is direct, not chained
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_207
  Rule: SRS_IOSPEC_01_207
    When `iospec verify` reads a requirement whose step evaluates no assertion, iospec shall give `SRS_TLSIO_01_001` the verdict `failed`, give `SRS_TLSIO_01_001` the reason `evaluated no assertion`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a requirement whose step evaluates no assertion
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall give SRS_TLSIO_01_001 the reason evaluated no assertion
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_208
  Rule: SRS_IOSPEC_01_208
    When `iospec verify` runs a shard without a scenario, iospec shall exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify runs a shard without a scenario
      Then iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_209
  Rule: SRS_IOSPEC_01_209
    When `iospec verify` reads a file that holds no requirement, iospec shall exit with status `2` and write one line with `tiny.md` and `holds no requirement` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a file that holds no requirement
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and holds no requirement to standard error

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_210
  Rule: SRS_IOSPEC_01_210
    When `iospec verify` judges an adapter that fails `SRS_TLSIO_01_002` in the list below `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `failed`, give `SRS_TLSIO_01_001` the reason `SRS_TLSIO_01_002`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that fails SRS_TLSIO_01_002 in the list below SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall give SRS_TLSIO_01_001 the reason SRS_TLSIO_01_002
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_211
  Rule: SRS_IOSPEC_01_211
    When `iospec verify` judges an adapter that returns a handle in the second `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `passed`, give `SRS_TLSIO_01_001#2` the verdict `failed`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that returns a handle in the second SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall give SRS_TLSIO_01_001#2 the verdict failed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_212
  Rule: SRS_IOSPEC_01_212
    When `iospec verify` judges a conforming adapter beside one that returns a handle in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `failed` and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges a conforming adapter beside one that returns a handle in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict failed
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_213
  Rule: SRS_IOSPEC_01_213
    When `iospec verify --requirement SRS_TLSIO_01_002` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall give a verdict to `SRS_TLSIO_01_002` alone and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify --requirement SRS_TLSIO_01_002 judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall give a verdict to SRS_TLSIO_01_002 alone
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_214
  Rule: SRS_IOSPEC_01_214
    When `iospec verify --underlying mock` judges an adapter that conforms, iospec shall run its scenarios over `mock` alone.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify --underlying mock judges an adapter that conforms
      Then iospec shall run its scenarios over mock alone

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_215
  Rule: SRS_IOSPEC_01_215
    When `iospec verify` is interrupted by `SIGINT`, iospec shall write a trace that is not complete and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify is interrupted by SIGINT
      Then iospec shall write a trace that is not complete
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_216
  Rule: SRS_IOSPEC_01_216
    When `iospec verify --tags @SRS_TLSIO_01_002` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall give `SRS_TLSIO_01_001` the verdict `notRun`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify --tags @SRS_TLSIO_01_002 judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall give SRS_TLSIO_01_001 the verdict notRun
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_217
  Rule: SRS_IOSPEC_01_217
    When `iospec verify` judges an adapter by `SRS_TLSIO_30_006` on a machine that lacks `openssl`, iospec shall give `SRS_TLSIO_30_006` the verdict `unavailable`, give `SRS_TLSIO_30_006` the reason `there is no openssl command`, give `SRS_TLSIO_01_001` the verdict `passed`, print the line `skipped: 1 scenario over loopback: there is no openssl command on this machine`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter by SRS_TLSIO_30_006 on a machine that lacks openssl
      Then iospec shall give SRS_TLSIO_30_006 the verdict unavailable
      And iospec shall give SRS_TLSIO_30_006 the reason there is no openssl command
      And iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall print the line skipped: 1 scenario over loopback: there is no openssl command on this machine
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_218
  Rule: SRS_IOSPEC_01_218
    When iospec runs with the arguments `verify --underlying abacus`, iospec shall exit with status `2`, write one line with `abacus` and `mock, loopback` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec runs with the arguments verify --underlying abacus
      Then iospec shall exit with status 2
      And iospec shall write one line with abacus and mock, loopback to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |
