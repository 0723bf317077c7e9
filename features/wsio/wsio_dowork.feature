# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_dowork

  @SRS_WSIO_01_061
  Rule: SRS_WSIO_01_061
    wsio_dowork shall service the libwebsockets context by calling lws_service and passing as argument the context obtained in wsio_open.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_dowork is called
      Then wsio_dowork shall service the libwebsockets context by calling lws_service and passing as argument the context obtained in wsio_open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_112
  Rule: SRS_WSIO_01_112
    The timeout for lws_service shall be 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_dowork is called
      Then the timeout for lws_service shall be 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_062
  Rule: SRS_WSIO_01_062
    This shall be done if the IO is not closed.

    Scenario Outline: over a <underlying> underlying IO, with <state>
      Given a wsio over a <underlying> underlying IO
      And the IO is not closed, but <state>
      When wsio_dowork is called
      Then this shall be done

      Examples:
        | underlying | state   |
        | mock       | opening |
        | mock       | open    |
        | loopback   | opening |
        | loopback   | open    |
        | native     | opening |
        | native     | open    |

  @SRS_WSIO_01_063
  Rule: SRS_WSIO_01_063
    If the ws_io argument is NULL, wsio_dowork shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_dowork is called and the ws_io argument is NULL
      Then wsio_dowork shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
