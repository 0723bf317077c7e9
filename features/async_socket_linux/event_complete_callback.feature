# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: event_complete_callback

  @SRS_ASYNC_SOCKET_LINUX_11_079
  Rule: SRS_ASYNC_SOCKET_LINUX_11_079
    If context is `NULL`, `event_complete_callback` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and context is NULL
      Then event_complete_callback shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_080
  Rule: SRS_ASYNC_SOCKET_LINUX_11_080
    If `COMPLETION_PORT_EPOLL_ACTION` is `COMPLETION_PORT_EPOLL_EPOLLRDHUP` or `COMPLETION_PORT_EPOLL_ABANDONED`, `event_complete_callback` shall do the following:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_081, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is <value>
      Then event_complete_callback shall call either the send or recv complete callback with an ABANDONED flag

      Examples:
        | underlying | value                            |
        | mock       | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | mock       | COMPLETION_PORT_EPOLL_ABANDONED  |
        | loopback   | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | loopback   | COMPLETION_PORT_EPOLL_ABANDONED  |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_084, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is <value>
      Then event_complete_callback shall then free the context memory

      Examples:
        | underlying | value                            |
        | mock       | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | mock       | COMPLETION_PORT_EPOLL_ABANDONED  |
        | loopback   | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | loopback   | COMPLETION_PORT_EPOLL_ABANDONED  |

  @SRS_ASYNC_SOCKET_LINUX_11_081
  Rule: SRS_ASYNC_SOCKET_LINUX_11_081
    `event_complete_callback` shall call either the send or recv complete callback with an `ABANDONED` flag.

    Scenario Outline: over a <underlying> underlying IO, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is <value>
      Then event_complete_callback shall call either the send or recv complete callback with an ABANDONED flag

      Examples:
        | underlying | value                            |
        | mock       | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | mock       | COMPLETION_PORT_EPOLL_ABANDONED  |
        | loopback   | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | loopback   | COMPLETION_PORT_EPOLL_ABANDONED  |

  @SRS_ASYNC_SOCKET_LINUX_11_084
  Rule: SRS_ASYNC_SOCKET_LINUX_11_084
    Then `event_complete_callback` shall free the `context` memory.

    Scenario Outline: over a <underlying> underlying IO, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is <value>
      Then event_complete_callback shall then free the context memory

      Examples:
        | underlying | value                            |
        | mock       | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | mock       | COMPLETION_PORT_EPOLL_ABANDONED  |
        | loopback   | COMPLETION_PORT_EPOLL_EPOLLRDHUP |
        | loopback   | COMPLETION_PORT_EPOLL_ABANDONED  |

  @SRS_ASYNC_SOCKET_LINUX_11_082
  Rule: SRS_ASYNC_SOCKET_LINUX_11_082
    If `COMPLETION_PORT_EPOLL_ACTION` is `COMPLETION_PORT_EPOLL_EPOLLIN`, `event_complete_callback` shall do the following:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_083
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      Then event_complete_callback shall call recv with the recv_buffer buffer and length

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_093
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      Then event_complete_callback shall then free the io_context memory

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_083
  Rule: SRS_ASYNC_SOCKET_LINUX_11_083
    `event_complete_callback` shall call `recv` with the `recv_buffer` buffer and length and do the following:

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      Then event_complete_callback shall call recv with the recv_buffer buffer and length

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_088
  Rule: SRS_ASYNC_SOCKET_LINUX_11_088
    If the recv size < 0, then:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_089, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size < 0
      And errno is <value>
      And no data is available
      Then event_complete_callback will break out of the function

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_090
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size < 0
      And errno is ECONNRESET
      Then event_complete_callback shall call the on_receive_complete callback with the on_receive_complete_context and ASYNC_SOCKET_RECEIVE_ABANDONED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_095, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size < 0
      And errno is any other error, <errno>
      Then event_complete_callback shall call the on_receive_complete callback with the on_receive_complete_context and ASYNC_SOCKET_RECEIVE_ERROR

      Examples:
        | underlying | errno    |
        | mock       | ENOTSOCK |
        | mock       | ENOTCONN |
        | loopback   | ENOTSOCK |
        | loopback   | ENOTCONN |

  @SRS_ASYNC_SOCKET_LINUX_11_089
  Rule: SRS_ASYNC_SOCKET_LINUX_11_089
    If `errno` is `EAGAIN` or `EWOULDBLOCK`, then no data is available and `event_complete_callback` will break out of the function.

    Scenario Outline: over a <underlying> underlying IO, <value>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size < 0
      And errno is <value>
      And no data is available
      Then event_complete_callback will break out of the function

      Examples:
        | underlying | value       |
        | mock       | EAGAIN      |
        | mock       | EWOULDBLOCK |
        | loopback   | EAGAIN      |
        | loopback   | EWOULDBLOCK |

  @SRS_ASYNC_SOCKET_LINUX_11_090
  Rule: SRS_ASYNC_SOCKET_LINUX_11_090
    If `errno` is `ECONNRESET`, then `event_complete_callback` shall call the `on_receive_complete` callback with the `on_receive_complete_context` and `ASYNC_SOCKET_RECEIVE_ABANDONED`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size < 0
      And errno is ECONNRESET
      Then event_complete_callback shall call the on_receive_complete callback with the on_receive_complete_context and ASYNC_SOCKET_RECEIVE_ABANDONED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_095
  Rule: SRS_ASYNC_SOCKET_LINUX_11_095
    If `errno` is any other error, then `event_complete_callback` shall call the `on_receive_complete` callback with the `on_receive_complete_context` and `ASYNC_SOCKET_RECEIVE_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size < 0
      And errno is any other error, <errno>
      Then event_complete_callback shall call the on_receive_complete callback with the on_receive_complete_context and ASYNC_SOCKET_RECEIVE_ERROR

      Examples:
        | underlying | errno    |
        | mock       | ENOTSOCK |
        | mock       | ENOTCONN |
        | loopback   | ENOTSOCK |
        | loopback   | ENOTCONN |

  @SRS_ASYNC_SOCKET_LINUX_11_091
  Rule: SRS_ASYNC_SOCKET_LINUX_11_091
    If the recv size equals 0, then `event_complete_callback` shall call `on_receive_complete` callback with the `on_receive_complete_context` and `ASYNC_SOCKET_RECEIVE_ABANDONED`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size equals 0
      Then event_complete_callback shall call on_receive_complete callback with the on_receive_complete_context and ASYNC_SOCKET_RECEIVE_ABANDONED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_092
  Rule: SRS_ASYNC_SOCKET_LINUX_11_092
    If the recv size > 0, if we have another buffer to fill then we will attempt another read, otherwise we shall call `on_receive_complete` callback with the `on_receive_complete_context` and `ASYNC_SOCKET_RECEIVE_OK`.

    Scenario Outline: over a <underlying> underlying IO, we have another buffer to fill
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size > 0
      And we have another buffer to fill
      Then we will attempt another read

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, it is not so that we have another buffer to fill
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      And the recv size > 0
      And it is not so that we have another buffer to fill
      Then we shall call on_receive_complete callback with the on_receive_complete_context and ASYNC_SOCKET_RECEIVE_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_093
  Rule: SRS_ASYNC_SOCKET_LINUX_11_093
    `event_complete_callback` shall then free the `io_context` memory.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and COMPLETION_PORT_EPOLL_ACTION is COMPLETION_PORT_EPOLL_EPOLLIN
      Then event_complete_callback shall then free the io_context memory

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_094
  Rule: SRS_ASYNC_SOCKET_LINUX_11_094
    If the events value contains `COMPLETION_PORT_EPOLL_EPOLLOUT`, `event_complete_callback` shall the following:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_096
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      Then event_complete_callback shall call send on the data in the ASYNC_SOCKET_SEND_CONTEXT buffer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_097, SRS_ASYNC_SOCKET_LINUX_11_098
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns value is < 0
      And errno is ECONNRESET
      Then on_send_complete shall be called with ASYNC_SOCKET_SEND_ABANDONED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_097, SRS_ASYNC_SOCKET_LINUX_11_099, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns value is < 0
      And errno is anything else, <errno>
      Then on_send_complete shall be called with ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying | errno    |
        | mock       | EPIPE    |
        | mock       | ENOTSOCK |
        | mock       | ENOTCONN |
        | loopback   | EPIPE    |
        | loopback   | ENOTSOCK |
        | loopback   | ENOTCONN |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_101
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns a value > 0 but less than the amount to be sent
      Then event_complete_callback shall continue to send the data until the payload length has been sent

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_096
  Rule: SRS_ASYNC_SOCKET_LINUX_11_096
    `event_complete_callback` shall call `send` on the data in the `ASYNC_SOCKET_SEND_CONTEXT` buffer.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      Then event_complete_callback shall call send on the data in the ASYNC_SOCKET_SEND_CONTEXT buffer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_097
  Rule: SRS_ASYNC_SOCKET_LINUX_11_097
    If send returns value is < 0 `event_complete_callback` shall do the following:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_098
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns value is < 0
      And errno is ECONNRESET
      Then on_send_complete shall be called with ASYNC_SOCKET_SEND_ABANDONED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_099, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns value is < 0
      And errno is anything else, <errno>
      Then on_send_complete shall be called with ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying | errno    |
        | mock       | EPIPE    |
        | mock       | ENOTSOCK |
        | mock       | ENOTCONN |
        | loopback   | EPIPE    |
        | loopback   | ENOTSOCK |
        | loopback   | ENOTCONN |

  @SRS_ASYNC_SOCKET_LINUX_11_098
  Rule: SRS_ASYNC_SOCKET_LINUX_11_098
    if `errno` is `ECONNRESET`, then `on_send_complete` shall be called with `ASYNC_SOCKET_SEND_ABANDONED`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns value is < 0
      And errno is ECONNRESET
      Then on_send_complete shall be called with ASYNC_SOCKET_SEND_ABANDONED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_099
  Rule: SRS_ASYNC_SOCKET_LINUX_11_099
    if `errno` is anything else, then `on_send_complete` shall be called with `ASYNC_SOCKET_SEND_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, with <errno>
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns value is < 0
      And errno is anything else, <errno>
      Then on_send_complete shall be called with ASYNC_SOCKET_SEND_ERROR

      Examples:
        | underlying | errno    |
        | mock       | EPIPE    |
        | mock       | ENOTSOCK |
        | mock       | ENOTCONN |
        | loopback   | EPIPE    |
        | loopback   | ENOTSOCK |
        | loopback   | ENOTCONN |

  @SRS_ASYNC_SOCKET_LINUX_11_101
  Rule: SRS_ASYNC_SOCKET_LINUX_11_101
    If send returns a value > 0 but less than the amount to be sent, `event_complete_callback` shall continue to send the data until the payload length has been sent.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      And send returns a value > 0 but less than the amount to be sent
      Then event_complete_callback shall continue to send the data until the payload length has been sent

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_100
  Rule: SRS_ASYNC_SOCKET_LINUX_11_100
    Then `event_complete_callback` shall free the `io_context` memory

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_EPOLLOUT
      Then event_complete_callback shall then free the io_context memory

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_085
  Rule: SRS_ASYNC_SOCKET_LINUX_11_085
    If the events value contains `COMPLETION_PORT_EPOLL_ERROR`, `event_complete_callback` shall the following:

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_086
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_ERROR
      Then event_complete_callback shall call either the send or recv complete callback with an ERROR flag

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, SRS_ASYNC_SOCKET_LINUX_11_087
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_ERROR
      Then event_complete_callback shall then free the io_context memory

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_086
  Rule: SRS_ASYNC_SOCKET_LINUX_11_086
    `event_complete_callback` shall call either the send or recv complete callback with an `ERROR` flag.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_ERROR
      Then event_complete_callback shall call either the send or recv complete callback with an ERROR flag

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_087
  Rule: SRS_ASYNC_SOCKET_LINUX_11_087
    Then `event_complete_callback` shall and free the `io_context` memory.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When event_complete_callback is called and the events value contains COMPLETION_PORT_EPOLL_ERROR
      Then event_complete_callback shall then free the io_context memory

      Examples:
        | underlying |
        | mock       |
        | loopback   |
