# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_setoption

  @SRS_WSIO_03_001
  Rule: SRS_WSIO_03_001
    wsio_setoption does not support any options and shall always return non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_setoption is called
      Then wsio_setoption does not support any options
      And wsio_setoption shall always return non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
