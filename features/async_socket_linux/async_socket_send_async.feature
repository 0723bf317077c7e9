# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: async_socket_send_async

  @SRS_ASYNC_SOCKET_LINUX_11_043
  Rule: SRS_ASYNC_SOCKET_LINUX_11_043
    If `async_socket` is `NULL`, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and async_socket is NULL
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_044
  Rule: SRS_ASYNC_SOCKET_LINUX_11_044
    If `buffers` is `NULL`, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and buffers is NULL
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_045
  Rule: SRS_ASYNC_SOCKET_LINUX_11_045
    If `buffer_count` is 0, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and buffer_count is 0
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_046
  Rule: SRS_ASYNC_SOCKET_LINUX_11_046
    If any of the buffers in `payload` has `buffer` set to `NULL`, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, the <position> one
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the <position> one of the buffers in payload has buffer set to NULL
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying | position |
        | mock       | first    |
        | mock       | middle   |
        | mock       | last     |
        | loopback   | first    |
        | loopback   | middle   |
        | loopback   | last     |

  @SRS_ASYNC_SOCKET_LINUX_11_047
  Rule: SRS_ASYNC_SOCKET_LINUX_11_047
    If any of the buffers in `payload` has `length` set to 0, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, the <position> one
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the <position> one of the buffers in payload has length set to 0
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying | position |
        | mock       | first    |
        | mock       | middle   |
        | mock       | last     |
        | loopback   | first    |
        | loopback   | middle   |
        | loopback   | last     |

  @SRS_ASYNC_SOCKET_LINUX_11_048
  Rule: SRS_ASYNC_SOCKET_LINUX_11_048
    If the sum of buffer lengths for all the buffers in `payload` is greater than `UINT32_MAX`, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the sum of buffer lengths for all the buffers in payload is greater than UINT32_MAX
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_049
  Rule: SRS_ASYNC_SOCKET_LINUX_11_049
    If `on_send_complete` is `NULL`, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and on_send_complete is NULL
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_050
  Rule: SRS_ASYNC_SOCKET_LINUX_11_050
    `on_send_complete_context` shall be allowed to be `NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and on_send_complete_context is NULL
      Then on_send_complete_context shall be allowed to be NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_051
  Rule: SRS_ASYNC_SOCKET_LINUX_11_051
    If `async_socket` is not OPEN, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ABANDONED`.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_send_async is called
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ABANDONED

      Examples:
        | underlying | state   |
        | mock       | CLOSED  |
        | mock       | OPENING |
        | mock       | CLOSING |
        | loopback   | CLOSED  |
        | loopback   | OPENING |
        | loopback   | CLOSING |

  @SRS_ASYNC_SOCKET_LINUX_11_052
  Rule: SRS_ASYNC_SOCKET_LINUX_11_052
    `async_socket_send_async` shall attempt to send the data by calling `send` with the `MSG_NOSIGNAL` flag to ensure SIGPIPE is not generated on errors.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called
      Then async_socket_send_async shall attempt to send the data by calling send with the MSG_NOSIGNAL flag to ensure SIGPIPE is not generated on errors

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_053
  Rule: SRS_ASYNC_SOCKET_LINUX_11_053
    `async_socket_send_async` shall continue to send the data until the payload length has been sent.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called
      Then async_socket_send_async shall continue to send the data until the payload length has been sent

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_054
  Rule: SRS_ASYNC_SOCKET_LINUX_11_054
    If the `send` fails to send the data, `async_socket_send_async` shall do the following:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_055, SRS_ASYNC_SOCKET_LINUX_11_056, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then async_socket_send_async shall create a context for the send where the payload, on_send_complete and on_send_complete_context shall be stored

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_055, SRS_ASYNC_SOCKET_LINUX_11_057, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then the context shall then be added to the completion port system by calling completion_port_add with EPOLL_CTL_MOD and event_complete_callback as the callback

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_059, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ABANDONED

      Examples:
        | underlying | value      |
        | mock       | ECONNRESET |
        | mock       | ENOTCONN   |
        | mock       | EPIPE      |
        | loopback   | ECONNRESET |
        | loopback   | ENOTCONN   |
        | loopback   | EPIPE      |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_060, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And any other error is encountered, <errno>
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying | errno        |
        | mock       | ENOTSOCK     |
        | mock       | EDESTADDRREQ |
        | loopback   | ENOTSOCK     |
        | loopback   | EDESTADDRREQ |

  @SRS_ASYNC_SOCKET_LINUX_11_055
  Rule: SRS_ASYNC_SOCKET_LINUX_11_055
    If the `errno` value is `EAGAIN` or `EWOULDBLOCK`.

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_056, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then async_socket_send_async shall create a context for the send where the payload, on_send_complete and on_send_complete_context shall be stored

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_057, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then the context shall then be added to the completion port system by calling completion_port_add with EPOLL_CTL_MOD and event_complete_callback as the callback

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

  @SRS_ASYNC_SOCKET_LINUX_11_056
  Rule: SRS_ASYNC_SOCKET_LINUX_11_056
    `async_socket_send_async` shall create a context for the send where the `payload`, `on_send_complete` and `on_send_complete_context` shall be stored.

    Scenario Outline: over a <underlying> underlying IO, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then async_socket_send_async shall create a context for the send where the payload, on_send_complete and on_send_complete_context shall be stored

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

  @SRS_ASYNC_SOCKET_LINUX_11_057
  Rule: SRS_ASYNC_SOCKET_LINUX_11_057
    The context shall then be added to the completion port system by calling `completion_port_add` with `EPOLL_CTL_MOD` and `event_complete_callback` as the callback.

    Scenario Outline: over a <underlying> underlying IO, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then the context shall then be added to the completion port system by calling completion_port_add with EPOLL_CTL_MOD and event_complete_callback as the callback

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

  @SRS_ASYNC_SOCKET_LINUX_11_059
  Rule: SRS_ASYNC_SOCKET_LINUX_11_059
    If the `errno` value is `ECONNRESET`, `ENOTCONN`, or `EPIPE` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ABANDONED`.

    Scenario Outline: over a <underlying> underlying IO, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And the errno value is <value>
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ABANDONED

      Examples:
        | underlying | value      |
        | mock       | ECONNRESET |
        | mock       | ENOTCONN   |
        | mock       | EPIPE      |
        | loopback   | ECONNRESET |
        | loopback   | ENOTCONN   |
        | loopback   | EPIPE      |

  @SRS_ASYNC_SOCKET_LINUX_11_060
  Rule: SRS_ASYNC_SOCKET_LINUX_11_060
    If any other error is encountered, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send fails to send the data
      And any other error is encountered, <errno>
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying | errno        |
        | mock       | ENOTSOCK     |
        | mock       | EDESTADDRREQ |
        | loopback   | ENOTSOCK     |
        | loopback   | EDESTADDRREQ |

  @SRS_ASYNC_SOCKET_LINUX_11_061
  Rule: SRS_ASYNC_SOCKET_LINUX_11_061
    If the `send` is successful, `async_socket_send_async` shall call the `on_send_complete` with `on_send_complete_context` and `ASYNC_SOCKET_SEND_SYNC_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and the send is successful
      Then async_socket_send_async shall call the on_send_complete with on_send_complete_context and ASYNC_SOCKET_SEND_SYNC_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_062
  Rule: SRS_ASYNC_SOCKET_LINUX_11_062
    On success, `async_socket_send_async` shall return `ASYNC_SOCKET_SEND_SYNC_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and succeeds
      Then async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_063
  Rule: SRS_ASYNC_SOCKET_LINUX_11_063
    If any error occurs, `async_socket_send_async` shall fail and return `ASYNC_SOCKET_SEND_SYNC_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_send_async is called and any error occurs because <error>
      Then async_socket_send_async shall fail
      And async_socket_send_async shall return ASYNC_SOCKET_SEND_SYNC_ERROR

      Examples:
        | underlying | error                      |
        | mock       | memory cannot be allocated |
        | mock       | completion_port_add fails  |
        | loopback   | memory cannot be allocated |
        | loopback   | completion_port_add fails  |
