# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: Lint

  @SRS_IOSPEC_01_801
  Rule: SRS_IOSPEC_01_801
    When `iospec lint` reads a document with `1` requirement, iospec shall exit with status `0` and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec lint reads a document with 1 requirement
      Then iospec shall exit with status 0
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_802
  Rule: SRS_IOSPEC_01_802
    When `iospec lint` reads a document that defines `SRS_TINY_01_001` twice, iospec shall print `SRS_TINY_01_001`, print `duplicate-id`, print `tiny.md:11:3`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec lint reads a document that defines SRS_TINY_01_001 twice
      Then iospec shall print SRS_TINY_01_001
      And iospec shall print duplicate-id
      And iospec shall print tiny.md:11:3
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_803
  Rule: SRS_IOSPEC_01_803
    When `iospec lint` reads a requirement that says only `Nice weather.`, iospec shall print `SRS_TINY_01_001`, print `no-obligation`, and exit with status `1`.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec lint reads a requirement that says only Nice weather.
      Then iospec shall print SRS_TINY_01_001
      And iospec shall print no-obligation
      And iospec shall exit with status 1

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_804
  Rule: SRS_IOSPEC_01_804
    When `iospec lint --format json` reads a document with `1` requirement, iospec shall exit with status `0` and print a JSON array of `0` rows.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec lint --format json reads a document with 1 requirement
      Then iospec shall exit with status 0
      And iospec shall print a JSON array of 0 rows

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_805
  Rule: SRS_IOSPEC_01_805
    When `iospec lint` reads a file that does not exist, iospec shall exit with status `2`, write one line with `tiny.md` and `no such file` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec lint reads a file that does not exist
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and no such file to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |
