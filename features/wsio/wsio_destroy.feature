# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_destroy

  @SRS_WSIO_01_007
  Rule: SRS_WSIO_01_007
    wsio_destroy shall free all resources associated with the wsio instance.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_destroy is called
      Then wsio_destroy shall free all resources associated with the wsio instance

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_008
  Rule: SRS_WSIO_01_008
    If ws_io is NULL, wsio_destroy shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_destroy is called and ws_io is NULL
      Then wsio_destroy shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_009
  Rule: SRS_WSIO_01_009
    wsio_destroy shall execute a close action if the IO has already been open or an open action is already pending.

    Scenario Outline: over a <underlying> underlying IO, with <situation>
      Given a wsio over a <underlying> underlying IO
      And <situation>
      When wsio_destroy is called
      Then wsio_destroy shall execute a close action

      Examples:
        | underlying | situation                         |
        | mock       | the IO has already been open      |
        | mock       | an open action is already pending |
        | loopback   | the IO has already been open      |
        | loopback   | an open action is already pending |
        | native     | the IO has already been open      |
        | native     | an open action is already pending |
