# Composed from iospec_requirements.md, sha256 ed731eed88047c9b8c785bd68cf07232635fa9d0ac2fec135553d1cb4c12b5f9.
# Do not edit: iospec generate writes this file.
@iospec
Feature: iospec: What can't be read

  @SRS_IOSPEC_01_041
  Rule: SRS_IOSPEC_01_041
    When `iospec extract` reads a file that does not exist, iospec shall exit with status `2`, write one line with `tiny.md` and `no such file` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that does not exist
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and no such file to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_042
  Rule: SRS_IOSPEC_01_042
    When `iospec extract` reads a file that is empty, iospec shall exit with status `2`, write one line with `tiny.md` and `is empty` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that is empty
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and is empty to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_043
  Rule: SRS_IOSPEC_01_043
    When `iospec extract` reads a file that is binary, iospec shall exit with status `2`, write one line with `tiny.md` and `is binary` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that is binary
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and is binary to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_044
  Rule: SRS_IOSPEC_01_044
    When `iospec extract` reads a file that is a folder, iospec shall exit with status `2`, write one line with `tiny.md` and `is a directory` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that is a folder
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and is a directory to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |

  @SRS_IOSPEC_01_045
  Rule: SRS_IOSPEC_01_045
    When `iospec extract` reads a file that holds no requirement, iospec shall exit with status `2`, write one line with `tiny.md` and `holds no requirement` to standard error, and write nothing to standard output.

    Scenario Outline: over a <underlying> underlying IO
      Given an iospec over a <underlying> underlying IO
      When iospec extract reads a file that holds no requirement
      Then iospec shall exit with status 2
      And iospec shall write one line with tiny.md and holds no requirement to standard error
      And iospec shall write nothing to standard output

      Examples:
        | underlying |
        | process    |
