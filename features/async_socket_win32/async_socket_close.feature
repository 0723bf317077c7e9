# Composed from async_socket_win32_requirements.md, sha256 f975e448457a493090d4748eee6dbdf6c556b6f0111ed32da30efc3f4ca794fb.
# Do not edit: iospec generate writes this file.
@async_socket_win32
Feature: async_socket_win32: async_socket_close

  @SRS_ASYNC_SOCKET_WIN32_01_018
  Rule: SRS_ASYNC_SOCKET_WIN32_01_018
    If `async_socket` is NULL, `async_socket_close` shall return.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called and async_socket is NULL
      Then async_socket_close shall return

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_019
  Rule: SRS_ASYNC_SOCKET_WIN32_01_019
    Otherwise, `async_socket_close` shall switch the state to CLOSING.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called and async_socket is not NULL
      Then async_socket_close shall switch the state to CLOSING

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_020
  Rule: SRS_ASYNC_SOCKET_WIN32_01_020
    `async_socket_close` shall wait for all executing `async_socket_send_async` and `async_socket_receive_async` APIs.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall wait for all executing async_socket_send_async and async_socket_receive_async APIs

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_021
  Rule: SRS_ASYNC_SOCKET_WIN32_01_021
    Then `async_socket_close` shall close the async socket, leaving it in a state where an `async_socket_open_async` can be performed.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall then close the async socket, leaving it in a state where an async_socket_open_async can be performed

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_040
  Rule: SRS_ASYNC_SOCKET_WIN32_01_040
    `async_socket_close` shall wait for any executing callbacks by calling `WaitForThreadpoolIoCallbacks`, passing FALSE as `fCancelPendingCallbacks`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall wait for any executing callbacks by calling WaitForThreadpoolIoCallbacks, passing FALSE as fCancelPendingCallbacks

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_059
  Rule: SRS_ASYNC_SOCKET_WIN32_01_059
    `async_socket_close` shall close the threadpool IO created in `async_socket_open_async` by calling `CloseThreadpoolIo`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall close the threadpool IO created in async_socket_open_async by calling CloseThreadpoolIo

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_041
  Rule: SRS_ASYNC_SOCKET_WIN32_01_041
    `async_socket_close` shall close the threadpool cleanup group by calling `CloseThreadpoolCleanupGroup`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall close the threadpool cleanup group by calling CloseThreadpoolCleanupGroup

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_042
  Rule: SRS_ASYNC_SOCKET_WIN32_01_042
    `async_socket_close` shall destroy the thread pool environment created in `async_socket_open_async`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_close is called
      Then async_socket_close shall destroy the thread pool environment created in async_socket_open_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_022
  Rule: SRS_ASYNC_SOCKET_WIN32_01_022
    If `async_socket` is not OPEN, `async_socket_close` shall return.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_win32 over a <underlying> underlying IO
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
        | native     | CLOSED  |
        | native     | OPENING |
        | native     | CLOSING |
