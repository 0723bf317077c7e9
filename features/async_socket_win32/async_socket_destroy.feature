# Composed from async_socket_win32_requirements.md, sha256 f975e448457a493090d4748eee6dbdf6c556b6f0111ed32da30efc3f4ca794fb.
# Do not edit: iospec generate writes this file.
@async_socket_win32
Feature: async_socket_win32: async_socket_destroy

  @SRS_ASYNC_SOCKET_WIN32_01_004
  Rule: SRS_ASYNC_SOCKET_WIN32_01_004
    If `async_socket` is NULL, `async_socket_destroy` shall return.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_destroy is called and async_socket is NULL
      Then async_socket_destroy shall return

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_005
  Rule: SRS_ASYNC_SOCKET_WIN32_01_005
    Otherwise, `async_socket_destroy` shall free all resources associated with `async_socket`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      When async_socket_destroy is called and async_socket is not NULL
      Then async_socket_destroy shall free all resources associated with async_socket

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_ASYNC_SOCKET_WIN32_01_093
  Rule: SRS_ASYNC_SOCKET_WIN32_01_093
    While `async_socket` is OPENING or CLOSING, `async_socket_destroy` shall wait for the open to complete either successfully or with error.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_win32 over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_destroy is called
      Then async_socket_destroy shall wait for the open to complete either successfully or with error

      Examples:
        | underlying | state   |
        | mock       | OPENING |
        | mock       | CLOSING |
        | loopback   | OPENING |
        | loopback   | CLOSING |
        | native     | OPENING |
        | native     | CLOSING |

  @SRS_ASYNC_SOCKET_WIN32_01_006
  Rule: SRS_ASYNC_SOCKET_WIN32_01_006
    `async_socket_destroy` shall perform an implicit close if `async_socket` is OPEN.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_win32 over a <underlying> underlying IO
      And async_socket is OPEN
      When async_socket_destroy is called
      Then async_socket_destroy shall perform an implicit close

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
