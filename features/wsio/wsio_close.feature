# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_close

  @SRS_WSIO_01_041
  Rule: SRS_WSIO_01_041
    wsio_close shall close the websockets IO if an open action is either pending or has completed successfully (if the IO is open).

    Scenario Outline: over a <underlying> underlying IO, with <progress>
      Given a wsio over a <underlying> underlying IO
      And an open action <progress>
      When wsio_close is called
      Then wsio_close shall close the websockets IO

      Examples:
        | underlying | progress                                    |
        | mock       | is pending                                  |
        | mock       | has completed successfully (the IO is open) |
        | loopback   | is pending                                  |
        | loopback   | has completed successfully (the IO is open) |
        | native     | is pending                                  |
        | native     | has completed successfully (the IO is open) |

  @SRS_WSIO_01_042
  Rule: SRS_WSIO_01_042
    if ws_io is NULL, wsio_close shall return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called and ws_io is NULL
      Then wsio_close shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_043
  Rule: SRS_WSIO_01_043
    wsio_close shall close the connection by calling lws_context_destroy.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then wsio_close shall close the connection by calling lws_context_destroy

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_044
  Rule: SRS_WSIO_01_044
    On success wsio_close shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called and succeeds
      Then wsio_close shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_045
  Rule: SRS_WSIO_01_045
    wsio_close when no open action has been issued shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called and no open action has been issued
      Then wsio_close shall fail
      And wsio_close shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_046
  Rule: SRS_WSIO_01_046
    wsio_close after a wsio_close shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called after a wsio_close
      Then wsio_close shall fail
      And wsio_close shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_047
  Rule: SRS_WSIO_01_047
    The callback on_io_close_complete shall be called after the close action has been completed in the context of wsio_close (wsio_close is effectively blocking).

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then the callback on_io_close_complete shall be called after the close action has been completed in the context of wsio_close (wsio_close is effectively blocking)

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_048
  Rule: SRS_WSIO_01_048
    The callback_context argument shall be passed to on_io_close_complete as is.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then the callback_context argument shall be passed to on_io_close_complete as is

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_049
  Rule: SRS_WSIO_01_049
    The argument on_io_close_complete shall be optional, if NULL is passed by the caller then no close complete callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called and NULL is passed by the caller for the argument on_io_close_complete
      Then the argument on_io_close_complete shall be optional
      And no close complete callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_108
  Rule: SRS_WSIO_01_108
    wsio_close shall obtain all the pending IO items by repetitively querying for the head of the pending IO list and freeing that head item.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then wsio_close shall obtain all the pending IO items by repetitively querying for the head of the pending IO list and freeing that head item

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_111
  Rule: SRS_WSIO_01_111
    Obtaining the head of the pending IO list shall be done by calling list_get_head_item.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then obtaining the head of the pending IO list shall be done by calling list_get_head_item

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_109
  Rule: SRS_WSIO_01_109
    For each pending item the send complete callback shall be called with IO_SEND_CANCELLED.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then for each pending item the send complete callback shall be called with IO_SEND_CANCELLED

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_110
  Rule: SRS_WSIO_01_110
    The callback context passed to the on_send_complete callback shall be the context given to wsio_send.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_close is called
      Then the callback context passed to the on_send_complete callback shall be the context given to wsio_send

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
