# Composed from async_socket_linux_requirements.md, sha256 24f00b7c010b0c7429014550a1f9c0307b42c2cbe17f83dca1b8c453ca7ffb9b.
# Do not edit: iospec generate writes this file.
@async_socket_linux
Feature: async_socket_linux: async_socket_create

  @SRS_ASYNC_SOCKET_LINUX_11_001
  Rule: SRS_ASYNC_SOCKET_LINUX_11_001
    `async_socket_create` shall allocate a new async socket and on success shall return a non-`NULL` handle.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_create is called
      Then async_socket_create shall allocate a new async socket
      And on success async_socket_create shall return a non-NULL handle

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_002
  Rule: SRS_ASYNC_SOCKET_LINUX_11_002
    `execution_engine` shall be allowed to be `NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_create is called and execution_engine is NULL
      Then execution_engine shall be allowed to be NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_003
  Rule: SRS_ASYNC_SOCKET_LINUX_11_003
    If `socket_handle` is `INVALID_SOCKET`, `async_socket_create` shall fail and return `NULL`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_create is called and socket_handle is INVALID_SOCKET
      Then async_socket_create shall fail
      And async_socket_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_005
  Rule: SRS_ASYNC_SOCKET_LINUX_11_005
    `async_socket_create` shall retrieve an `COMPLETION_PORT_HANDLE` object by calling `platform_get_completion_port`.

    Scenario Outline: over a <underlying> underlying IO
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_create is called
      Then async_socket_create shall retrieve an COMPLETION_PORT_HANDLE object by calling platform_get_completion_port

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_ASYNC_SOCKET_LINUX_11_006
  Rule: SRS_ASYNC_SOCKET_LINUX_11_006
    If any error occurs, `async_socket_create` shall fail and return `NULL`.

    Scenario Outline: over a <underlying> underlying IO, because <error>
      Given an async_socket_linux over a <underlying> underlying IO
      When async_socket_create is called and any error occurs because <error>
      Then async_socket_create shall fail
      And async_socket_create shall return NULL

      Examples:
        | underlying | error                              |
        | mock       | memory cannot be allocated         |
        | mock       | platform_get_completion_port fails |
        | loopback   | memory cannot be allocated         |
        | loopback   | platform_get_completion_port fails |
