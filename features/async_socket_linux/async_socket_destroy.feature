# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: async_socket_destroy

  @SRS_ASYNC_SOCKET_LINUX_11_019
  Rule: SRS_ASYNC_SOCKET_LINUX_11_019
    If `async_socket` is `NULL`, `async_socket_destroy` shall return.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_destroy is called and async_socket is NULL
      Then async_socket_destroy shall return

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_020
  Rule: SRS_ASYNC_SOCKET_LINUX_11_020
    While `async_socket` is `OPENING` or `CLOSING`, `async_socket_destroy` shall wait for the open/close to complete either successfully or with error.

    Scenario Outline: over a <underlying> underlying IO, in <state>
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is <state>
      When async_socket_destroy is called
      Then async_socket_destroy shall wait for the open/close to complete either successfully or with error

      Examples:
        | underlying | state   |
        | mock       | OPENING |
        | mock       | CLOSING |
        | loopback   | OPENING |
        | loopback   | CLOSING |

  @SRS_ASYNC_SOCKET_LINUX_11_021
  Rule: SRS_ASYNC_SOCKET_LINUX_11_021
    `async_socket_destroy` shall perform an implicit close if `async_socket` is `OPEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      And async_socket is OPEN
      When async_socket_destroy is called
      Then async_socket_destroy shall perform an implicit close

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_022
  Rule: SRS_ASYNC_SOCKET_LINUX_11_022
    `async_socket_destroy` shall decrement the reference count on the completion port.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_destroy is called
      Then async_socket_destroy shall decrement the reference count on the completion port

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_023
  Rule: SRS_ASYNC_SOCKET_LINUX_11_023
    `async_socket_destroy` shall free all resources associated with `async_socket`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_destroy is called
      Then async_socket_destroy shall free all resources associated with async_socket

      Examples:
        | underlying |
        | mock       |
        | loopback   |
