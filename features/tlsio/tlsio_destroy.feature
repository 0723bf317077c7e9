# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_destroy

  @SRS_TLSIO_30_020
  Rule: SRS_TLSIO_30_020
    If `tlsio_handle` is NULL, `tlsio_destroy` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_destroy is called and tlsio_handle is NULL
      Then tlsio_destroy shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_021
  Rule: SRS_TLSIO_30_021
    The `tlsio_destroy` shall release all allocated resources and then release `tlsio_handle`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_destroy is called
      Then tlsio_destroy shall release all allocated resources
      And tlsio_destroy shall then release tlsio_handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_022
  Rule: SRS_TLSIO_30_022
    If the adapter is in any state other than TLSIO_STATE_EXT_CLOSED when `tlsio_destroy` is called, the adapter shall enter TLSIO_STATE_EXT_CLOSING and then enter TLSIO_STATE_EXT_CLOSED before completing the destroy process.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in <state>
      When tlsio_destroy is called
      Then the adapter shall enter TLSIO_STATE_EXT_CLOSING
      And the adapter shall iterate through any unsent messages in the queue
      And the adapter shall delete each message after calling its on_send_complete with the associated callback_context and IO_SEND_CANCELLED
      And the adapter shall then enter TLSIO_STATE_EXT_CLOSED before completing the destroy process
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying | state                   |
        | mock       | TLSIO_STATE_EXT_OPENING |
        | mock       | TLSIO_STATE_EXT_OPEN    |
        | mock       | TLSIO_STATE_EXT_CLOSING |
        | mock       | TLSIO_STATE_EXT_ERROR   |
        | loopback   | TLSIO_STATE_EXT_OPENING |
        | loopback   | TLSIO_STATE_EXT_OPEN    |
        | loopback   | TLSIO_STATE_EXT_CLOSING |
        | loopback   | TLSIO_STATE_EXT_ERROR   |
