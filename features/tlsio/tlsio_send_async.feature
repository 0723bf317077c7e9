# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_send_async

  @SRS_TLSIO_30_060
  Rule: SRS_TLSIO_30_060
    If the `tlsio_handle` parameter is NULL, `tlsio_send_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and the tlsio_handle parameter is NULL
      Then tlsio_send_async shall log an error
      And tlsio_send_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_061
  Rule: SRS_TLSIO_30_061
    If the `buffer` is NULL, `tlsio_send_async` shall log the error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and the buffer is NULL
      Then tlsio_send_async shall log the error
      And tlsio_send_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_062
  Rule: SRS_TLSIO_30_062
    If the `on_send_complete` is NULL, `tlsio_send_async` shall log the error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and the on_send_complete is NULL
      Then tlsio_send_async shall log the error
      And tlsio_send_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_067
  Rule: SRS_TLSIO_30_067
    If the `size` is 0, `tlsio_send_async` shall log the error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and the size is 0
      Then tlsio_send_async shall log the error
      And tlsio_send_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_065
  Rule: SRS_TLSIO_30_065
    If the adapter state is not TLSIO_STATE_EXT_OPEN, `tlsio_send_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in <state>
      When tlsio_send_async is called
      Then tlsio_send_async shall log an error
      And tlsio_send_async shall return _FAILURE_

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

  @SRS_TLSIO_30_064
  Rule: SRS_TLSIO_30_064
    If the supplied message cannot be enqueued for transmission, `tlsio_send_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and the supplied message cannot be enqueued for transmission
      Then tlsio_send_async shall log an error
      And tlsio_send_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_066
  Rule: SRS_TLSIO_30_066
    On failure, `on_send_complete` shall not be called.

    Scenario Outline: over a <underlying> underlying IO, because <failure>
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and fails because <failure>
      Then on_send_complete shall not be called

      Examples:
        | underlying | failure                                                  |
        | mock       | the tlsio_handle parameter is NULL                       |
        | mock       | the buffer is NULL                                       |
        | mock       | the on_send_complete is NULL                             |
        | mock       | the size is 0                                            |
        | mock       | the adapter is in TLSIO_STATE_EXT_CLOSED                 |
        | mock       | the adapter is in TLSIO_STATE_EXT_OPENING                |
        | mock       | the adapter is in TLSIO_STATE_EXT_CLOSING                |
        | mock       | the adapter is in TLSIO_STATE_EXT_ERROR                  |
        | mock       | the supplied message cannot be enqueued for transmission |
        | loopback   | the tlsio_handle parameter is NULL                       |
        | loopback   | the buffer is NULL                                       |
        | loopback   | the on_send_complete is NULL                             |
        | loopback   | the size is 0                                            |
        | loopback   | the adapter is in TLSIO_STATE_EXT_CLOSED                 |
        | loopback   | the adapter is in TLSIO_STATE_EXT_OPENING                |
        | loopback   | the adapter is in TLSIO_STATE_EXT_CLOSING                |
        | loopback   | the adapter is in TLSIO_STATE_EXT_ERROR                  |
        | loopback   | the supplied message cannot be enqueued for transmission |

  @SRS_TLSIO_30_063
  Rule: SRS_TLSIO_30_063
    On success, `tlsio_send_async` shall enqueue for transmission the `on_send_complete`, the `callback_context`, the `size`, and the contents of `buffer` and then return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_send_async is called and succeeds
      Then tlsio_send_async shall enqueue for transmission the on_send_complete, the callback_context, the size, and the contents of buffer
      And tlsio_send_async shall then return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
