# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_close_async

  @SRS_TLSIO_30_050
  Rule: SRS_TLSIO_30_050
    If the `tlsio_handle` parameter is NULL, `tlsio_close_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_close_async is called and the tlsio_handle parameter is NULL
      Then tlsio_close_async shall log an error
      And tlsio_close_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_055
  Rule: SRS_TLSIO_30_055
    If the `on_io_close_complete` parameter is NULL, `tlsio_close_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_close_async is called and the on_io_close_complete parameter is NULL
      Then tlsio_close_async shall log an error
      And tlsio_close_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_054
  Rule: SRS_TLSIO_30_054
    On failure, the adapter shall not call `on_io_close_complete`.

    Scenario Outline: over a <underlying> underlying IO, because <failure>
      Given a tlsio over a <underlying> underlying IO
      When tlsio_close_async is called and fails because <failure>
      Then the adapter shall not call on_io_close_complete

      Examples:
        | underlying | failure                                    |
        | mock       | the tlsio_handle parameter is NULL         |
        | mock       | the on_io_close_complete parameter is NULL |
        | loopback   | the tlsio_handle parameter is NULL         |
        | loopback   | the on_io_close_complete parameter is NULL |

  @SRS_TLSIO_30_053
  Rule: SRS_TLSIO_30_053
    If the adapter is in any state other than TLSIO_STATE_EXT_OPEN or TLSIO_STATE_EXT_ERROR then `tlsio_close_async` shall log that `tlsio_close_async` has been called and then continue normally.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in <state>
      When tlsio_close_async is called
      Then tlsio_close_async shall log that tlsio_close_async has been called
      And tlsio_close_async shall then continue normally

      Examples:
        | underlying | state                   |
        | mock       | TLSIO_STATE_EXT_CLOSED  |
        | mock       | TLSIO_STATE_EXT_OPENING |
        | mock       | TLSIO_STATE_EXT_CLOSING |
        | loopback   | TLSIO_STATE_EXT_CLOSED  |
        | loopback   | TLSIO_STATE_EXT_OPENING |
        | loopback   | TLSIO_STATE_EXT_CLOSING |

  @SRS_TLSIO_30_057
  Rule: SRS_TLSIO_30_057
    On success, if the adapter is in TLSIO_STATE_EXT_OPENING, it shall call `on_io_open_complete` with the `on_io_open_complete_context` supplied in `tlsio_open_async` and `IO_OPEN_CANCELLED`. This callback shall be made before changing the internal state of the adapter.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_close_async is called and succeeds
      Then the adapter shall call on_io_open_complete with the on_io_open_complete_context supplied in tlsio_open_async and IO_OPEN_CANCELLED
      And this callback shall be made before changing the internal state of the adapter

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_056
  Rule: SRS_TLSIO_30_056
    On success the adapter shall enter TLSIO_STATE_EXT_CLOSING.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_close_async is called and succeeds
      Then the adapter shall enter TLSIO_STATE_EXT_CLOSING
      And the adapter shall iterate through any unsent messages in the queue
      And the adapter shall delete each message after calling its on_send_complete with the associated callback_context and IO_SEND_CANCELLED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_051
  Rule: SRS_TLSIO_30_051
    On success, if the underlying TLS does not support asynchronous closing or if the adapter is not in TLSIO_STATE_EXT_OPEN, then the adapter shall enter TLSIO_STATE_EXT_CLOSED immediately after entering TLSIO_STATE_EXT_CLOSING.

    Scenario Outline: over a <underlying> underlying IO, the underlying TLS does not support asynchronous closing
      Given a tlsio over a <underlying> underlying IO
      And the underlying TLS does not support asynchronous closing
      When tlsio_close_async is called and succeeds
      Then the adapter shall enter TLSIO_STATE_EXT_CLOSED immediately after entering TLSIO_STATE_EXT_CLOSING
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in <state>
      When tlsio_close_async is called and succeeds
      Then the adapter shall enter TLSIO_STATE_EXT_CLOSED immediately after entering TLSIO_STATE_EXT_CLOSING
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying | state                   |
        | mock       | TLSIO_STATE_EXT_CLOSED  |
        | mock       | TLSIO_STATE_EXT_OPENING |
        | mock       | TLSIO_STATE_EXT_CLOSING |
        | mock       | TLSIO_STATE_EXT_ERROR   |
        | loopback   | TLSIO_STATE_EXT_CLOSED  |
        | loopback   | TLSIO_STATE_EXT_OPENING |
        | loopback   | TLSIO_STATE_EXT_CLOSING |
        | loopback   | TLSIO_STATE_EXT_ERROR   |

  @SRS_TLSIO_30_052
  Rule: SRS_TLSIO_30_052
    On success `tlsio_close_async` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_close_async is called and succeeds
      Then tlsio_close_async shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
