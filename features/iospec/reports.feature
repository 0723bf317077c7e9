# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Reports

  @SRS_IOSPEC_01_501
  Rule: SRS_IOSPEC_01_501
    When `iospec verify` judges an adapter that conforms, iospec shall write the files `trace.json`, `index.html`, `junit.xml`, `trace.md`, `sarif.json`, `matrix.csv`, `messages.ndjson` to `reports`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that conforms
      Then iospec shall write the files trace.json, index.html, junit.xml, trace.md, sarif.json, matrix.csv, messages.ndjson to reports

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_502
  Rule: SRS_IOSPEC_01_502
    When `iospec verify` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall write a `junit.xml` with `2` test cases and `1` failure.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall write a junit.xml with 2 test cases and 1 failure

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_503
  Rule: SRS_IOSPEC_01_503
    When `iospec verify` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall write the same verdicts to `trace.json`, `junit.xml`, `trace.md`, `index.html`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall write the same verdicts to trace.json, junit.xml, trace.md, index.html

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_504
  Rule: SRS_IOSPEC_01_504
    When `iospec verify` reads a requirement that says only `<script>alert(1)</script>`, iospec shall write an `index.html` that shows `<script>alert(1)</script>` as text.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify reads a requirement that says only <script>alert(1)</script>
      Then iospec shall write an index.html that shows <script>alert(1)</script> as text

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_505
  Rule: SRS_IOSPEC_01_505
    When `iospec verify` judges an adapter that conforms, iospec shall write an `index.html` that loads no other file.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that conforms
      Then iospec shall write an index.html that loads no other file

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_506
  Rule: SRS_IOSPEC_01_506
    When `iospec verify` judges an adapter that conforms, iospec shall write a `messages.ndjson` in which every scenario finishes.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that conforms
      Then iospec shall write a messages.ndjson in which every scenario finishes

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_507
  Rule: SRS_IOSPEC_01_507
    When `iospec verify` judges an adapter that returns a handle in `SRS_TLSIO_01_001`, iospec shall print `SRS_TLSIO_01_001` with its place in `tiny.md` and print the summary `2 requirements, 1 passed, 1 failed`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec verify judges an adapter that returns a handle in SRS_TLSIO_01_001
      Then iospec shall print SRS_TLSIO_01_001 with its place in tiny.md
      And iospec shall print the summary 2 requirements, 1 passed, 1 failed

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_508
  Rule: SRS_IOSPEC_01_508
    When `iospec report` merges the shards `1/2` and `2/2` of a run, iospec shall give `SRS_TLSIO_01_001` the verdict `passed`, give `SRS_TLSIO_01_002` the verdict `passed`, and exit with status `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec report merges the shards 1/2 and 2/2 of a run
      Then iospec shall give SRS_TLSIO_01_001 the verdict passed
      And iospec shall give SRS_TLSIO_01_002 the verdict passed
      And iospec shall exit with status 0

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_509
  Rule: SRS_IOSPEC_01_509
    When `iospec report` merges the shard `1/2` of a run alone, iospec shall exit with status `2` and write one line with `shard 2 of 2` and `is missing` to standard error.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec report merges the shard 1/2 of a run alone
      Then iospec shall exit with status 2
      And iospec shall write one line with shard 2 of 2 and is missing to standard error

      Examples:
        | underlying |
        | process    |
