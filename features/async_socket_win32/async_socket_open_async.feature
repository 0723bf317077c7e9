# Composed from async_socket_win32_requirements.md, sha256 f975e448457a493090d4748eee6dbdf6c556b6f0111ed32da30efc3f4ca794fb.
# Do not edit: iospec generate writes this file.
@async_socket_win32
Feature: async_socket_win32: async_socket_open_async

  @SRS_ASYNC_SOCKET_WIN32_01_007
  Rule: SRS_ASYNC_SOCKET_WIN32_01_007
    If `async_socket` is NULL, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and async_socket is NULL
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_008
  Rule: SRS_ASYNC_SOCKET_WIN32_01_008
    If `on_open_complete` is NULL, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and on_open_complete is NULL
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_009
  Rule: SRS_ASYNC_SOCKET_WIN32_01_009
    `on_open_complete_context` shall be allowed to be NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and on_open_complete_context is NULL
      Then on_open_complete_context shall be allowed to be NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_023
  Rule: SRS_ASYNC_SOCKET_WIN32_01_023
    Otherwise, `async_socket_open_async` shall switch the state to OPENING.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and on_open_complete is not NULL
      Then async_socket_open_async shall switch the state to OPENING

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_014
  Rule: SRS_ASYNC_SOCKET_WIN32_01_014
    On success, `async_socket_open_async` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and succeeds
      Then async_socket_open_async shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_015
  Rule: SRS_ASYNC_SOCKET_WIN32_01_015
    If `async_socket` is already OPEN or OPENING, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_win32 over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_open_async is called
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying | state   |
        | mock       | OPENING |
        | mock       | OPEN    |
        | mock       | CLOSING |
        | loopback   | OPENING |
        | loopback   | OPEN    |
        | loopback   | CLOSING |
        | native     | OPENING |
        | native     | OPEN    |
        | native     | CLOSING |

  @SRS_ASYNC_SOCKET_WIN32_01_016
  Rule: SRS_ASYNC_SOCKET_WIN32_01_016
    Otherwise `async_socket_open_async` shall initialize a thread pool environment by calling `InitializeThreadpoolEnvironment`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      And async_socket is CLOSED
      When async_socket_open_async is called
      Then async_socket_open_async shall initialize a thread pool environment by calling InitializeThreadpoolEnvironment

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_036
  Rule: SRS_ASYNC_SOCKET_WIN32_01_036
    `async_socket_open_async` shall set the thread pool for the environment to the pool obtained from the execution engine by calling `SetThreadpoolCallbackPool`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called
      Then async_socket_open_async shall set the thread pool for the environment to the pool obtained from the execution engine by calling SetThreadpoolCallbackPool

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_037
  Rule: SRS_ASYNC_SOCKET_WIN32_01_037
    `async_socket_open_async` shall create a threadpool cleanup group by calling `CreateThreadpoolCleanupGroup`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called
      Then async_socket_open_async shall create a threadpool cleanup group by calling CreateThreadpoolCleanupGroup

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_058
  Rule: SRS_ASYNC_SOCKET_WIN32_01_058
    `async_socket_open_async` shall create a threadpool IO by calling `CreateThreadpoolIo` and passing `socket_handle`, the callback environment to it and `on_io_complete` as callback.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called
      Then async_socket_open_async shall create a threadpool IO by calling CreateThreadpoolIo and passing socket_handle, the callback environment to it and on_io_complete as callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_094
  Rule: SRS_ASYNC_SOCKET_WIN32_01_094
    `async_socket_open_async` shall set the state to OPEN.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called
      Then async_socket_open_async shall set the state to OPEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_017
  Rule: SRS_ASYNC_SOCKET_WIN32_01_017
    On success `async_socket_open_async` shall call `on_open_complete_context` with `ASYNC_SOCKET_OPEN_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and succeeds
      Then async_socket_open_async shall call on_open_complete_context with ASYNC_SOCKET_OPEN_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_039
  Rule: SRS_ASYNC_SOCKET_WIN32_01_039
    If any error occurs, `async_socket_open_async` shall fail and return a non-zero value.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_open_async is called and any error occurs because <error>
      Then async_socket_open_async shall fail
      And async_socket_open_async shall return a non-zero value

      Examples:
        | underlying | error                              |
        | mock       | memory cannot be allocated         |
        | mock       | CreateThreadpoolCleanupGroup fails |
        | mock       | CreateThreadpoolIo fails           |
        | loopback   | memory cannot be allocated         |
        | loopback   | CreateThreadpoolCleanupGroup fails |
        | loopback   | CreateThreadpoolIo fails           |
        | native     | memory cannot be allocated         |
        | native     | CreateThreadpoolCleanupGroup fails |
        | native     | CreateThreadpoolIo fails           |
