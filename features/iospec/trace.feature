# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Trace

  @SRS_IOSPEC_01_401
  Rule: SRS_IOSPEC_01_401
    When `iospec verify` reads a document with `3` requirements, iospec shall write a trace of `3` requirements and write a trace that its JSON Schema accepts.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a document with 3 requirements
      Then iospec shall write a trace of 3 requirements
      And iospec shall write a trace that its JSON Schema accepts

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_402
  Rule: SRS_IOSPEC_01_402
    When `iospec verify` reads a document with `3` requirements, iospec shall write for each requirement the `text`, `line`, `endLine` and `section` that `iospec extract` prints.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a document with 3 requirements
      Then iospec shall write for each requirement the text, line, endLine and section that iospec extract prints

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_403
  Rule: SRS_IOSPEC_01_403
    When `iospec verify` reads a document with `3` requirements, iospec shall write the SHA-256 of the document to the trace.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a document with 3 requirements
      Then iospec shall write the SHA-256 of the document to the trace

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_404
  Rule: SRS_IOSPEC_01_404
    When `iospec verify` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall write the failed step, the expected value `NULL` and the call of `tlsio_create` to the trace of `SRS_TLSIO_01_001`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall write the failed step, the expected value NULL and the call of tlsio_create to the trace of SRS_TLSIO_01_001

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_405
  Rule: SRS_IOSPEC_01_405
    When `iospec verify` judges an adapter that logs no error in `SRS_TLSIO_01_002`, iospec shall give the obligation that ends in `log an error` the verdict `failed` and give `SRS_TLSIO_01_001` the verdict `passed`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that logs no error in SRS_TLSIO_01_002
      Then iospec shall give the obligation that ends in log an error the verdict failed
      And iospec shall give SRS_TLSIO_01_001 the verdict passed

      Examples:
        | underlying |
        | process    |
