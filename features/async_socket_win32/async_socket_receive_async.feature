# Composed from async_socket_win32_requirements.md, sha256 f975e448457a493090d4748eee6dbdf6c556b6f0111ed32da30efc3f4ca794fb.
# Do not edit: iospec generate writes this file.
@async_socket_win32
Feature: async_socket_win32: async_socket_receive_async

  @SRS_ASYNC_SOCKET_WIN32_01_073
  Rule: SRS_ASYNC_SOCKET_WIN32_01_073
    If `async_socket` is NULL, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and async_socket is NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_074
  Rule: SRS_ASYNC_SOCKET_WIN32_01_074
    If `buffers` is NULL, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and buffers is NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_086
  Rule: SRS_ASYNC_SOCKET_WIN32_01_086
    If `buffer_count` is 0, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and buffer_count is 0
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_091
  Rule: SRS_ASYNC_SOCKET_WIN32_01_091
    If any of the buffers in `payload` has `buffer` set to NULL, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, the <position> one
      Given an async_socket_win32 over a <underlying> underlying IO
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
        | native     | first    |
        | native     | middle   |
        | native     | last     |

  @SRS_ASYNC_SOCKET_WIN32_01_092
  Rule: SRS_ASYNC_SOCKET_WIN32_01_092
    If any of the buffers in `payload` has `length` set to 0, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, the <position> one
      Given an async_socket_win32 over a <underlying> underlying IO
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
        | native     | first    |
        | native     | middle   |
        | native     | last     |

  @SRS_ASYNC_SOCKET_WIN32_01_096
  Rule: SRS_ASYNC_SOCKET_WIN32_01_096
    If the sum of buffer lengths for all the buffers in `payload` is greater than `UINT32_MAX`, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and the sum of buffer lengths for all the buffers in payload is greater than UINT32_MAX
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_075
  Rule: SRS_ASYNC_SOCKET_WIN32_01_075
    If `on_receive_complete` is NULL, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and on_receive_complete is NULL
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_076
  Rule: SRS_ASYNC_SOCKET_WIN32_01_076
    `on_receive_complete_context` shall be allowed to be NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and on_receive_complete_context is NULL
      Then on_receive_complete_context shall be allowed to be NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_098
  Rule: SRS_ASYNC_SOCKET_WIN32_01_098
    If `async_socket` is not OPEN, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_win32 over a <underlying> underlying IO
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
        | native     | CLOSED  |
        | native     | OPENING |
        | native     | CLOSING |

  @SRS_ASYNC_SOCKET_WIN32_01_077
  Rule: SRS_ASYNC_SOCKET_WIN32_01_077
    Otherwise `async_socket_receive_async` shall create a context for the send where the `payload`, `on_receive_complete` and `on_receive_complete_context` shall be stored.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      And async_socket is OPEN
      When async_socket_receive_async is called
      Then async_socket_receive_async shall create a context for the send where the payload, on_receive_complete and on_receive_complete_context shall be stored

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_078
  Rule: SRS_ASYNC_SOCKET_WIN32_01_078
    The context shall also allocate enough memory to keep an array of `buffer_count` WSABUF items.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then the context shall also allocate enough memory to keep an array of buffer_count WSABUF items

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_104
  Rule: SRS_ASYNC_SOCKET_WIN32_01_104
    If the amount of memory needed to allocate the context and the WSABUF items is exceeding UINT32_MAX, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and the amount of memory needed to allocate the context and the WSABUF items is exceeding UINT32_MAX
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_079
  Rule: SRS_ASYNC_SOCKET_WIN32_01_079
    `async_socket_receive_async` shall set the WSABUF items to point to the memory/length of the buffers in `payload`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then async_socket_receive_async shall set the WSABUF items to point to the memory/length of the buffers in payload

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_080
  Rule: SRS_ASYNC_SOCKET_WIN32_01_080
    An event to be used for the `OVERLAPPED` structure passed to `WSARecv` shall be created and stored in the context.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then an event to be used for the OVERLAPPED structure passed to WSARecv shall be created and stored in the context

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_081
  Rule: SRS_ASYNC_SOCKET_WIN32_01_081
    An asynchronous IO shall be started by calling `StartThreadpoolIo`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then an asynchronous IO shall be started by calling StartThreadpoolIo

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_082
  Rule: SRS_ASYNC_SOCKET_WIN32_01_082
    A receive shall be started for the `WSABUF` array associated with the context calling `WSARecv` and passing to it the `OVERLAPPED` structure with the event that was just created, `dwFlags` set to 0, `lpNumberOfBytesSent` set to NULL and `lpCompletionRoutine` set to NULL..

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called
      Then a receive shall be started for the WSABUF array associated with the context calling WSARecv and passing to it the OVERLAPPED structure with the event that was just created, dwFlags set to 0, lpNumberOfBytesSent set to NULL and lpCompletionRoutine set to NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_054
  Rule: SRS_ASYNC_SOCKET_WIN32_01_054
    If `WSARecv` fails, `async_socket_receive_async` shall call `CancelThreadpoolIo`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and WSARecv fails
      Then async_socket_receive_async shall call CancelThreadpoolIo

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_083
  Rule: SRS_ASYNC_SOCKET_WIN32_01_083
    On success, `async_socket_receive_async` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and succeeds
      Then async_socket_receive_async shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_084
  Rule: SRS_ASYNC_SOCKET_WIN32_01_084
    If any error occurs, `async_socket_receive_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_receive_async is called and any error occurs because <error>
      Then async_socket_receive_async shall fail
      And async_socket_receive_async shall return a non-zero value

      Examples:
        | underlying | error                      |
        | mock       | memory cannot be allocated |
        | mock       | WSARecv fails              |
        | mock       | CreateEvent fails          |
        | loopback   | memory cannot be allocated |
        | loopback   | WSARecv fails              |
        | loopback   | CreateEvent fails          |
        | native     | memory cannot be allocated |
        | native     | WSARecv fails              |
        | native     | CreateEvent fails          |
