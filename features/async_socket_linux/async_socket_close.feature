# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: async_socket_close

  @SRS_ASYNC_SOCKET_LINUX_11_035
  Rule: SRS_ASYNC_SOCKET_LINUX_11_035
    If `async_socket` is `NULL`, `async_socket_close` shall return.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_close is called and async_socket is NULL
      Then async_socket_close shall return

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_036
  Rule: SRS_ASYNC_SOCKET_LINUX_11_036
    Otherwise, `async_socket_close` shall switch the state to CLOSING.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_close is called and async_socket is not NULL
      Then async_socket_close shall switch the state to CLOSING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_037
  Rule: SRS_ASYNC_SOCKET_LINUX_11_037
    `async_socket_close` shall wait for all executing `async_socket_send_async` and `async_socket_receive_async` APIs.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall wait for all executing async_socket_send_async and async_socket_receive_async APIs

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_039
  Rule: SRS_ASYNC_SOCKET_LINUX_11_039
    `async_socket_close` shall call `close` on the underlying socket.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall call close on the underlying socket

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_041
  Rule: SRS_ASYNC_SOCKET_LINUX_11_041
    `async_socket_close` shall set the state to CLOSED.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall set the state to CLOSED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_042
  Rule: SRS_ASYNC_SOCKET_LINUX_11_042
    If `async_socket` is not OPEN, `async_socket_close` shall return.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_close is called
      Then async_socket_close shall return

      Examples:
        | underlying | state   |
        | mock       | CLOSED  |
        | mock       | OPENING |
        | mock       | CLOSING |
        | loopback   | CLOSED  |
        | loopback   | OPENING |
        | loopback   | CLOSING |
