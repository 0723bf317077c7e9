# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: async_socket_receive_async

  @SRS_ASYNC_SOCKET_LINUX_11_064
  Rule: SRS_ASYNC_SOCKET_LINUX_11_064
    If `async_socket` is `NULL`, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and async_socket is NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_065
  Rule: SRS_ASYNC_SOCKET_LINUX_11_065
    If `buffers` is `NULL`, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and buffers is NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_066
  Rule: SRS_ASYNC_SOCKET_LINUX_11_066
    If `buffer_count` is 0, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and buffer_count is 0
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_067
  Rule: SRS_ASYNC_SOCKET_LINUX_11_067
    If any of the buffers in `payload` has `buffer` set to NULL, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, the <position> one
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and the <position> one of the buffers in payload has buffer set to NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying | position |
        | mock       | first    |
        | mock       | middle   |
        | mock       | last     |
        | loopback   | first    |
        | loopback   | middle   |
        | loopback   | last     |

  @SRS_ASYNC_SOCKET_LINUX_11_068
  Rule: SRS_ASYNC_SOCKET_LINUX_11_068
    If any of the buffers in `payload` has `length` set to 0, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, the <position> one
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and the <position> one of the buffers in payload has length set to 0
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying | position |
        | mock       | first    |
        | mock       | middle   |
        | mock       | last     |
        | loopback   | first    |
        | loopback   | middle   |
        | loopback   | last     |

  @SRS_ASYNC_SOCKET_LINUX_11_069
  Rule: SRS_ASYNC_SOCKET_LINUX_11_069
    If the sum of buffer lengths for all the buffers in `payload` is greater than `UINT32_MAX`, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and the sum of buffer lengths for all the buffers in payload is greater than UINT32_MAX
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_070
  Rule: SRS_ASYNC_SOCKET_LINUX_11_070
    If `on_receive_complete` is NULL, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and on_receive_complete is NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_071
  Rule: SRS_ASYNC_SOCKET_LINUX_11_071
    `on_receive_complete_context` shall be allowed to be `NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and on_receive_complete_context is NULL
      Then on_receive_complete_context shall be allowed to be NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_072
  Rule: SRS_ASYNC_SOCKET_LINUX_11_072
    If `async_socket` is not OPEN, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_receive_async is called
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying | state   |
        | mock       | CLOSED  |
        | mock       | OPENING |
        | mock       | CLOSING |
        | loopback   | CLOSED  |
        | loopback   | OPENING |
        | loopback   | CLOSING |

  @SRS_ASYNC_SOCKET_LINUX_11_073
  Rule: SRS_ASYNC_SOCKET_LINUX_11_073
    Otherwise `async_socket_receive_async` shall create a context for the recv where the `payload`, `on_receive_complete` and `on_receive_complete_context` shall be stored.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is OPEN
      When async_socket_receive_async is called
      Then async_socket_receive_async shall create a context for the recv where the payload, on_receive_complete and on_receive_complete_context shall be stored

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_074
  Rule: SRS_ASYNC_SOCKET_LINUX_11_074
    The context shall also allocate enough memory to keep an array of `buffer_count` items.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then the context shall also allocate enough memory to keep an array of buffer_count items

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_102
  Rule: SRS_ASYNC_SOCKET_LINUX_11_102
    Then the context shall then be added to the completion port system by calling `completion_port_add` with `EPOLLIN` and `event_complete_callback` as the callback.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then the context shall then be added to the completion port system by calling completion_port_add with EPOLLIN and event_complete_callback as the callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_077
  Rule: SRS_ASYNC_SOCKET_LINUX_11_077
    On success, `async_socket_receive_async` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and succeeds
      Then async_socket_receive_async shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_078
  Rule: SRS_ASYNC_SOCKET_LINUX_11_078
    If any error occurs, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_receive_async is called and any error occurs because <error>
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying | error                      |
        | mock       | memory cannot be allocated |
        | mock       | completion_port_add fails  |
        | loopback   | memory cannot be allocated |
        | loopback   | completion_port_add fails  |
