# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: Specified state transitions

  # "enter TLSIO_STATE_EXT_ERROR"
  @SRS_TLSIO_30_005
  Rule: SRS_TLSIO_30_005
    The phrase "enter TLSIO_STATE_EXT_ERROR" means the adapter shall call the `on_io_error` function and pass the `on_io_error_context` that was supplied in `tlsio_open_async`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When the adapter enters TLSIO_STATE_EXT_ERROR
      Then the adapter shall call the on_io_error function
      And the adapter shall pass the on_io_error_context that was supplied in tlsio_open_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # "enter TLSIO_STATE_EXT_CLOSING"
  @SRS_TLSIO_30_009
  Rule: SRS_TLSIO_30_009
    The phrase "enter TLSIO_STATE_EXT_CLOSING" means the adapter shall iterate through any unsent messages in the queue and shall delete each message after calling its `on_send_complete` with the associated `callback_context` and `IO_SEND_CANCELLED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When the adapter enters TLSIO_STATE_EXT_CLOSING
      Then the adapter shall iterate through any unsent messages in the queue
      And the adapter shall delete each message after calling its on_send_complete with the associated callback_context and IO_SEND_CANCELLED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # "enter TLSIO_STATE_EXT_CLOSED"
  @SRS_TLSIO_30_006
  Rule: SRS_TLSIO_30_006
    The phrase "enter TLSIO_STATE_EXT_CLOSED" means the adapter shall forcibly close any existing connections then call the `on_io_close_complete` function and pass the `on_io_close_complete_context` that was supplied in `tlsio_close_async`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When the adapter enters TLSIO_STATE_EXT_CLOSED
      Then the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # "enter TLSIO_STATE_EXT_OPEN"
  @SRS_TLSIO_30_007
  Rule: SRS_TLSIO_30_007
    The phrase "enter TLSIO_STATE_EXT_OPEN" means the adapter shall call the `on_io_open_complete` function and pass IO_OPEN_OK and the `on_io_open_complete_context` that was supplied in `tlsio_open_async`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When the adapter enters TLSIO_STATE_EXT_OPEN
      Then the adapter shall call the on_io_open_complete function
      And the adapter shall pass IO_OPEN_OK and the on_io_open_complete_context that was supplied in tlsio_open_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # "destroy the failed message"
  @SRS_TLSIO_30_002
  Rule: SRS_TLSIO_30_002
    The phrase "destroy the failed message" means that the adapter shall remove the message from the queue and destroy it after calling the message's `on_send_complete` along with its associated `callback_context` and `IO_SEND_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When the failed message is destroyed
      Then the adapter shall remove the message from the queue
      And the adapter shall destroy it after calling the message's on_send_complete along with its associated callback_context and IO_SEND_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
