# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_open_async

  @SRS_TLSIO_30_030
  Rule: SRS_TLSIO_30_030
    If the `tlsio_handle` parameter is NULL, `tlsio_open_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and the tlsio_handle parameter is NULL
      Then tlsio_open_async shall log an error
      And tlsio_open_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_031
  Rule: SRS_TLSIO_30_031
    If the on_io_open_complete parameter is NULL, `tlsio_open_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and the on_io_open_complete parameter is NULL
      Then tlsio_open_async shall log an error
      And tlsio_open_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_032
  Rule: SRS_TLSIO_30_032
    If the on_bytes_received parameter is NULL, `tlsio_open_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and the on_bytes_received parameter is NULL
      Then tlsio_open_async shall log an error
      And tlsio_open_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_033
  Rule: SRS_TLSIO_30_033
    If the on_io_error parameter is NULL, `tlsio_open_async` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and the on_io_error parameter is NULL
      Then tlsio_open_async shall log an error
      And tlsio_open_async shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_037
  Rule: SRS_TLSIO_30_037
    If the adapter is in any state other than TLSIO_STATE_EXT_CLOSED when `tlsio_open_async` is called, it shall log an error, and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in <state>
      When tlsio_open_async is called
      Then tlsio_open_async shall log an error
      And tlsio_open_async shall return _FAILURE_

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

  @SRS_TLSIO_30_038
  Rule: SRS_TLSIO_30_038
    If `tlsio_open_async` fails to enter TLSIO_STATE_EXT_OPENING it shall return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async fails to enter TLSIO_STATE_EXT_OPENING because of <fault>
      Then tlsio_open_async shall return _FAILURE_

      Examples:
        | underlying | fault                                  |
        | mock       | an underlying IO whose open call fails |
        | loopback   | an underlying IO whose open call fails |

  @SRS_TLSIO_30_039
  Rule: SRS_TLSIO_30_039
    On failure, `tlsio_open_async` shall not call `on_io_open_complete`.

    Scenario Outline: over a <underlying> underlying IO, because <failure>
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and fails because <failure>
      Then tlsio_open_async shall not call on_io_open_complete

      Examples:
        | underlying | failure                                                                                                   |
        | mock       | the tlsio_handle parameter is NULL                                                                        |
        | mock       | the on_io_open_complete parameter is NULL                                                                 |
        | mock       | the on_bytes_received parameter is NULL                                                                   |
        | mock       | the on_io_error parameter is NULL                                                                         |
        | mock       | the adapter is in TLSIO_STATE_EXT_OPENING                                                                 |
        | mock       | the adapter is in TLSIO_STATE_EXT_OPEN                                                                    |
        | mock       | the adapter is in TLSIO_STATE_EXT_CLOSING                                                                 |
        | mock       | the adapter is in TLSIO_STATE_EXT_ERROR                                                                   |
        | mock       | tlsio_open_async fails to enter TLSIO_STATE_EXT_OPENING because of an underlying IO whose open call fails |
        | loopback   | the tlsio_handle parameter is NULL                                                                        |
        | loopback   | the on_io_open_complete parameter is NULL                                                                 |
        | loopback   | the on_bytes_received parameter is NULL                                                                   |
        | loopback   | the on_io_error parameter is NULL                                                                         |
        | loopback   | the adapter is in TLSIO_STATE_EXT_OPENING                                                                 |
        | loopback   | the adapter is in TLSIO_STATE_EXT_OPEN                                                                    |
        | loopback   | the adapter is in TLSIO_STATE_EXT_CLOSING                                                                 |
        | loopback   | the adapter is in TLSIO_STATE_EXT_ERROR                                                                   |
        | loopback   | tlsio_open_async fails to enter TLSIO_STATE_EXT_OPENING because of an underlying IO whose open call fails |

  @SRS_TLSIO_30_034
  Rule: SRS_TLSIO_30_034
    On success, `tlsio_open_async` shall store the provided `on_bytes_received`, `on_bytes_received_context`, `on_io_error`, `on_io_error_context`, `on_io_open_complete`, and `on_io_open_complete_context` parameters for later use as specified and tested per other line entries in this document.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and succeeds
      Then tlsio_open_async shall store the provided on_bytes_received, on_bytes_received_context, on_io_error, on_io_error_context, on_io_open_complete, and on_io_open_complete_context parameters for later use as specified and tested per other line entries in this document

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_035
  Rule: SRS_TLSIO_30_035
    On success, `tlsio_open_async` shall cause the adapter to enter TLSIO_STATE_EXT_OPENING and return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_open_async is called and succeeds
      Then tlsio_open_async shall cause the adapter to enter TLSIO_STATE_EXT_OPENING
      And the adapter will continute the process of opening the TSL connection to the host on the next tlsio_dowork call
      And tlsio_open_async shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
