# Composed from async_socket_win32_requirements.md, sha256 f975e448457a493090d4748eee6dbdf6c556b6f0111ed32da30efc3f4ca794fb.
# Do not edit: iospec generate writes this file.
@async_socket_win32
Feature: async_socket_win32: async_socket_create

  @SRS_ASYNC_SOCKET_WIN32_01_001
  Rule: SRS_ASYNC_SOCKET_WIN32_01_001
    `async_socket_create` shall allocate a new async socket and on success shall return a non-NULL handle.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_create is called
      Then async_socket_create shall allocate a new async socket
      And on success async_socket_create shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_002
  Rule: SRS_ASYNC_SOCKET_WIN32_01_002
    If `execution_engine` is NULL, `async_socket_create` shall fail and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_create is called and execution_engine is NULL
      Then async_socket_create shall fail
      And async_socket_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_034
  Rule: SRS_ASYNC_SOCKET_WIN32_01_034
    If `socket_handle` is `NULL`, `async_socket_create` shall fail and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_create is called and socket_handle is NULL
      Then async_socket_create shall fail
      And async_socket_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_035
  Rule: SRS_ASYNC_SOCKET_WIN32_01_035
    Otherwise, `async_socket_open_async` shall obtain the PTP_POOL from the execution engine passed to `async_socket_create` by calling `execution_engine_win32_get_threadpool`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_create is called and socket_handle is not NULL
      Then async_socket_open_async shall obtain the PTP_POOL from the execution engine passed to async_socket_create by calling execution_engine_win32_get_threadpool

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_003
  Rule: SRS_ASYNC_SOCKET_WIN32_01_003
    If any error occurs, `async_socket_create` shall fail and return NULL.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_create is called and any error occurs because <error>
      Then async_socket_create shall fail
      And async_socket_create shall return NULL

      Examples:
        | underlying | error                                       |
        | mock       | memory cannot be allocated                  |
        | mock       | execution_engine_win32_get_threadpool fails |
        | loopback   | memory cannot be allocated                  |
        | loopback   | execution_engine_win32_get_threadpool fails |
        | native     | memory cannot be allocated                  |
        | native     | execution_engine_win32_get_threadpool fails |
